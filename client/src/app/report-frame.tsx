/** The frame of the light pages: name, menu, language and theme, without anything that needs the app. */
import { Moon, Sun } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { SiteHeader } from "../ui/site-header.tsx";
import { SkipLink } from "../ui/skip-link.tsx";
import { chooseTheme, useTheme } from "../ui/theme.ts";
import { DemonstrationBanner } from "./demonstration-banner.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { QuickExit, QuickExitNote } from "./quick-exit.tsx";
import css from "./report-frame.module.css";

interface Props {
  path: string;
  /** The page is a form, whose heading has the id `form`. */
  form?: boolean;
  children: ReactNode;
}

export function ReportFrame({ path, form = false, children }: Props) {
  const { t } = useTranslation();
  return (
    <div className={css.frame}>
      {form ? (
        <SkipLink href="#form">{t("frame.skipToForm")}</SkipLink>
      ) : (
        <SkipLink href="#main">{t("frame.skip")}</SkipLink>
      )}
      <DemonstrationBanner />
      <SiteHeader path={path} choices={<Choices path={path} />} />
      <main className={css.main} id="main" tabIndex={-1}>
        <QuickExit />
        {children}
        <p className={css.more}>
          {path === "/kvitto" ? null : <a href="/kvitto">{t("receipt.title")}</a>}
          <a href="/integritet">{t("pages.privacy.title")}</a>
          <a href="/tillganglighet">{t("accessibility.title")}</a>
          <a href="/om">{t("pages.about.title")}</a>
        </p>
        <QuickExitNote />
      </main>
    </div>
  );
}

function Choices({ path }: { path: string }) {
  const { t } = useTranslation();
  const theme = useTheme();
  return (
    <>
      <LanguageChoice path={path} />
      <span className={css.scripted}>
        <Button
          look="quiet"
          aria-label={theme === "day" ? t("frame.toNight") : t("frame.toDay")}
          icon={theme === "day" ? <Moon aria-hidden="true" /> : <Sun aria-hidden="true" />}
          onClick={() => chooseTheme(theme === "day" ? "night" : "day")}
        />
      </span>
    </>
  );
}
