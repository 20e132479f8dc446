/** A way past what every page begins with: the first stop of the Tab key, unseen until it has the focus. */
import type { MouseEvent, ReactNode } from "react";
import css from "./skip-link.module.css";

export function SkipLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className={css.skip} href={href} onClick={moveFocus}>
      {children}
    </a>
  );
}

/** Within the page without a change of the address: its fragment and its history are the page's own. */
function moveFocus(event: MouseEvent<HTMLAnchorElement>): void {
  const { hash, pathname } = event.currentTarget;
  const target = pathname === location.pathname ? document.getElementById(hash.slice(1)) : null;
  if (!target) return;
  event.preventDefault();
  target.focus();
}
