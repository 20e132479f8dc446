/** A count on its way to a target, with the range in which it is expected to end. */
import { useTranslation } from "react-i18next";
import { useNumber } from "../ui/locale.ts";
import css from "./count-bar.module.css";

interface Props {
  count: number;
  target: number;
  forecast?: [number, number] | undefined;
}

export function CountBar({ count, target, forecast }: Props) {
  const { t } = useTranslation();
  const number = useNumber();
  const promised =
    count > target
      ? t("promise.beyond", { count: target, target: number(target) })
      : t("promise.ofTarget", { target: number(target) });
  const [low, high] = forecast ?? [count, count];
  const full = Math.max(target, high) * 1.04;
  const at = (value: number) => (value / full) * 100;
  return (
    <figure className={css.figure}>
      <svg
        className={css.bar}
        viewBox="0 0 100 12"
        preserveAspectRatio="none"
        role="img"
        aria-label={`${number(count)} ${promised}`}
      >
        <rect className={css.rail} x="0" y="3" width="100" height="6" rx="1" />
        {forecast ? (
          <rect className={css.range} x={at(low)} y="3" width={at(high) - at(low)} height="6" />
        ) : null}
        <rect className={css.done} x="0" y="3" width={at(count)} height="6" rx="1" />
        <rect className={css.target} x={at(target) - 0.25} y="0" width="0.5" height="12" />
      </svg>
      <figcaption className={css.caption}>
        <span>
          <strong>{number(count)}</strong> {promised}
        </span>
        {forecast ? <span>{t("promise.forecast", { low: number(low), high: number(high) })}</span> : null}
      </figcaption>
    </figure>
  );
}
