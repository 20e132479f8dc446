/** "Lampor": the list, and the lamp that was chosen there or on the map, to be read or changed. */
import { useMutation, useQuery } from "@tanstack/react-query";
import type { StaffLamp } from "@trygg/shared/lighting/schema.ts";
import { Plus, Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorker } from "../../accounts/worker.tsx";
import { queryClient, trpc } from "../../api.ts";
import { changeView } from "../../map/use-view.ts";
import { useToday, useTown } from "../../place/town.tsx";
import { Answer } from "../../ui/answer.tsx";
import { Button } from "../../ui/button.tsx";
import { useErrorWords } from "../../ui/error-words.ts";
import { Message } from "../../ui/message.tsx";
import { mayEditLamps } from "./editors.ts";
import { LampConflict } from "./lamp-conflict.tsx";
import { newLamp, toInput, undoOf } from "./lamp-draft.ts";
import { LampFacts } from "./lamp-facts.tsx";
import { LampForm } from "./lamp-form.tsx";
import { LampHistory } from "./lamp-history.tsx";
import { LampList } from "./lamp-list.tsx";
import { useLampWork, useShownLamp } from "./lamp-work.ts";
import css from "./lamps.module.css";

/** What was saved last, and what it was before: nothing when it is new. */
interface Saved {
  lamp: StaffLamp;
  before: StaffLamp | null;
  undone: boolean;
}

export function LampPanel() {
  const { t } = useTranslation();
  const words = useErrorWords();
  const today = useToday();
  const { lampOwners } = useTown();
  const mayEdit = mayEditLamps(useWorker().role);
  const { draft, setDraft, discard } = useLampWork();
  const { shown, change } = useShownLamp();
  const lamps = useQuery(trpc.lighting.lamps.queryOptions());
  const [saved, setSaved] = useState<Saved | null>(null);
  const save = useMutation(
    trpc.lighting.saveLamp.mutationOptions({
      // A conflict is told by what is read anew.
      onError: () => void queryClient.invalidateQueries({ queryKey: trpc.lighting.lamps.queryKey() }),
    }),
  );
  const take = (lamp: StaffLamp, outcome: Saved) => {
    queryClient.setQueryData(
      trpc.lighting.lamps.queryKey(),
      (before) =>
        before &&
        [...before.filter(({ id }) => id !== lamp.id), lamp].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    );
    void queryClient.invalidateQueries({ queryKey: trpc.lighting.pathKey() });
    void queryClient.invalidateQueries({ queryKey: trpc.layers.lighting.pathKey() });
    setSaved(outcome);
    setDraft(null);
    changeView({ selected: lamp.id });
  };
  const close = () => {
    save.reset();
    setSaved(null);
    setDraft(null);
    changeView({ selected: null });
  };
  const undo = (before: Parameters<typeof undoOf>[0], now: StaffLamp) =>
    save.mutate(undoOf(before, now), {
      onSuccess: (lamp) => take(lamp, { lamp, before: null, undone: true }),
    });

  const told =
    saved && saved.lamp.id === shown?.lamp?.id && !draft ? (
      <Message tone="done" live>
        <div className={css.saved}>
          <span>{t(saved.undone ? "lamps.undone" : "lamps.saved", { id: saved.lamp.id })}</span>
          {saved.before ? (
            <Button
              icon={<Undo2 aria-hidden="true" />}
              disabled={save.isPending}
              onClick={() => saved.before && undo(saved.before, saved.lamp)}
            >
              {t("lamps.undo")}
            </Button>
          ) : null}
        </div>
      </Message>
    ) : null;

  if (shown && !mayEdit && shown.lamp) return <LampFacts lamp={shown.lamp} onClose={close} />;
  if (shown && mayEdit) {
    const { lamp } = shown;
    const theirs = lamps.data?.find(({ id }) => id === lamp?.id);
    const overtaken = theirs && lamp && theirs.version > lamp.version ? theirs : null;
    return (
      <>
        {told}
        <LampForm
          key={lamp?.id ?? "new"}
          draft={shown}
          onDraft={(next) => {
            save.reset();
            change(next);
          }}
          trouble={
            overtaken ? (
              <LampConflict
                draft={shown}
                theirs={overtaken}
                onResolve={(next) => {
                  save.reset();
                  change(next);
                }}
              />
            ) : save.error ? (
              <Message tone="wrong">{words(save.error)}</Message>
            ) : null
          }
          saving={save.isPending}
          onSave={() =>
            save.mutate(toInput(shown), {
              onSuccess: (after) => take(after, { lamp: after, before: lamp, undone: false }),
            })
          }
          onCancel={() => discard(close)}
        />
        {lamp ? (
          <LampHistory
            lamp={theirs ?? lamp}
            onUndo={draft ? undefined : (before) => undo(before, theirs ?? lamp)}
          />
        ) : null}
      </>
    );
  }
  return (
    <>
      <h2>{t("desk.panel.lamps")}</h2>
      <p className={css.text}>{t(mayEdit ? "lamps.text" : "lamps.textRead")}</p>
      {mayEdit ? (
        <Button
          look="main"
          icon={<Plus aria-hidden="true" />}
          onClick={() => setDraft(newLamp(today(), lampOwners[0]?.id ?? "unknown"))}
        >
          {t("lamps.add")}
        </Button>
      ) : null}
      <Answer to={lamps} lines={8}>
        {(data) => <LampList lamps={data} onChoose={({ id }) => changeView({ selected: id })} />}
      </Answer>
    </>
  );
}
