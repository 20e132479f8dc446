/** Filters kept under names, applied by one press; what they hold stands in the address, so that they can be sent to others. */
import { useMutation, useQuery } from "@tanstack/react-query";
import type { SavedFilter } from "@trygg/shared/reports/saved.ts";
import { Pencil, Trash2, Undo2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { queryClient, trpc } from "../../api.ts";
import { changeView, useView } from "../../map/use-view.ts";
import { Answer } from "../../ui/answer.tsx";
import { Button } from "../../ui/button.tsx";
import { codeOf, useErrorWords } from "../../ui/error-words.ts";
import { TextField } from "../../ui/field.tsx";
import { Message } from "../../ui/message.tsx";
import { useTries } from "../../ui/use-tries.ts";
import css from "./single.module.css";

const again = () => void queryClient.invalidateQueries({ queryKey: trpc.reports.filters.pathKey() });

export function SavedFilters() {
  const { t } = useTranslation();
  const words = useErrorWords();
  const { filter, clock } = useView();
  const [renamed, setRenamed] = useState<SavedFilter | null>(null);
  const filters = useQuery(trpc.reports.filters.queryOptions());
  const save = useMutation(
    trpc.reports.saveFilter.mutationOptions({
      onSuccess: () => {
        setRenamed(null);
        remove.reset();
        again();
      },
    }),
  );
  const remove = useMutation(trpc.reports.removeFilter.mutationOptions({ onSuccess: again }));
  const { data: removed } = remove;
  const wrong = save.error
    ? codeOf(save.error) === "conflict"
      ? t("cases.saved.taken")
      : words(save.error)
    : undefined;
  return (
    <details className={css.saved}>
      <summary>{t("cases.saved.title", { count: filters.data?.length ?? 0 })}</summary>
      <div className={css.keep}>
        <div role="status" className={css.live}>
          {removed ? (
            <Message tone="done">
              <div className={css.noted}>
                <span>{t("cases.saved.removed", { name: removed.name })}</span>
                <Button
                  icon={<Undo2 aria-hidden="true" />}
                  onClick={() => save.mutate({ name: removed.name, view: removed.view })}
                >
                  {t("measures.undo")}
                </Button>
              </div>
            </Message>
          ) : null}
        </div>
        {remove.error ? <Message tone="wrong">{words(remove.error)}</Message> : null}
        <Answer to={filters} lines={2}>
          {(data) => (
            <ul className={css.plain}>
              {data.map((kept) => (
                <li key={kept.id}>
                  <button
                    type="button"
                    className={css.open}
                    aria-pressed={isShown(kept, { filter, clock })}
                    onClick={() => changeView({ ...kept.view, selected: null, only: null })}
                  >
                    {kept.name}
                  </button>
                  <span>
                    <Button
                      look="quiet"
                      aria-label={t("cases.saved.rename", kept)}
                      icon={<Pencil aria-hidden="true" />}
                      onClick={() => setRenamed(kept)}
                    />
                    <Button
                      look="quiet"
                      aria-label={t("cases.saved.remove", kept)}
                      icon={<Trash2 aria-hidden="true" />}
                      onClick={() => remove.mutate({ id: kept.id })}
                    />
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Answer>
        <NameForm
          key={renamed?.id ?? `new ${filters.data?.length}`}
          label={renamed ? t("cases.saved.newName") : t("cases.saved.name")}
          button={renamed ? t("cases.saved.change") : t("cases.saved.keep")}
          name={renamed?.name ?? ""}
          wrong={wrong}
          busy={save.isPending}
          onName={(name) => save.mutate(renamed ? { ...renamed, name } : { name, view: { filter, clock } })}
        />
      </div>
    </details>
  );
}

const isShown = ({ view }: SavedFilter, shown: SavedFilter["view"]) =>
  JSON.stringify(entriesOf(view)) === JSON.stringify(entriesOf(shown));

const entriesOf = ({ filter, clock }: SavedFilter["view"]) => [
  Object.entries(filter).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  clock && [clock.hour, clock.month],
];

interface NameProps {
  label: string;
  button: string;
  name: string;
  wrong: string | undefined;
  busy: boolean;
  onName(name: string): void;
}

function NameForm({ label, button, name, wrong, busy, onName }: NameProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(name);
  const { form, tried, pointAtWrong } = useTries();
  const isEmpty = typed.trim() === "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isEmpty) pointAtWrong();
    else onName(typed.trim());
  };
  return (
    <form className={css.form} ref={form} noValidate onSubmit={submit}>
      <TextField
        label={label}
        error={tried && isEmpty ? t("cases.saved.nameless") : wrong}
        value={typed}
        maxLength={60}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Button type="submit" disabled={busy}>
        {button}
      </Button>
    </form>
  );
}
