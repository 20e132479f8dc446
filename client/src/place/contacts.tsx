/** Whom to call instead: this map brings nobody. The numbers can be pressed. */
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { say } from "../i18n/index.ts";
import css from "./contacts.module.css";
import { useTown } from "./town.tsx";

export function Contacts({ className }: { className?: string | undefined }) {
  const { i18n } = useTranslation();
  const { contacts } = useTown().place;
  // The first is for an emergency.
  return (
    <p className={className}>
      {contacts.map(({ number, name }, index) => {
        const Line = index === 0 ? "strong" : "span";
        return (
          <Fragment key={number}>
            <Line className={css.line}>
              {say(name, i18n.language)} <Number number={number} />
            </Line>{" "}
          </Fragment>
        );
      })}
    </p>
  );
}

function Number({ number }: { number: string }) {
  return (
    <a className={css.number} dir="ltr" href={`tel:${number.replace(/[ -]/g, "")}`}>
      {number}
    </a>
  );
}
