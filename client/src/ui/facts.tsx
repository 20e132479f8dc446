/** Pairs of a name and what is said of it, in two columns where there is room. */
import type { ReactNode } from "react";
import css from "./facts.module.css";

export function Facts({ facts }: { facts: { name: string; value: ReactNode }[] }) {
  return (
    <dl className={css.facts}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
