/** A file that is chosen, or dropped on the field: the browser's own input lies unseen over all of it. */
import { FileUp } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import css from "./file-field.module.css";

interface Props {
  file: File | null;
  onFile(file: File | null): void;
}

const FORMATS = ".csv,.txt,.geojson,.json,.gpkg,.zip,.osm,.pbf";

export function FileField({ file, onFile }: Props) {
  const { t } = useTranslation();
  const hint = useId();
  return (
    <label className={css.field}>
      <FileUp aria-hidden="true" />
      <span className={css.label}>{t("imports.file")}</span>
      <span className={css.name}>{file?.name}</span>
      <span id={hint} className={css.hint}>
        {t("imports.fileHint")}
      </span>
      <input
        type="file"
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
