/** How much of a walk is drawn, and taking back the last point: in the form, and over the map on a phone. */
import { Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import type { LinePoint } from "./log-draft.ts";
import css from "./log-panel.module.css";

interface Props {
  line: LinePoint[];
  onLine(line: LinePoint[]): void;
  error?: string | undefined;
  /** More to press beside it. */
  children?: ReactNode;
}

export function DrawnLine({ line, onLine, error, children }: Props) {
  const { t } = useTranslation();
  return (
    <div className={css.line} tabIndex={-1} data-wrong={error ? true : undefined}>
      <p role="status">
        {t("patrols.log.drawn", { count: line.length })}
        {error ? <strong className={css.wrong}>{error}</strong> : null}
      </p>
      <Button
        look="plain"
        icon={<Undo2 aria-hidden="true" />}
        disabled={line.length === 0}
        onClick={() => onLine(line.slice(0, -1))}
      >
        {t("patrols.log.undo")}
      </Button>
      {children}
    </div>
  );
}
