/** Entries of the log as sentences; all that was written down of one is found behind it. */
import type { AuditEntry } from "@trygg/shared/audit/schema.ts";
import { useTranslation } from "react-i18next";
import { useTown } from "../place/town.tsx";
import { Facts } from "../ui/facts.tsx";
import { useInstant } from "../ui/instant.ts";
import { Message } from "../ui/message.tsx";
import css from "./audit.module.css";
import { useActionWords, useDetailWords } from "./entry-words.ts";
import { useRoleWords } from "./role-words.ts";

export function EntryList({ entries }: { entries: AuditEntry[] }) {
  const { t } = useTranslation();
  if (entries.length === 0) return <Message>{t("audit.none")}</Message>;
  return (
    <ol className={css.entries}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <Entry {...entry} />
        </li>
      ))}
    </ol>
  );
}

function Entry(entry: AuditEntry) {
  const { id, role, action, details } = entry;
  const { t } = useTranslation();
  const roleWords = useRoleWords();
  return (
    <details className={css.entry}>
      <summary>
        <Sentence {...entry} />
      </summary>
      <Facts
        facts={[
          { name: t("audit.id"), value: String(id) },
          { name: t("audit.role"), value: roleWords(role) },
          { name: t("audit.action"), value: action },
          ...Object.entries(details).map(([key, value]) => ({
            name: key,
            value: typeof value === "string" ? value : JSON.stringify(value),
          })),
        ]}
      />
    </details>
  );
}

/** When, who, what, and why. */
function Sentence({ at, name, role, action, details }: AuditEntry) {
  const { t } = useTranslation();
  const { place } = useTown();
  const instant = useInstant(place.timeZone);
  const actionWords = useActionWords();
  const detailWords = useDetailWords();
  const roleWords = useRoleWords();
  const who = name ?? (role === "operator" ? roleWords(role) : t("audit.gone"));
  return (
    <span>
      <span className={css.text}>{instant(at)}</span>
      <span>
        <strong>{who}</strong> {actionWords(action)}
      </span>
      <span className={css.text}>{detailWords(details).join(" · ")}</span>
    </span>
  );
}
