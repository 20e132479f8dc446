/** A short word with a colour and a mark, so that colour never stands alone. */
import type { ReactNode } from "react";
import css from "./badge.module.css";

export type Tone = "kept" | "behind" | "missed" | "neutral" | "sea";

export function Badge({ tone, icon, children }: { tone: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={`${css.badge} ${css[tone]}`}>
      {icon}
      {children}
    </span>
  );
}
