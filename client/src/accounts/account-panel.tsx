/** Mitt konto: what it may, its password and second factor, and where it is signed in. */
import type { mine } from "@trygg/shared/accounts/schema.ts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { queryClient, trpc } from "../api.ts";
import { useTown } from "../place/town.tsx";
import { Answer, Failure } from "../ui/answer.tsx";
import { Button } from "../ui/button.tsx";
import { Facts } from "../ui/facts.tsx";
import { useLocale } from "../ui/locale.ts";
import css from "./account-panel.module.css";
import { FactorSection } from "./factor-section.tsx";
import { PasswordSection } from "./password-section.tsx";

type Mine = z.infer<typeof mine>;

export function AccountPanel() {
  const { t } = useTranslation();
  const found = useQuery(trpc.accounts.mine.queryOptions());
  return (
    <>
      <h2>{t("myAccount.title")}</h2>
      <Answer to={found}>
        {(account) => (
          <div className={css.account}>
            <WhoIAm account={account} />
            {account.elsewhere ? (
              <Elsewhere />
            ) : (
              <>
                <PasswordSection />
                <FactorSection on={account.secondFactor} left={account.recoveryCodes} />
              </>
            )}
            <Sessions sessions={account.sessions} />
          </div>
        )}
      </Answer>
    </>
  );
}

function WhoIAm({ account: { name, email, role, mayApprove } }: { account: Mine }) {
  const { t } = useTranslation();
  return (
    <Facts
      facts={[
        { name: t("myAccount.facts.name"), value: name },
        ...(email ? [{ name: t("myAccount.facts.email"), value: email }] : []),
        { name: t("myAccount.facts.role"), value: t(`desk.lens.${role}`) },
        { name: t("myAccount.facts.approve"), value: t(`myAccount.facts.${mayApprove ? "yes" : "no"}`) },
      ]}
    />
  );
}

function Elsewhere() {
  const { t } = useTranslation();
  const { data: way } = useQuery(trpc.accounts.otherWay.queryOptions());
  return <p>{t("myAccount.elsewhere", { name: way?.name ?? t("myAccount.other") })}</p>;
}

function Sessions({ sessions }: Pick<Mine, "sessions">) {
  const { t } = useTranslation();
  const instant = useInstant();
  const end = useMutation(
    trpc.accounts.signOutEverywhere.mutationOptions({
      onSuccess: () => {
        // Nothing that only staff may see stays in memory.
        queryClient.clear();
        location.assign("/logga-in");
      },
    }),
  );
  return (
    <section className={css.section}>
      <h3>{t("myAccount.sessions.title")}</h3>
      <ul className={css.list}>
        {sessions.map(({ since, seen, current }) => (
          <li key={since + seen}>
            <strong>{t(`myAccount.sessions.${current ? "this" : "other"}`)}</strong>
            <span>{t("myAccount.sessions.since", { since: instant(since), seen: instant(seen) })}</span>
          </li>
        ))}
      </ul>
      <p className={css.text}>{t("myAccount.sessions.kept")}</p>
      {end.error ? <Failure error={end.error} onAgain={() => end.mutate()} /> : null}
      <Button disabled={end.isPending} onClick={() => end.mutate()}>
        {t("myAccount.sessions.end")}
      </Button>
    </section>
  );
}

/** Day and time where the town lies. */
export function useInstant(): (instant: string) => string {
  const locale = useLocale();
  const { place } = useTown();
  const format = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: place.timeZone,
  });
  return (instant) => format.format(new Date(instant));
}
