/** The chosen place, read back in words, with buttons that move it ten metres whichever way it was chosen. */
import { MapPin, MoveDown, MoveLeft, MoveRight, MoveUp } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Toolbar } from "../../ui/toolbar.tsx";
import css from "./where-step.module.css";

/** Metres from where the place was chosen to where it has been moved. */
export interface Moved {
  east: number;
  north: number;
}

const directions = [
  { towards: "north", by: { east: 0, north: 10 }, Icon: MoveUp },
  { towards: "south", by: { east: 0, north: -10 }, Icon: MoveDown },
  { towards: "west", by: { east: -10, north: 0 }, Icon: MoveLeft },
  { towards: "east", by: { east: 10, north: 0 }, Icon: MoveRight },
] as const;

interface Props {
  words: string | null;
  /** Null while it stands where it was chosen; all zero once it is back there. */
  moved: Moved | null;
  /** How many metres the phone's own position may be wrong by, where that is worth a word. */
  roughMetres: number | null;
  onMove(by: Moved): void;
}

export function ChosenPlace({ words, moved, roughMetres, onMove }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const before = useRef(words);
  useEffect(() => {
    // Seen at once after a press above it; never from under what is being used.
    const inUse = document.activeElement?.matches("select, canvas");
    if (words !== before.current && !inUse) box.current?.scrollIntoView({ block: "nearest" });
    before.current = words;
  }, [words]);
  const sentences = [
    words ? t("form.where.chosen", { place: words }) : null,
    words && roughMetres !== null ? t("form.where.rough", { metres: roughMetres }) : null,
  ].filter((each) => each !== null);
  return (
    <div ref={box} className={words ? css.chosen : undefined}>
      {/* There from the start: what is put into it later is read out. */}
      <div role="status">
        {words ? (
          <p className={css.told}>
            <MapPin aria-hidden="true" />
            <span>
              {sentences.join(sentences.length > 1 ? ". " : "")} <MovedWords moved={moved} />
            </span>
          </p>
        ) : null}
      </div>
      {words ? (
        <div className={css.scripted}>
          <Toolbar
            label={t("form.where.nudge")}
            tools={directions.map(({ towards, by, Icon }) => ({
              id: towards,
              label: t(`form.where.towards.${towards}`),
              icon: <Icon aria-hidden="true" />,
              onPress: () => onMove(by),
            }))}
          />
        </div>
      ) : null}
    </div>
  );
}

/** How far in all, so that each press says something new. */
function MovedWords({ moved }: { moved: Moved | null }) {
  const { t } = useTranslation();
  if (!moved) return null;
  const { east, north } = moved;
  const ways = [
    north === 0 ? null : t(`form.where.moved.${north > 0 ? "north" : "south"}`, { metres: Math.abs(north) }),
    east === 0 ? null : t(`form.where.moved.${east > 0 ? "east" : "west"}`, { metres: Math.abs(east) }),
  ].filter((each) => each !== null);
  return (
    <span className={css.moved}>
      {ways.length === 0 ? t("form.where.movedBack") : t("form.where.movedBy", { way: ways.join(", ") })}
    </span>
  );
}
