/** Logging a presence in fifteen seconds: what, who, when, where. Nothing of who, no plan, never live. */
import { useMutation } from "@tanstack/react-query";
import {
  type Party,
  type PatrolInput,
  type PatrolKind,
  partyIds,
  patrolKinds,
} from "@trygg/shared/patrols/schema.ts";
import { instantOfLocal, localDate, localTime } from "@trygg/shared/time/local.ts";
import { Undo2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { queryClient, trpc } from "../api.ts";
import { useNames, useNow, useTown } from "../place/town.tsx";
import { Button } from "../ui/button.tsx";
import { ChooseMany, ChooseOne } from "../ui/choice.tsx";
import { useErrorWords } from "../ui/error-words.ts";
import { SelectField, TextField } from "../ui/field.tsx";
import { Message } from "../ui/message.tsx";
import css from "./log-panel.module.css";

export interface LinePoint {
  lng: number;
  lat: number;
}

interface Props {
  /** The line that is being drawn on the map. */
  line: LinePoint[];
  onLine(line: LinePoint[]): void;
  /** Whether presses on the map add to the line. */
  drawing: boolean;
  onDrawing(drawing: boolean): void;
  /** What this role usually logs. */
  usual: { kind: PatrolKind; parties: Party[] };
}

const MINUTES = ["15", "30", "60", "90", "120"] as const;
const FIVE_MINUTES = 5 * 60_000;

export function LogPanel({ line, onLine, drawing, onDrawing, usual }: Props) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const { areas, place } = useTown();
  const words = useErrorWords();
  const now = useNow();
  const [kind, setKind] = useState<PatrolKind>(usual.kind);
  const [parties, setParties] = useState<Party[]>(usual.parties);
  const [when, setWhen] = useState<"now" | "earlier">("now");
  const [minutes, setMinutes] = useState<(typeof MINUTES)[number]>("30");
  const [date, setDate] = useState(() => localDate(now(), place.timeZone));
  const [time, setTime] = useState(() => clockText(now(), place.timeZone));
  const [area, setArea] = useState("");
  // One key for one presence: pressing twice, or again after a lost answer, logs it once.
  const [clientKey, setClientKey] = useState(() => crypto.randomUUID());
  const log = useMutation(
    trpc.patrols.log.mutationOptions({
      onSuccess: () => {
        setClientKey(crypto.randomUUID());
        onLine([]);
        onDrawing(false);
        void queryClient.invalidateQueries({ queryKey: trpc.patrols.pathKey() });
        void queryClient.invalidateQueries({ queryKey: trpc.promise.pathKey() });
      },
    }),
  );

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const duration = Number(minutes) * 60_000;
    const end = Math.floor(now() / FIVE_MINUTES) * FIVE_MINUTES;
    const from = when === "now" ? end - duration : instantOf(date, time, place.timeZone);
    log.mutate({
      clientKey,
      kind,
      parties,
      from: new Date(from).toISOString(),
      to: new Date(from + duration).toISOString(),
      where: whereOf(drawing, line, area),
    });
  };
  const placed = drawing ? line.length >= 2 : area !== "";

  return (
    <form className={css.form} onSubmit={submit}>
      <p className={css.text}>{t("patrols.log.text")}</p>
      <ChooseOne
        look="tiles"
        legend={t("patrols.log.kind")}
        value={kind}
        options={patrolKinds.map((value) => ({ value, label: t(`patrols.kind.${value}`) }))}
        onChange={setKind}
      />
      <ChooseMany
        legend={t("patrols.log.parties")}
        values={parties}
        options={partyIds.map((value) => ({ value, label: t(`patrols.party.${value}`) }))}
        onChange={setParties}
      />
      <ChooseOne
        look="segments"
        legend={t("patrols.log.when")}
        value={when}
        options={(["now", "earlier"] as const).map((value) => ({ value, label: t(`patrols.log.${value}`) }))}
        onChange={setWhen}
      />
      {when === "earlier" ? (
        <div className={css.pair}>
          <TextField
            label={t("patrols.log.date")}
            type="date"
            required
            max={localDate(now(), place.timeZone)}
            value={date}
            onChange={(event) => setDate(event.target.value)}
          />
          <TextField
            label={t("patrols.log.time")}
            type="time"
            required
            value={time}
            onChange={(event) => setTime(event.target.value)}
          />
        </div>
      ) : null}
      <ChooseOne
        look="segments"
        legend={t("patrols.log.minutes")}
        value={minutes}
        options={MINUTES.map((value) => ({ value, label: value }))}
        onChange={setMinutes}
      />
      <ChooseOne
        look="segments"
        legend={t("patrols.log.where")}
        value={drawing ? "line" : "area"}
        options={(["area", "line"] as const).map((value) => ({ value, label: t(`patrols.log.${value}`) }))}
        onChange={(value) => onDrawing(value === "line")}
      />
      {drawing ? (
        <div className={css.line}>
          <p role="status">{t("patrols.log.drawn", { count: line.length })}</p>
          <Button
            look="plain"
            icon={<Undo2 aria-hidden="true" />}
            disabled={line.length === 0}
            onClick={() => onLine(line.slice(0, -1))}
          >
            {t("patrols.log.undo")}
          </Button>
        </div>
      ) : (
        <SelectField
          label={t("patrols.log.chooseArea")}
          required
          value={area}
          onChange={(event) => setArea(event.target.value)}
        >
          <option value="">{t("measures.form.chooseArea")}</option>
          {areas
            .toSorted((a, b) => names.area(a.id).localeCompare(names.area(b.id), i18n.language))
            .map(({ id }) => (
              <option key={id} value={id}>
                {names.area(id)}
              </option>
            ))}
        </SelectField>
      )}
      {log.error ? <Message tone="wrong">{words(log.error)}</Message> : null}
      {log.data ? <Logged {...log.data} /> : null}
      <Button look="main" type="submit" disabled={log.isPending || parties.length === 0 || !placed}>
        {t("patrols.log.button")}
      </Button>
    </form>
  );
}

function Logged({
  countsFor,
  awaiting,
  duplicateOf,
}: {
  countsFor: string[];
  awaiting: Party[];
  duplicateOf?: string | undefined;
}) {
  const { t } = useTranslation();
  return (
    <Message tone="done" live>
      <p>
        {t(
          duplicateOf
            ? "patrols.log.duplicate"
            : countsFor.length > 0
              ? "patrols.log.counted"
              : "patrols.log.kept",
          { count: countsFor.length },
        )}
      </p>
      {awaiting.length > 0 ? (
        <p>
          {t("patrols.log.awaiting", {
            parties: awaiting.map((party) => t(`patrols.party.${party}`)).join(", "),
          })}
        </p>
      ) : null}
    </Message>
  );
}

function whereOf(drawing: boolean, line: LinePoint[], area: string): PatrolInput["where"] {
  if (!drawing) return { area };
  return { type: "LineString", coordinates: line.map(({ lng, lat }) => [lng, lat]) };
}

function clockText(instant: number, timeZone: string): string {
  const { hour } = localTime(instant, timeZone);
  return `${String(hour).padStart(2, "0")}:00`;
}

function instantOf(date: string, time: string, timeZone: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return instantOfLocal(date, hour, timeZone) + minute * 60_000;
}
