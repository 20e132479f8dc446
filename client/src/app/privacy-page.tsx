/** Integritet: what is kept and for how long, who sees it, how figures are protected, and who answers for it. */
import { useTranslation } from "react-i18next";
import { say } from "../i18n/index.ts";
import { useTown } from "../place/town.tsx";
import { LastAttack } from "../releases/last-attack.tsx";
import { RulePicture } from "../releases/rule-picture.tsx";
import { WhatHappens } from "../reports/form/what-happens.tsx";
import { RetentionTable } from "../retention/retention-table.tsx";
import { Facts } from "../ui/facts.tsx";
import { Page, Section } from "../ui/page.tsx";

const kept = ["place", "day", "times", "feeling", "reasons", "light", "impact", "sums", "proof"] as const;
const viewers = ["resident", "police", "planner", "partner", "admin"] as const;
const rights = ["purpose", "basis", "recipients", "rights", "request", "complaint"] as const;

export default function PrivacyPage() {
  const { t, i18n } = useTranslation();
  const { privacy } = useTown();
  const contact = ({ name, url }: typeof privacy.controller) => <a href={url}>{say(name, i18n.language)}</a>;
  return (
    <Page title={t("pages.privacy.title")} lead={t("pages.privacy.lead")}>
      <Section title={t("form.happens.title")}>
        <WhatHappens />
      </Section>
      <Section title={t("privacy.kept.title")}>
        <p>{t("privacy.kept.text")}</p>
        <Facts
          facts={kept.map((key) => ({
            name: t(`privacy.kept.facts.${key}.name`),
            value: t(`privacy.kept.facts.${key}.value`),
          }))}
        />
        <p>{t("privacy.kept.not")}</p>
        <p>{t("privacy.kept.sender")}</p>
      </Section>
      <Section title={t("privacy.voice.title")}>
        <p>{t("privacy.voice.text")}</p>
        <p>{t("privacy.voice.cleared")}</p>
      </Section>
      <Section title={t("privacy.rule.title")}>
        <p>{t("privacy.rule.text")}</p>
        <RulePicture />
        <ul>
          {t("privacy.rule.points", { returnObjects: true }).map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </Section>
      <Section title={t("privacy.attack.title")}>
        <p>{t("privacy.attack.text")}</p>
        <LastAttack />
      </Section>
      <Section title={t("privacy.viewers.title")}>
        <Facts
          facts={viewers.map((key) => ({
            name: t(`privacy.viewers.facts.${key}.name`),
            value: t(`privacy.viewers.facts.${key}.value`),
          }))}
        />
      </Section>
      <Section title={t("privacy.retention.title")}>
        <p>{t("privacy.retention.text")}</p>
        <RetentionTable />
      </Section>
      <Section title={t("privacy.rights.title")}>
        <Facts
          facts={[
            { name: t("privacy.rights.controller"), value: contact(privacy.controller) },
            { name: t("privacy.rights.officer"), value: contact(privacy.dataProtectionOfficer) },
            ...rights.map((key) => ({
              name: t(`privacy.rights.facts.${key}.name`),
              value: t(`privacy.rights.facts.${key}.value`),
            })),
          ]}
        />
      </Section>
    </Page>
  );
}
