/** Whom to call instead: this map brings nobody. The numbers can be pressed. */
import { useTranslation } from "react-i18next";
import css from "./contacts.module.css";
import { useTown } from "./town.tsx";

export function Contacts({ className }: { className?: string | undefined }) {
  const { t } = useTranslation();
  const [emergency, police] = useTown().place.contacts;
  return (
    <p className={className}>
      {emergency ? (
        <strong className={css.line}>
          {t("contacts.emergency")} <Number number={emergency.number} />
        </strong>
      ) : null}{" "}
      {police ? (
        <span className={css.line}>
          {t("contacts.police")} <Number number={police.number} />
        </span>
      ) : null}
    </p>
  );
}

function Number({ number }: { number: string }) {
  return (
    <a className={css.number} dir="ltr" href={`tel:${number.replaceAll(" ", "")}`}>
      {number}
    </a>
  );
}
