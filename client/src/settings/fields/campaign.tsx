/** Whether people may report now: closed by hand, or only between two days, and what the form then says. */
import { isOpenOn } from "@trygg/shared/place/campaign.ts";
import { useTranslation } from "react-i18next";
import { useToday } from "../../place/town.tsx";
import { ChooseOne } from "../../ui/choice.tsx";
import { TextField } from "../../ui/field.tsx";
import { Message } from "../../ui/message.tsx";
import type { FieldsProps } from "../fields-props.ts";
import css from "../settings.module.css";
import { WordsFields, noWords, orNothing } from "../words-fields.tsx";

export function CampaignFields({ value, onValue, wrong, answer }: FieldsProps<"campaign">) {
  const { t } = useTranslation();
  const today = useToday()();
  const { campaign } = value;
  const change = (part: Partial<typeof campaign>) => onValue({ campaign: { ...campaign, ...part } });
  return (
    <>
      <ChooseOne
        look="segments"
        legend={t("settings.campaign.state")}
        value={campaign.closed === null ? "open" : "closed"}
        options={(["open", "closed"] as const).map((state) => ({
          value: state,
          label: t(`settings.campaign.${state}`),
        }))}
        onChange={(state) => change({ closed: state === "open" ? null : (campaign.closed ?? today) })}
      />
      <div className={css.pair}>
        {(["from", "to"] as const).map((end) => (
          <TextField
            key={end}
            type="date"
            label={t(`settings.campaign.${end}`)}
            hint={t("settings.optional")}
            value={campaign[end] ?? ""}
            error={wrong(`campaign.${end}`)}
            onChange={({ target }) => change({ [end]: target.value || null })}
          />
        ))}
      </div>
      <WordsFields
        label={t("settings.campaign.text")}
        words={campaign.text ?? noWords}
        onWords={(text) => change({ text: orNothing(text) })}
        languages={answer.languages}
        path="campaign.text"
        wrong={wrong}
        long
      />
      {isOpenOn(campaign, today) ? null : <Message>{t("settings.campaign.closedMeans")}</Message>}
    </>
  );
}
