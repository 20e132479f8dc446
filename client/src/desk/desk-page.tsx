/** Arbete: the staff desk, for whoever is signed in. */
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { SignInAgain } from "../accounts/sign-in-again.tsx";
import { useLive } from "../accounts/use-live.ts";
import { useMe } from "../accounts/use-me.ts";
import { useSessionEnd } from "../accounts/use-session-end.ts";
import { WorkerProvider } from "../accounts/worker.tsx";
import { SuggestWorkProvider } from "../lighting/suggest/suggest-work.tsx";
import { TryOutProvider } from "../lighting/level/try-out.ts";
import { LampWorkProvider } from "../lighting/lamps/lamp-work.ts";
import { MeasureWorkProvider } from "../measures/measure-work.ts";
import { LogWorkProvider } from "../patrols/log-work.tsx";
import { SettingsWorkProvider } from "../settings/settings-work.ts";
import { Failure } from "../ui/answer.tsx";
import { Waiting } from "../ui/message.tsx";
import css from "./desk.module.css";
import { Desk } from "./desk.tsx";

/** What is being written, and outlives the panel that it is written in. */
const works = [
  MeasureWorkProvider,
  LogWorkProvider,
  SettingsWorkProvider,
  SuggestWorkProvider,
  TryOutProvider,
  LampWorkProvider,
];

export default function DeskPage() {
  const { t } = useTranslation();
  const { me, error, refetch } = useMe();
  // Whoever works here, also after the session has ended: the work stays as it was.
  const [worker, setWorker] = useState(me);
  if (me && me !== worker) setWorker(me);
  useLive(Boolean(me));
  useSessionEnd();
  const stranger = me === null && !worker;
  useEffect(() => {
    if (stranger) location.replace(`/logga-in${location.hash}`);
  }, [stranger]);
  if (!worker)
    return (
      <main id="main" className={css.alone}>
        <h1 className="visually-hidden">{t("desk.title")}</h1>
        {error ? (
          <Failure error={error} onAgain={() => void refetch()} />
        ) : (
          <Waiting label={t("ui.waiting")} />
        )}
      </main>
    );
  return (
    <WorkerProvider worker={worker}>
      {works.reduceRight(
        (inner, Work) => (
          <Work>{inner}</Work>
        ),
        <Desk />,
      )}
      {me === null ? <SignInAgain before={worker} /> : null}
    </WorkerProvider>
  );
}
