/** The product's name and the four words of its menu; at the bottom edge on a phone, where the thumb is. */
import { BookOpenCheck, FileText, Map as MapIcon, MapPinPlus } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import iconUrl from "./icon.svg";
import css from "./site-header.module.css";

const entries = [
  { path: "/", key: "map", Icon: MapIcon },
  { path: "/rapportera", key: "report", Icon: MapPinPlus },
  { path: "/loftet", key: "promise", Icon: BookOpenCheck },
  { path: "/lagesbild", key: "lagesbild", Icon: FileText },
] as const;

interface Props {
  path: string;
  /** Stands before the name. */
  first?: ReactNode;
  choices: ReactNode;
}

export function SiteHeader({ path, first, choices }: Props) {
  const { t } = useTranslation();
  return (
    <header className={css.header}>
      {first}
      <a className={css.name} href="/">
        <img src={iconUrl} alt="" width="32" height="32" />
        <span>Trygghetskartan</span>
      </a>
      <nav className={`${css.menu} ${path === "/arbete" ? css.away : ""}`} aria-label={t("frame.menu.title")}>
        {entries.map(({ path: to, key, Icon }) => (
          <a key={to} href={to} aria-current={to === path ? "page" : undefined}>
            <Icon aria-hidden="true" />
            <span>{t(`frame.menu.${key}`)}</span>
          </a>
        ))}
      </nav>
      <div className={css.choices}>{choices}</div>
    </header>
  );
}
