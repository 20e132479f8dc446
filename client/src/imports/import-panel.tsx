/** Bringing in a file: choose what it is, try it, look at what would happen, and store it. */
import { useMutation } from "@tanstack/react-query";
import { type ImportKindName, importKinds, importersOf } from "@trygg/shared/imports/schema.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorker } from "../accounts/worker.tsx";
import { queryClient, trpc } from "../api.ts";
import { Button } from "../ui/button.tsx";
import { ChooseOne } from "../ui/choice.tsx";
import { useErrorWords } from "../ui/error-words.ts";
import { Message } from "../ui/message.tsx";
import { FileField } from "./file-field.tsx";
import { ImportList } from "./import-list.tsx";
import css from "./import-panel.module.css";
import { type MappingDraft, MappingFields, emptyMapping, mappingOf } from "./mapping-fields.tsx";
import { OutcomeView } from "./outcome-view.tsx";
import { sendFile } from "./send-file.ts";

export function ImportPanel() {
  const { t } = useTranslation();
  const { role } = useWorker();
  const words = useErrorWords();
  const kinds = importKinds.filter((each) => importersOf[each].includes(role));
  const [kind, setKind] = useState<ImportKindName>(kinds[0] ?? "lamps");
  const [file, setFile] = useState<File | null>(null);
  const [mapping, setMapping] = useState<MappingDraft>(emptyMapping);
  const [progress, setProgress] = useState(0);
  const send = useMutation({
    mutationFn: (order: { file: File; dryRun: boolean; keepGood: boolean }) => {
      setProgress(0);
      const { file: sent, ...how } = order;
      return sendFile(kind, sent, { mapping: mappingOf(mapping), ...how }, setProgress);
    },
    onSuccess: ({ stored }) => {
      if (!stored) return;
      void queryClient.invalidateQueries({ queryKey: trpc.imports.pathKey() });
      void queryClient.invalidateQueries({ queryKey: trpc.lighting.pathKey() });
      void queryClient.invalidateQueries({ queryKey: trpc.layers.lighting.pathKey() });
    },
  });
  const begin = (change: () => void) => {
    change();
    send.reset();
  };
  const { data: outcome, error, isPending } = send;
  const fit = outcome && !outcome.stored ? outcome.added + outcome.changed : 0;
  return (
    <>
      <h2>{t("desk.panel.imports")}</h2>
      <p className={css.text}>{t("imports.text")}</p>
      {kinds.length > 1 ? (
        <ChooseOne
          look="segments"
          legend={t("imports.kind")}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`imports.kinds.${value}`) }))}
          onChange={(next) => begin(() => setKind(next))}
        />
      ) : null}
      <p className={css.text}>{t(`imports.about.${kind}`)}</p>
      <FileField
        label={t("imports.file")}
        hint={t("imports.fileHint")}
        formats=".csv,.txt,.geojson,.json,.gpkg,.zip,.osm,.pbf"
        file={file}
        onFile={(next) => begin(() => setFile(next))}
      />
      <MappingFields kind={kind} mapping={mapping} onMapping={(next) => begin(() => setMapping(next))} />
      {file ? (
        <div className={css.actions}>
          <Button
            look={fit > 0 ? "plain" : "main"}
            disabled={isPending}
            onClick={() => send.mutate({ file, dryRun: true, keepGood: false })}
          >
            {t("imports.try")}
          </Button>
          {fit > 0 ? (
            <Button
              look="main"
              disabled={isPending}
              onClick={() => send.mutate({ file, dryRun: false, keepGood: true })}
            >
              {outcome?.rejected ? t("imports.storeGood", { count: fit }) : t("imports.store")}
            </Button>
          ) : null}
        </div>
      ) : null}
      {isPending ? (
        <label className={css.progress}>
          {t("imports.sending")}
          <progress value={progress} max={1} />
        </label>
      ) : null}
      {error ? (
        <Message tone="wrong">
          {words(error)}
          <span className={css.detail} lang="en">
            {error.message}
          </span>
        </Message>
      ) : null}
      {outcome ? (
        <>
          <Message tone={outcome.stored ? "done" : "plain"} live>
            {outcome.stored
              ? t("imports.stored", { count: outcome.added + outcome.changed })
              : fit > 0
                ? t("imports.trial")
                : outcome.rejected > 0
                  ? t("imports.rejectedAll")
                  : t("imports.nothingNew")}
          </Message>
          <OutcomeView outcome={outcome} />
        </>
      ) : null}
      <ImportList />
    </>
  );
}
