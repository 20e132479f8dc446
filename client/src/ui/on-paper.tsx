/** What comes on paper in the place of everything on the screen, as long as it is mounted. */
import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import css from "./on-paper.module.css";

export function OnPaper({ children }: { children: ReactNode }) {
  return createPortal(<div className={css.paper}>{children}</div>, document.body);
}
