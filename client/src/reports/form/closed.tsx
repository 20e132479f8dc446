/** In the place of the form while the town takes no reports: why, from when again, whom to call, and what still goes. */
import { useTranslation } from "react-i18next";
import { say } from "../../i18n/index.ts";
import { Contacts } from "../../place/contacts.tsx";
import { useTown } from "../../place/town.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { useDate } from "../../ui/date.ts";
import { Message } from "../../ui/message.tsx";
import css from "./report-form.module.css";

/** `lost`: the form was being sent, and was not stored. */
export function Closed({ lost }: { lost: boolean }) {
  const { t, i18n } = useTranslation();
  const date = useDate();
  const { place, reporting } = useTown();
  const { opensOn, text } = reporting;
  return (
    <div className={css.intro}>
      <h1 id="form" tabIndex={-1}>
        {t("form.closed.title")}
      </h1>
      {lost ? <Message tone="wrong">{t("form.closed.lost")}</Message> : null}
      <p>{text ? say(text, i18n.language) : t("form.closed.text")}</p>
      {opensOn ? <p>{t("form.closed.opens", { date: date(opensOn) })}</p> : null}
      <Contacts className={css.contacts} />
      <p>
        {t("form.lampOut")}{" "}
        <a href={place.faultReport.url} rel="noreferrer">
          {say(place.faultReport.name, i18n.language)}
        </a>
      </p>
      <p>
        {t("form.closed.still")} <a href="/kvitto">{t("form.thanks.follow")}</a>
      </p>
      <p>
        <ButtonLink href="/">{t("form.closed.map")}</ButtonLink>
      </p>
    </div>
  );
}
