/** The register of what was given out, to read and to print. What was entered by mistake is struck out and stays. */
import { useMutation, useQuery } from "@tanstack/react-query";
import type { Disclosure } from "@trygg/shared/disclosures/schema.ts";
import { Printer } from "lucide-react";
import { useTranslation } from "react-i18next";
import { queryClient, trpc } from "../api.ts";
import { Answer } from "../ui/answer.tsx";
import { Button } from "../ui/button.tsx";
import { useDate } from "../ui/date.ts";
import { useErrorWords } from "../ui/error-words.ts";
import { Message } from "../ui/message.tsx";
import { OnPaper } from "../ui/on-paper.tsx";
import { useAskedWords } from "./asked-words.ts";
import css from "./disclosures.module.css";

export function Register() {
  const { t } = useTranslation();
  const words = useErrorWords();
  const register = useQuery(trpc.disclosures.list.queryOptions());
  const strike = useMutation(
    trpc.disclosures.strike.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.disclosures.list.pathKey() }),
    }),
  );
  return (
    <section className={css.form}>
      <h3>{t("disclosures.register")}</h3>
      {strike.error ? <Message tone="wrong">{words(strike.error)}</Message> : null}
      <Answer to={register} lines={3}>
        {(entries) =>
          entries.length === 0 ? (
            <Message>{t("disclosures.empty")}</Message>
          ) : (
            <>
              <ul className={css.list}>
                {entries.map((entry) => (
                  <li key={entry.id}>
                    <Entry {...entry} />
                    <Button
                      look="quiet"
                      disabled={strike.isPending}
                      aria-label={t(entry.struck ? "disclosures.unstrikeThis" : "disclosures.strikeThis", {
                        number: entry.number,
                      })}
                      onClick={() => strike.mutate({ id: entry.id, struck: !entry.struck })}
                    >
                      {t(entry.struck ? "disclosures.unstrike" : "disclosures.strike")}
                    </Button>
                  </li>
                ))}
              </ul>
              <Button icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>
                {t("disclosures.printRegister")}
              </Button>
              <OnPaper>
                <h1>{t("disclosures.register")}</h1>
                <ul className={css.list}>
                  {entries.map((entry) => (
                    <li key={entry.id}>
                      <Entry {...entry} />
                    </li>
                  ))}
                </ul>
              </OnPaper>
            </>
          )
        }
      </Answer>
    </section>
  );
}

function Entry({ number, askedOn, asked, reports, masked, name, at, struck }: Disclosure) {
  const { t } = useTranslation();
  const date = useDate();
  const askedWords = useAskedWords();
  const who = name ?? t("audit.gone");
  return (
    <div data-struck={struck || undefined} className={css.entry}>
      <p>
        <strong>{number}</strong> {struck ? `(${t("disclosures.struck")})` : ""}
      </p>
      <p>
        {askedWords(asked)}. {t("reports.count", { count: reports })}.
      </p>
      <p className={css.text}>
        {t("disclosures.summary", { asked: date(askedOn), given: date(at.slice(0, 10)), name: who })}{" "}
        {t("disclosures.maskedTitle")}:{" "}
        {masked.map(({ field }) => t(`disclosures.masked.${field}`).toLowerCase()).join(", ")}.
      </p>
    </div>
  );
}
