/** The product's buttons: one main action to a screen, the rest quiet. */
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from "react";
import css from "./button.module.css";

type Look = "main" | "plain" | "quiet";

interface Common {
  look?: Look;
  icon?: ReactNode;
}

const classOf = (look: Look, bare: boolean) => `${css.button} ${css[look]} ${bare ? css.bare : ""}`;

export function Button({
  look = "plain",
  icon,
  children,
  type = "button",
  ...rest
}: Common & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button type={type} className={classOf(look, !children)} {...rest}>
      {icon}
      {children}
    </button>
  );
}

/** Looks like a button and leads somewhere. */
export function ButtonLink({
  look = "plain",
  icon,
  children,
  ...rest
}: Common & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return (
    <a className={classOf(look, !children)} {...rest}>
      {icon}
      {children}
    </a>
  );
}
