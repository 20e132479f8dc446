/** Every release that was made, with its files to take home: figures, tables, and the dictionary that explains them. */
import type { ReleaseManifest } from "@trygg/shared/releases/schema.ts";
import { licences } from "@trygg/shared/releases/calendar.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Answer } from "../ui/answer.tsx";
import { Button } from "../ui/button.tsx";
import { useDate } from "../ui/date.ts";
import { useNumber } from "../ui/locale.ts";
import { Message } from "../ui/message.tsx";
import { useAllReleases } from "./latest.ts";
import css from "./release-list.module.css";

const SHOWN = 4;

export function ReleaseList() {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const index = useAllReleases();
  return (
    <Answer to={index}>
      {({ releases }) =>
        releases.length === 0 ? (
          <Message>{t("layers.noRelease")}</Message>
        ) : (
          <>
            <ul className={css.list}>
              {(all ? releases : releases.slice(0, SHOWN)).map((release) => (
                <Release key={release.id} {...release} />
              ))}
            </ul>
            {!all && releases.length > SHOWN ? (
              <Button onClick={() => setAll(true)}>
                {t("releases.list.all", { count: releases.length })}
              </Button>
            ) : null}
          </>
        )
      }
    </Answer>
  );
}

function Release({ id, kind, publishedAt, window, rule, licence, epsilonPerVoice, files }: ReleaseManifest) {
  const { t } = useTranslation();
  const date = useDate();
  const number = useNumber();
  return (
    <li className={css.release}>
      <h3>{t(`releases.list.kind.${kind}`, { date: date(publishedAt.slice(0, 10)) })}</h3>
      <p>
        {t("releases.list.period", { from: date(window.from), to: date(window.to) })}{" "}
        {licence ? (
          <a href={licences[licence].url} rel="license">
            {t(`releases.list.licence.${licence}`)}
          </a>
        ) : null}
      </p>
      <ul className={css.files}>
        {files.map(({ name, bytes }) => (
          <li key={name}>
            <a href={`/releases/${id}/${name}`} download={`${id}-${name}`}>
              {name}
            </a>{" "}
            <span>{t("releases.list.size", { size: number(bytes / 1000) })}</span>
          </li>
        ))}
      </ul>
      <details>
        <summary>{t("releases.list.proof")}</summary>
        <p>
          {t("releases.list.rule", { rule })}
          {epsilonPerVoice ? ` ${t("releases.list.epsilon", { epsilon: epsilonPerVoice })}` : null}
        </p>
        <ul className={css.sums}>
          {files.map(({ name, sha256 }) => (
            <li key={name}>
              {name} <code>{sha256}</code>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
