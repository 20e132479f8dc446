/** The accessibility statement, with the parts that the supervising authority asks for. */
import type { AccessibilityStatement } from "@trygg/shared/accessibility/schema.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { say } from "../i18n/index.ts";
import { useDate } from "../ui/date.ts";
import { Facts } from "../ui/facts.tsx";
import { Section } from "../ui/page.tsx";

export function Statement({ statement, form }: { statement: AccessibilityStatement; form: ReactNode }) {
  const { t, i18n } = useTranslation();
  const date = useDate();
  const { body, service, degree, assessed, updated, gaps } = statement;
  const own = (words: typeof service) => say(words, i18n.language);
  return (
    <>
      <h1>{t("accessibility.title")}</h1>
      <p>{t("accessibility.lead", { service: own(service) })}</p>
      <Facts
        facts={[
          { name: t("accessibility.facts.body"), value: <a href={body.url}>{own(body.name)}</a> },
          { name: t("accessibility.facts.service"), value: own(service) },
          { name: t("accessibility.facts.degree"), value: t(`accessibility.degree.${degree}`) },
          { name: t("accessibility.facts.assessed"), value: date(assessed) },
          { name: t("accessibility.facts.updated"), value: date(updated) },
        ]}
      />
      {form}
      <Section title={t("accessibility.gaps.title")}>
        {gaps.length === 0 ? <p>{t("accessibility.gaps.none")}</p> : null}
        <ul>
          {gaps.map(({ what, why, criteria }) => (
            <li key={what.sv}>
              {own(what)} {t("accessibility.gaps.why", { why: own(why) })}
              {criteria ? ` ${t("accessibility.gaps.criteria", { criteria: criteria.join(", ") })}` : null}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("accessibility.burden")}>
        <p>{own(statement.burden)}</p>
      </Section>
      <Section title={t("accessibility.notCovered")}>
        <p>{own(statement.notCovered)}</p>
      </Section>
      <Section title={t("accessibility.method")}>
        <p>{own(statement.method)}</p>
      </Section>
      <Section title={t("accessibility.supervision.title")}>
        <p>{t("accessibility.supervision.text")}</p>
        <p>
          <a href={statement.supervision}>{t("accessibility.supervision.link")}</a>
        </p>
      </Section>
    </>
  );
}
