/** A file of what the desk shows: which, and in which form. */
import { useMutation } from "@tanstack/react-query";
import type { Role } from "@trygg/shared/accounts/schema.ts";
import { type ExportKind, type FileFormat, exportKinds, fileFormats } from "@trygg/shared/exports/schema.ts";
import { type LampStatus, lampStatuses } from "@trygg/shared/lighting/schema.ts";
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import { Download } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { ChooseMany, ChooseOne } from "../ui/choice.tsx";
import { useErrorWords } from "../ui/error-words.ts";
import { Message } from "../ui/message.tsx";
import css from "./exports.module.css";
import { fetchFile } from "./fetch-file.ts";

export function FileForm({ role, filter }: { role: Role; filter: ReportFilter }) {
  const { t } = useTranslation();
  const words = useErrorWords();
  // What is at hand; whether it may be taken is the server's to say.
  const kinds = role === "partner" ? (["presence", "measures", "lamps"] as const) : exportKinds;
  const [kind, setKind] = useState<ExportKind>(kinds[0]);
  const [format, setFormat] = useState<FileFormat>("csv");
  const [status, setStatus] = useState<LampStatus[]>([]);
  const selection = kind === "lamps" ? { status, ...(filter.areas ? { areas: filter.areas } : {}) } : filter;
  const file = useMutation({ mutationFn: () => fetchFile(`/exports/${kind}.${format}`, selection) });
  return (
    <section className={css.part}>
      <h3>{t("exports.files")}</h3>
      <ChooseOne
        legend={t("exports.what")}
        value={kind}
        options={kinds.map((value) => ({ value, label: t(`exports.kind.${value}`) }))}
        onChange={setKind}
      />
      <p className={css.text}>{t(`exports.about.${kind}`)}</p>
      {kind === "lamps" ? (
        <ChooseMany
          legend={t("exports.lampStatus")}
          hint={t("exports.lampStatusHint")}
          values={status}
          options={lampStatuses.map((value) => ({ value, label: t(`lighting.status.${value}`) }))}
          onChange={setStatus}
        />
      ) : null}
      <FormatChoice format={format} formats={fileFormats} onFormat={setFormat} />
      <Button
        look="main"
        icon={<Download aria-hidden="true" />}
        disabled={file.isPending}
        onClick={() => file.mutate()}
      >
        {t("exports.fetch")}
      </Button>
      <div role="status">{file.isSuccess ? <Message tone="done">{t("exports.fetched")}</Message> : null}</div>
      {file.error ? <Message tone="wrong">{words(file.error)}</Message> : null}
    </section>
  );
}

interface FormatProps<T extends FileFormat> {
  format: T;
  formats: readonly T[];
  onFormat(format: NoInfer<T>): void;
}

export function FormatChoice<T extends FileFormat>(props: FormatProps<T>) {
  const { t } = useTranslation();
  return (
    <ChooseOne
      look="segments"
      legend={t("exports.format")}
      value={props.format}
      options={props.formats.map((value) => ({ value, label: t(`exports.formats.${value as FileFormat}`) }))}
      onChange={props.onFormat}
    />
  );
}
