/** A question that must be answered before anything else, in the browser's own dialog: it holds the focus by itself. */
import { type ReactNode, useEffect, useId, useRef } from "react";
import css from "./dialog.module.css";

interface Props {
  title: ReactNode;
  /** Without it the dialog cannot be waved away. */
  onClose?(): void;
  children: ReactNode;
}

export function Dialog({ title, onClose, children }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={css.dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <div className={css.body}>
        <h2 id={id}>{title}</h2>
        {children}
      </div>
    </dialog>
  );
}

/** The answers of a dialog, the one that goes on first. */
export function DialogButtons({ children }: { children: ReactNode }) {
  return <div className={css.buttons}>{children}</div>;
}
