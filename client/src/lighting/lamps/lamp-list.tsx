/** Lamps as a list, narrowed by whether they burn, whose they are, and what nobody knows of them. */
import { type Lamp, type LampStatus, lampStatuses } from "@trygg/shared/lighting/schema.ts";
import { CircleOff, Lightbulb, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNames } from "../../place/town.tsx";
import { Badge, type Tone } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { SelectField } from "../../ui/field.tsx";
import { Message } from "../../ui/message.tsx";
import { isUnknown, unknowns } from "./lamp-draft.ts";
import { useLampWords } from "./lamp-words.ts";
import css from "./lamps.module.css";

const looks: Record<LampStatus, { tone: Tone; Icon: typeof Lightbulb }> = {
  working: { tone: "kept", Icon: Lightbulb },
  broken: { tone: "missed", Icon: TriangleAlert },
  off: { tone: "neutral", Icon: CircleOff },
};

const PAGE = 50;

interface Props {
  lamps: Lamp[];
  onChoose(lamp: Lamp): void;
}

export function LampList({ lamps, onChoose }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  const { owners } = useLampWords();
  const [status, setStatus] = useState("");
  const [owner, setOwner] = useState("");
  const [unknown, setUnknown] = useState("");
  const [most, setMost] = useState(PAGE);
  const found = lamps.filter(
    (lamp) =>
      (status === "" || lamp.status === status) &&
      (owner === "" || lamp.owner === owner) &&
      (unknown === "" || unknowns.some((field) => field === unknown && isUnknown(lamp, field))),
  );
  return (
    <>
      <div className={css.filter}>
        <SelectField
          label={t("lamps.field.status")}
          value={status}
          onChange={(event) => setStatus(event.target.value)}
        >
          <option value="">{t("lamps.list.all")}</option>
          {lampStatuses.map((each) => (
            <option key={each} value={each}>
              {t(`lamps.status.${each}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t("lamps.field.owner")}
          value={owner}
          onChange={(event) => setOwner(event.target.value)}
        >
          <option value="">{t("lamps.list.all")}</option>
          {owners.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t("lamps.list.unknown")}
          value={unknown}
          onChange={(event) => setUnknown(event.target.value)}
        >
          <option value="">{t("lamps.list.whatever")}</option>
          {unknowns.map((each) => (
            <option key={each} value={each}>
              {t(`lamps.field.${each}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <p className={css.text} role="status">
        {t("lamps.list.count", { count: found.length })}
      </p>
      {found.length === 0 ? (
        <Message>{t(lamps.length === 0 ? "lamps.list.empty" : "lamps.list.none")}</Message>
      ) : (
        <ul className={css.list}>
          {found.slice(0, most).map((lamp) => {
            const { tone, Icon } = looks[lamp.status];
            const lacking = unknowns.filter((field) => isUnknown(lamp, field));
            return (
              <li key={lamp.id}>
                <button type="button" className={css.row} onClick={() => onChoose(lamp)}>
                  <span className={css.name}>{lamp.id}</span>
                  <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
                    {t(`lamps.status.${lamp.status}`)}
                  </Badge>
                  <span className={css.more}>
                    {lamp.area ? names.area(lamp.area) : t("lamps.list.noArea")}
                    {lacking.length > 0
                      ? ` · ${t("lamps.list.lacks", { what: lacking.map((field) => t(`lamps.lack.${field}`)).join(", ") })}`
                      : null}
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {found.length > most ? (
        <Button onClick={() => setMost(most + PAGE)}>
          {t("lamps.list.next", { count: Math.min(PAGE, found.length - most) })}
        </Button>
      ) : null}
    </>
  );
}
