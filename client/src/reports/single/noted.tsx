/** What was noted beside reports, and a way to take it back. */
import { Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { codeOf, useErrorWords } from "../../ui/error-words.ts";
import { Message } from "../../ui/message.tsx";
import css from "./single.module.css";
import type { Marking } from "./use-marking.ts";

export function NotedMessage({ marking: { noted, undo, error } }: { marking: Marking }) {
  const { t } = useTranslation();
  const words = useErrorWords();
  if (error)
    return <Message tone="wrong">{codeOf(error) === "conflict" ? t("cases.chained") : words(error)}</Message>;
  return (
    <div role="status" className={css.live}>
      {noted ? (
        <Message tone="done">
          <div className={css.noted}>
            <span>
              {noted.count === 0
                ? t("cases.unchanged")
                : t(`cases.noted.${noted.kind}`, { count: noted.count })}
            </span>
            {undo ? (
              <Button icon={<Undo2 aria-hidden="true" />} onClick={undo}>
                {t("measures.undo")}
              </Button>
            ) : null}
          </div>
        </Message>
      ) : null}
    </div>
  );
}
