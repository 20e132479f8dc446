/** A file that is chosen, or dropped on the field: the browser's own input lies unseen over all of it. */
import { FileUp } from "lucide-react";
import { useId } from "react";
import css from "./file-field.module.css";

interface Props {
  label: string;
  hint: string;
  /** Endings of names, parted by commas. */
  formats: string;
  file: File | null;
  onFile(file: File | null): void;
}

export function FileField({ label, hint, formats, file, onFile }: Props) {
  const id = useId();
  return (
    <label className={css.field}>
      <FileUp aria-hidden="true" />
      <span className={css.label}>{label}</span>
      <span className={css.name}>{file?.name}</span>
      <span id={id} className={css.hint}>
        {hint}
      </span>
      <input
        type="file"
        accept={formats}
        aria-describedby={id}
        onChange={(event) => {
          onFile(event.target.files?.[0] ?? null);
          // The same file, mended meanwhile, may be chosen again.
          event.target.value = "";
        }}
      />
    </label>
  );
}
