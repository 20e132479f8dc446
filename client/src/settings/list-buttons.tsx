/** Moves a thing of a list up or down, and takes it away where it may go. */
import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import css from "./settings.module.css";

interface Props {
  /** What the thing is called, for those who do not see where the button stands. */
  name: string;
  onUp?: (() => void) | undefined;
  onDown?: (() => void) | undefined;
  onRemove?: (() => void) | undefined;
}

export function ListButtons({ name, onUp, onDown, onRemove }: Props) {
  const { t } = useTranslation();
  const marks = [
    { key: "up", Icon: ArrowUp, act: onUp },
    { key: "down", Icon: ArrowDown, act: onDown },
  ] as const;
  return (
    <span className={css.marks}>
      {marks.map(({ key, Icon, act }) => (
        <Button
          key={key}
          look="quiet"
          aria-label={t(`settings.${key}`, { name })}
          title={t(`settings.${key}`, { name })}
          icon={<Icon aria-hidden="true" />}
          // Kept in its place at the ends, so that whoever moves with the keyboard does not lose it.
          aria-disabled={act ? undefined : true}
          onClick={act}
        />
      ))}
      {onRemove ? (
        <Button
          look="quiet"
          aria-label={t("settings.remove", { name })}
          title={t("settings.remove", { name })}
          icon={<Trash2 aria-hidden="true" />}
          onClick={onRemove}
        />
      ) : null}
    </span>
  );
}

/** A list with the thing at one place moved to another. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const [thing, ...none] = list.slice(from, from + 1);
  if (thing === undefined || none.length > 0) return [...list];
  return list.toSpliced(from, 1).toSpliced(to, 0, thing);
}

/** A list with the thing at one place changed, or taken away. */
export function changedAt<T>(list: readonly T[], at: number, ...to: T[]): T[] {
  return list.toSpliced(at, 1, ...to);
}
