/** Reports as they are given out, on the screen and on paper: what is told, what is masked, and on which ground. */
import { useQuery } from "@tanstack/react-query";
import type { DisclosureDocument, DisclosedReport } from "@trygg/shared/disclosures/schema.ts";
import { ArrowLeft, Printer } from "lucide-react";
import { useTranslation } from "react-i18next";
import { trpc } from "../api.ts";
import { useClockWords } from "../clock/clock-words.ts";
import { say } from "../i18n/index.ts";
import { useNames, useTown } from "../place/town.tsx";
import { Button } from "../ui/button.tsx";
import { useDate } from "../ui/date.ts";
import { Facts } from "../ui/facts.tsx";
import { Message } from "../ui/message.tsx";
import { OnPaper } from "../ui/on-paper.tsx";
import { useAskedWords } from "./asked-words.ts";
import css from "./disclosures.module.css";

export function DocumentView({ made, onBack }: { made: DisclosureDocument; onBack(): void }) {
  const { t } = useTranslation();
  return (
    <>
      <h2>{t("disclosures.document.title", { number: made.entry.number })}</h2>
      <Message tone="done" live>
        {t("disclosures.document.entered")}
      </Message>
      <div className={css.buttons}>
        <Button look="main" icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>
          {t("disclosures.print")}
        </Button>
        <Button icon={<ArrowLeft aria-hidden="true" />} onClick={onBack}>
          {t("disclosures.back")}
        </Button>
      </div>
      <Document {...made} />
      <OnPaper>
        <h1>{t("disclosures.document.title", { number: made.entry.number })}</h1>
        <Document {...made} />
      </OnPaper>
    </>
  );
}

function Document({ entry, reports }: DisclosureDocument) {
  const { t, i18n } = useTranslation();
  const { place } = useTown();
  const date = useDate();
  const askedWords = useAskedWords();
  const { data: grounds = [] } = useQuery(trpc.disclosures.grounds.queryOptions());
  const groundOf = (id: string) => {
    const found = grounds.find((each) => each.id === id);
    return found ? say(found.text, i18n.language) : id;
  };
  return (
    <article className={css.document}>
      <Facts
        facts={[
          { name: t("disclosures.number"), value: entry.number },
          { name: t("disclosures.askedOn"), value: date(entry.askedOn) },
          { name: t("disclosures.asked"), value: askedWords(entry.asked) },
          { name: t("disclosures.from"), value: say(place.municipality, i18n.language) },
        ]}
      />
      <ReportTable reports={reports} />
      <h3>{t("disclosures.maskedTitle")}</h3>
      {[...new Set(entry.masked.map(({ ground }) => ground))].map((ground) => (
        <section key={ground} className={css.document}>
          <ul className={css.masks}>
            {entry.masked
              .filter((mask) => mask.ground === ground)
              .map(({ field }) => (
                <li key={field}>
                  <span className={css.mask} aria-hidden="true" />
                  {t(`disclosures.masked.${field}`)}
                </li>
              ))}
          </ul>
          <p>{t("disclosures.because", { ground: groundOf(ground) })}</p>
        </section>
      ))}
      <p className={css.text}>{t("disclosures.document.appeal")}</p>
    </article>
  );
}

function ReportTable({ reports }: { reports: DisclosedReport[] }) {
  const { t } = useTranslation();
  const names = useNames();
  const { months } = useClockWords();
  if (reports.length === 0) return <Message>{t("disclosures.document.none")}</Message>;
  const monthWords = (month: string) => `${months[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
  return (
    <div className={css.scroll} role="region" aria-label={t("disclosures.document.reports")} tabIndex={0}>
      <table className={css.table}>
        <caption>{t("reports.count", { count: reports.length })}</caption>
        <thead>
          <tr>
            {(["area", "month", "feeling", "light", "reasons"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`disclosures.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reports.map(({ area, month, feeling, light, reasons }, index) => (
            <tr key={index}>
              <td>{names.area(area)}</td>
              <td>{monthWords(month)}</td>
              <td>{t(`reports.feeling.${feeling}`)}</td>
              <td>{t(`disclosures.light.${light}`)}</td>
              <td>{reasons.map(names.reason).join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
