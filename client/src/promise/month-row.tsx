/** The months of a commitment as a row: kept, missed, under way or ahead, each with its count. */
import type { MonthCount } from "@trygg/shared/promise/ledger.ts";
import { useTranslation } from "react-i18next";
import { useLocale } from "../ui/locale.ts";
import css from "./month-row.module.css";

const signs: Record<MonthCount["status"], string> = { kept: "✓", missed: "✕", open: "…", ahead: "" };

export function MonthRow({ months }: { months: MonthCount[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const name = (month: string, length: "short" | "long") =>
    new Intl.DateTimeFormat(locale, { month: length, timeZone: "UTC" }).format(
      Date.parse(`${month}-01T00:00:00Z`),
    );
  return (
    <ul className={css.row}>
      {months.map(({ month, count, target, status }) => (
        <li key={month} className={css[status]}>
          <span aria-hidden="true" className={css.name}>
            {name(month, "short").replace(".", "").slice(0, 3)}
          </span>
          <span aria-hidden="true" className={css.sign}>
            {signs[status]}
          </span>
          <span className="visually-hidden">
            {t("promise.month", {
              month: name(month, "long"),
              count,
              target,
              status: t(`promise.monthStatus.${status}`),
            })}
          </span>
          <span aria-hidden="true" className={css.count}>
            {status === "ahead" ? "" : t("promise.of", { count, target })}
          </span>
        </li>
      ))}
    </ul>
  );
}
