/** What a page says of a file of the latest release: it waits, it failed, nothing is released yet, or what it holds. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { Message, Waiting } from "../ui/message.tsx";
import type { Released } from "./latest.ts";

interface Props<T> {
  file: { released: Released<T> | null; isPending: boolean; isError: boolean; none: boolean; retry(): void };
  children(released: Released<T>): ReactNode;
}

export function FromRelease<T>({ file, children }: Props<T>) {
  const { t } = useTranslation();
  const { released, isPending, isError, none, retry } = file;
  if (released) return children(released);
  if (isError)
    return (
      <Message tone="wrong">
        {t("layers.failed")} <Button onClick={retry}>{t("ui.again")}</Button>
      </Message>
    );
  if (none) return <Message>{t("layers.noRelease")}</Message>;
  return isPending ? <Waiting label={t("ui.waiting")} /> : null;
}
