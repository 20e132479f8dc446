/** The staff's measures: the list, and the form that adds one or changes one. */
import { useMutation, useQuery } from "@tanstack/react-query";
import type { Role } from "@trygg/shared/accounts/schema.ts";
import type { Measure } from "@trygg/shared/measures/schema.ts";
import { localDate } from "@trygg/shared/time/local.ts";
import { Link2, Plus, Scale, Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorker } from "../accounts/worker.tsx";
import { queryClient, trpc } from "../api.ts";
import { changeView, useView } from "../map/use-view.ts";
import { useNames, useNow, useTown } from "../place/town.tsx";
import { Answer } from "../ui/answer.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogButtons } from "../ui/dialog.tsx";
import { codeOf, useErrorWords } from "../ui/error-words.ts";
import { Message } from "../ui/message.tsx";
import { EffectView } from "./effect/effect-view.tsx";
import { MeasureConflict } from "./measure-conflict.tsx";
import { type MeasureDraft, changeOf, newMeasure, toInput, toPublic, undoOf } from "./measure-draft.ts";
import { MeasureForm } from "./measure-form.tsx";
import css from "./measure-form.module.css";
import { MeasureList } from "./measure-list.tsx";
import { useMeasureWork } from "./measure-work.ts";

/** What was saved last, and what it was before: nothing when it is new. */
interface Saved {
  measure: Measure;
  before: Measure | null;
  undone: boolean;
}

/** Roles that change measures; others read them. */
const editors: readonly Role[] = ["planner", "coordinator"];

/** Those who see what voices say before and after. */
const followers: readonly Role[] = ["planner", "police", "coordinator"];

