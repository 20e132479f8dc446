/** What a part of the screen says while it waits, when it is empty, and when something went wrong. */
import type { ReactNode } from "react";
import css from "./message.module.css";

interface Props {
  tone?: "plain" | "wrong" | "done";
  /** Read out by screen readers when it appears, as what went wrong is unless it is told in another way. */
  live?: boolean;
  children: ReactNode;
}

export function Message({ tone = "plain", live = tone === "wrong", children }: Props) {
  return (
    <div
      className={`${css.message} ${css[tone]}`}
      role={live ? (tone === "wrong" ? "alert" : "status") : undefined}
    >
      {children}
    </div>
  );
}

/** Grey lines in the place of what is being fetched. */
export function Waiting({ label, lines = 3 }: { label: string; lines?: number }) {
  return (
    <div className={css.waiting} role="status">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={css.line} />
      ))}
    </div>
  );
}
