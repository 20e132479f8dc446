/** A panel over the map: at the side on a wide screen, from the bottom on a narrow one. */
import { X } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import css from "./sheet.module.css";

interface Props {
  title: ReactNode;
  /** Can be closed, with the button or with Escape. */
  onClose?(): void;
  className?: string | undefined;
  children: ReactNode;
}

export function Sheet({ title, onClose, className = "", children }: Props) {
  const { t } = useTranslation();
  useEffect(() => {
    if (!onClose) return;
    const close = (event: KeyboardEvent) => {
      if (event.key === "Escape") onClose();
    };
    window.addEventListener("keydown", close);
    return () => window.removeEventListener("keydown", close);
  }, [onClose]);
  return (
    <section className={`${css.sheet} ${className}`}>
      <header className={css.head}>
        <h2>{title}</h2>
        {onClose ? (
          <Button look="quiet" aria-label={t("ui.close")} icon={<X aria-hidden="true" />} onClick={onClose} />
        ) : null}
      </header>
      <div className={css.body}>{children}</div>
    </section>
  );
}