export function MeasurePanel() {
  const { t } = useTranslation();
  const { draft, setDraft, discard } = useMeasureWork();
  const { role } = useWorker();
  const mayEdit = editors.includes(role);
  const mayFollow = followers.includes(role);
  const names = useNames();
  const { selected } = useView();
  const words = useErrorWords();
  const [showing, setShowing] = useState(false);
  const [saved, setSaved] = useState<Saved | null>(null);
  /** The measure whose effect is shown. */
  const [following, setFollowing] = useState<string | null>(null);
  const measures = useQuery(trpc.measures.list.queryOptions());
  const refresh = () => {
    void queryClient.invalidateQueries({ queryKey: trpc.measures.pathKey() });
    void queryClient.invalidateQueries({ queryKey: trpc.layers.lighting.pathKey() });
  };
  const link = useMutation(trpc.reports.link.mutationOptions({ onSuccess: refresh }));
  const save = useMutation(
    trpc.measures.save.mutationOptions({
      onSuccess: (measure) => {
        const answered = draft?.reports ?? [];
        if (answered.length > 0) link.mutate({ ids: answered, measure: measure.id, linked: true });
        setShowing(false);
        setSaved({ measure, before: draft?.measure ?? null, undone: false });
        setDraft(null);
        refresh();
      },
      onError: (error) => {
        setShowing(false);
        if (codeOf(error) === "conflict") refresh();
      },
    }),
  );
  const undo = useMutation(
    trpc.measures.save.mutationOptions({
      onSuccess: (measure) => {
        setSaved({ measure, before: null, undone: true });
        refresh();
      },
    }),
  );
  if (draft) {
    const theirs = measures.data?.find(({ id }) => id === draft.measure?.id);
    const overtaken = theirs && draft.measure && theirs.version > draft.measure.version ? theirs : null;
    const open = (next: MeasureDraft) => {
      save.reset();
      setDraft(next);
    };
    return (
      <>
        <MeasureForm
          key={draft.measure?.id ?? "new"}
          draft={draft}
          onDraft={setDraft}
          trouble={
            overtaken ? (
              <MeasureConflict draft={draft} theirs={overtaken} onResolve={open} />
            ) : save.error ? (
              <Message tone="wrong">{words(save.error)}</Message>
            ) : null
          }
          saving={save.isPending}
          // A new measure is public from its first save on.
          onSave={() => (draft.measure ? save.mutate(toInput(draft)) : setShowing(true))}
          onCancel={() => {
            save.reset();
            discard(() => setDraft(null));
          }}
        />
        {showing ? (
          <WhatEverybodySees
            draft={draft}
            saving={save.isPending}
            onSave={() => save.mutate(toInput(draft))}
            onBack={() => setShowing(false)}
          />
        ) : null}
      </>
    );
  }
  const shown = measures.data?.find(({ id }) => id === following);
  if (shown) return <EffectView measure={shown} mayEdit={mayEdit} onBack={() => setFollowing(null)} />;
  const { before = null, measure } = saved ?? {};
  return (
    <>
      <h2>{t("desk.panel.measures")}</h2>
      {saved ? (
        <Message tone="done" live>
          <div className={css.saved}>
            <span>
              {t(saved.undone ? "measures.undone" : "measures.saved", { title: saved.measure.title })}
            </span>
            {before && measure ? (
              <Button
                icon={<Undo2 aria-hidden="true" />}
                disabled={undo.isPending}
                onClick={() => undo.mutate(undoOf(before, measure))}
              >
                {t("measures.undo")}
              </Button>
            ) : null}
          </div>
        </Message>
      ) : null}
      {link.data ? (
        <Message tone="done" live>
          {t("cases.noted.linked", { count: link.data.changed.length })}
        </Message>
      ) : null}
      {link.error ? <Message tone="wrong">{t("cases.linkFailed")}</Message> : null}
      {undo.error ? <Message tone="wrong">{words(undo.error)}</Message> : null}
      {mayEdit ? (
        <Button look="main" icon={<Plus aria-hidden="true" />} onClick={() => setDraft(newMeasure())}>
          {t("measures.add")}
        </Button>
      ) : null}
      <Answer to={measures}>
        {(data) => (
          <MeasureList
            measures={data}
            areaName={names.area}
            answers={(each) => each.answers}
            renderMore={(each) => (
              <div className={css.more}>
                <LinkedReports measure={each} mayOpen={mayEdit} />
                {mayFollow && each.state !== "declined" ? (
                  <span className={css.follow}>
                    <Button
                      look="quiet"
                      icon={<Scale aria-hidden="true" />}
                      aria-label={t("effect.openThis", { title: each.title })}
                      onClick={() => setFollowing(each.id)}
                    >
                      {t("effect.title")}
                    </Button>
                  </span>
                ) : null}
              </div>
            )}
            selected={selected}
            onEdit={mayEdit ? (each) => setDraft(changeOf(each)) : undefined}
          />
        )}
      </Answer>
    </>
  );
}

/** How many reports a measure answers, and the way to them for those who may see them. */
function LinkedReports({ measure: { id, reports }, mayOpen }: { measure: Measure; mayOpen: boolean }) {
  const { t } = useTranslation();
  if (reports === undefined) return null;
  const words = t("cases.reports", { count: reports });
  if (!mayOpen) return <p>{words}</p>;
  return (
    <span>
      <Button
        icon={<Link2 aria-hidden="true" />}
        onClick={() => changeView({ panel: "reports", only: id, selected: null, layers: null })}
      >
        {words}
      </Button>
    </span>
  );
}

function WhatEverybodySees({
  draft,
  saving,
  onSave,
  onBack,
}: {
  draft: MeasureDraft;
  saving: boolean;
  onSave(): void;
  onBack(): void;
}) {
  const { t } = useTranslation();
  const names = useNames();
  const now = useNow();
  const { place } = useTown();
  return (
    <Dialog title={t("measures.public.title")} onClose={onBack}>
      <p className={css.text}>{t("measures.public.text")}</p>
      <div className={css.preview}>
        <MeasureList measures={[toPublic(draft, localDate(now(), place.timeZone))]} areaName={names.area} />
      </div>
      <DialogButtons>
        <Button look="main" disabled={saving} onClick={onSave}>
          {t("measures.public.save")}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {t("measures.public.back")}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
