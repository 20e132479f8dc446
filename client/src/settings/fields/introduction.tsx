/** What the town itself says above the report form. */
import { useTranslation } from "react-i18next";
import type { FieldsProps } from "../fields-props.ts";
import { WordsFields, noWords, orNothing } from "../words-fields.tsx";

export function IntroductionFields({ value, onValue, wrong, answer }: FieldsProps<"introduction">) {
  const { t } = useTranslation();
  return (
    <WordsFields
      label={t("settings.introduction.text")}
      words={value.introduction ?? noWords}
      onWords={(words) => onValue({ introduction: orNothing(words) })}
      languages={answer.languages}
      path="introduction"
      wrong={wrong}
      long
    />
  );
}
