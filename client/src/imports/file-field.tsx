/** A file that is chosen, or dropped where the field is. */
import { FileUp } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import css from "./file-field.module.css";

interface Props {
  file: File | null;
  onFile(file: File | null): void;
}

const FORMATS = ".csv,.txt,.geojson,.json,.gpkg,.zip";

export function FileField({ file, onFile }: Props) {
  const { t } = useTranslation();
  const hint = useId();
  const [over, setOver] = useState(false);
  return (
    <label
      className={css.field}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFile(event.dataTransfer.files[0] ?? null);
      }}
    >
      <FileUp aria-hidden="true" />
      <span className={css.label}>{t("imports.file")}</span>
      <span className={css.name}>{file?.name}</span>
      <span id={hint} className={css.hint}>
        {t("imports.fileHint")}
      </span>
      <input
        type="file"
        className="visually-hidden"
        accept={FORMATS}
        aria-describedby={hint}
        onChange={(event) => {
          onFile(event.target.files?.[0] ?? null);
          // The same file, mended meanwhile, may be chosen again.
          event.target.value = "";
        }}
      />
    </label>
  );
}
