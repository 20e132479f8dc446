/** The staff's measures: the list, and the form that adds one or changes one. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queryClient, trpc } from "../api.ts";
import { useNames } from "../place/town.tsx";
import { Button } from "../ui/button.tsx";
import { useErrorWords } from "../ui/error-words.ts";
import { Message, Waiting } from "../ui/message.tsx";
import { type MeasureDraft, MeasureForm } from "./measure-form.tsx";
import { MeasureList } from "./measure-list.tsx";

interface Props {
  draft: MeasureDraft | null;
  onDraft(draft: MeasureDraft | null): void;
  /** Where the map has been pressed while a draft is open. */
  at: { lng: number; lat: number } | null;
  mayEdit: boolean;
}

export function MeasurePanel({ draft, onDraft, at, mayEdit }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  const words = useErrorWords();
  const [saved, setSaved] = useState<string | null>(null);
  const { data, error, isPending } = useQuery(trpc.measures.list.queryOptions());
  const save = useMutation(
    trpc.measures.save.mutationOptions({
      onSuccess: ({ title }) => {
        setSaved(title);
        onDraft(null);
        void queryClient.invalidateQueries({ queryKey: trpc.measures.pathKey() });
        void queryClient.invalidateQueries({ queryKey: trpc.layers.lighting.pathKey() });
      },
    }),
  );
  if (draft)
    return (
      <MeasureForm
        key={draft.measure?.id ?? "new"}
        draft={draft}
        at={at}
        error={save.error ? words(save.error) : null}
        saving={save.isPending}
        onSave={(input) => save.mutate(input)}
        onCancel={() => {
          save.reset();
          onDraft(null);
        }}
      />
    );
  return (
    <>
      {saved ? (
        <Message tone="done" live>
          {t("measures.saved", { title: saved })}
        </Message>
      ) : null}
      {mayEdit ? (
        <Button look="main" icon={<Plus aria-hidden="true" />} onClick={() => onDraft({})}>
          {t("measures.add")}
        </Button>
      ) : null}
      {isPending ? <Waiting label={t("ui.waiting")} /> : null}
      {error ? <Message tone="wrong">{words(error)}</Message> : null}
      {data ? (
        <MeasureList
          measures={data}
          areaName={names.area}
          onEdit={mayEdit ? (measure) => onDraft({ measure }) : undefined}
        />
      ) : null}
    </>
  );
}
