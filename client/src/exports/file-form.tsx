/** A file of what the desk shows: which, and in which form. */
import { useMutation } from "@tanstack/react-query";
import type { Role } from "@trygg/shared/accounts/schema.ts";
import {
  type ExportFormat,
  type ExportKind,
  exportFormats,
  exportKinds,
} from "@trygg/shared/exports/schema.ts";
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import { Download } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { ChooseOne } from "../ui/choice.tsx";
import { useErrorWords } from "../ui/error-words.ts";
import { Message } from "../ui/message.tsx";
import css from "./exports.module.css";
import { fetchFile } from "./fetch-file.ts";

export function FileForm({ role, filter }: { role: Role; filter: ReportFilter }) {
  const { t } = useTranslation();
  const words = useErrorWords();
  // What is at hand; whether it may be taken is the server's to say.
  const kinds = role === "partner" ? (["presence", "measures"] as const) : exportKinds;
  const [kind, setKind] = useState<ExportKind>(kinds[0]);
  const [format, setFormat] = useState<ExportFormat>("csv");
  const file = useMutation({ mutationFn: () => fetchFile(`/exports/${kind}.${format}`, filter) });
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
      <FormatChoice format={format} onFormat={setFormat} />
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

export function FormatChoice(props: { format: ExportFormat; onFormat(format: ExportFormat): void }) {
  const { t } = useTranslation();
  return (
    <ChooseOne
      look="segments"
      legend={t("exports.format")}
      value={props.format}
      options={exportFormats.map((value) => ({ value, label: t(`exports.formats.${value}`) }))}
      onChange={props.onFormat}
    />
  );
}
