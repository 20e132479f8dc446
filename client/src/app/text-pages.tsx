/** Pages of plain text, and the page that is not there. */
import { useTranslation } from "react-i18next";
import { say } from "../i18n/index.ts";
import { Contacts } from "../place/contacts.tsx";
import { useTown } from "../place/town.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { Page, Section } from "../ui/page.tsx";

export function AboutPage() {
  const { t, i18n } = useTranslation();
  const { place } = useTown();
  const attribution = say(place.attribution, i18n.language);
  const sections = t("pages.about.sections", { returnObjects: true, attribution });
  return (
    <Page title={t("pages.about.title")} lead={t("pages.about.lead")}>
      <Contacts />
      {sections.map(({ title, paragraphs }) => (
        <Section key={title} title={title}>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </Section>
      ))}
    </Page>
  );
}

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("pages.notFound.title")} lead={t("pages.notFound.lead")}>
      <p>
        <ButtonLink look="main" href="/">
          {t("pages.notFound.toMap")}
        </ButtonLink>
      </p>
    </Page>
  );
}
