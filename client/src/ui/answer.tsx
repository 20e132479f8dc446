/** What a part of the screen says of a question to the server: it waits, it failed and can be asked again, or the answer. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { useErrorWords } from "./error-words.ts";
import { Message, Waiting } from "./message.tsx";
import css from "./message.module.css";

/** The part of a query that is shown. */
interface Asked<T> {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  refetch(): unknown;
}

interface Props<T> {
  to: Asked<T>;
  /** Grey lines while it waits. */
  lines?: number;
  children(data: T): ReactNode;
}

export function Answer<T>({ to: { data, error, isPending, refetch }, lines = 4, children }: Props<T>) {
  const { t } = useTranslation();
  return (
    <>
      {isPending ? <Waiting label={t("ui.waiting")} lines={lines} /> : null}
      {error ? <Failure error={error} onAgain={() => void refetch()} /> : null}
      {data === undefined ? null : children(data)}
    </>
  );
}

/** What went wrong, in words, and a way to try again. */
export function Failure({ error, onAgain }: { error: unknown; onAgain(): void }) {
  const { t } = useTranslation();
  const words = useErrorWords();
  return (
    <Message tone="wrong">
      <div className={css.failure}>
        <span>{words(error)}</span>
        <Button onClick={onAgain}>{t("ui.again")}</Button>
      </div>
    </Message>
  );
}
