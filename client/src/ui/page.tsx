/** The frame of a page of text beside the map: one column, wide enough to read. */
import type { ReactNode } from "react";
import css from "./page.module.css";

interface Props {
  title: ReactNode;
  lead?: ReactNode;
  /** Wider, for tables and ledgers. */
  wide?: boolean;
  children: ReactNode;
}

export function Page({ title, lead, wide = false, children }: Props) {
  return (
    <main className={`${css.page} ${wide ? css.wide : ""}`} id="main" tabIndex={-1}>
      <header className={css.head}>
        <h1 className={css.title}>{title}</h1>
        {lead ? <p className={css.lead}>{lead}</p> : null}
      </header>
      {children}
    </main>
  );
}

/** A block of a page with its heading. */
export function Section({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className={css.section}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
