/** The frame round every page: the banner of the demonstration, the product's name, four words, and a few choices. */
import { BriefcaseBusiness, LogIn, LogOut, Moon, Sun } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../accounts/use-me.ts";
import { say } from "../i18n/index.ts";
import { useTown } from "../place/town.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { chooseTheme, useTheme } from "../ui/theme.ts";
import { SiteHeader } from "../ui/site-header.tsx";
import { SkipLink } from "../ui/skip-link.tsx";
import { DemonstrationBanner } from "./demonstration-banner.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import css from "./frame.module.css";

interface Props {
  path: string;
  /** The page fills the window and its parts scroll by themselves. */
  full?: boolean;
  children: ReactNode;
}

export function Frame({ path, full = false, children }: Props) {
  const { t } = useTranslation();
  return (
    <div className={full ? css.full : css.flow}>
      <SkipLink href="#main">{t("frame.skip")}</SkipLink>
      <DemonstrationBanner />
      <SiteHeader
        path={path}
        first={path === "/" ? <SkipLink href="/platser">{t("areas.list.skip")}</SkipLink> : null}
        choices={<Choices path={path} />}
      />
      {children}
      {full ? null : <Footer />}
    </div>
  );
}

function Choices({ path }: { path: string }) {
  const { t } = useTranslation();
  const theme = useTheme();
  const { me, error, signOut } = useMe();
  return (
    <>
      <LanguageChoice path={path} />
      <Button
        look="quiet"
        aria-label={theme === "day" ? t("frame.toNight") : t("frame.toDay")}
        title={theme === "day" ? t("frame.toNight") : t("frame.toDay")}
        icon={theme === "day" ? <Moon aria-hidden="true" /> : <Sun aria-hidden="true" />}
        onClick={() => chooseTheme(theme === "day" ? "night" : "day")}
      />
      {me ? (
        <>
          <ButtonLink
            look="quiet"
            href="/arbete"
            title={t("frame.desk")}
            icon={<BriefcaseBusiness aria-hidden="true" />}
          >
            <span className={css.word}>{t("frame.desk")}</span>
          </ButtonLink>
          <Button
            look="quiet"
            title={t("accounts.signOut")}
            icon={<LogOut aria-hidden="true" />}
            onClick={() => void signOut()}
          >
            <span className={css.word}>{t("accounts.signOut")}</span>
          </Button>
        </>
      ) : error ? null : (
        <ButtonLink
          look="quiet"
          href="/logga-in"
          title={t("accounts.signIn.title")}
          icon={<LogIn aria-hidden="true" />}
        >
          <span className={css.word}>{t("accounts.signIn.title")}</span>
        </ButtonLink>
      )}
    </>
  );
}

function Footer() {
  const { t, i18n } = useTranslation();
  const { place } = useTown();
  return (
    <footer className={css.footer}>
      <p>{t("frame.footer", { municipality: say(place.municipality, i18n.language) })}</p>
      <nav aria-label={t("frame.more")}>
        <a href="/platser">{t("areas.list.title")}</a>
        <a href="/om">{t("pages.about.title")}</a>
        <a href="/integritet">{t("pages.privacy.title")}</a>
        <a href="/tillganglighet">{t("accessibility.title")}</a>
        <a href="/kvitto">{t("receipt.title")}</a>
      </nav>
    </footer>
  );
}
