/** What the town sets for itself: each setting with how it stands, and its fields once somebody opens them. */
import { useMutation, useQuery } from "@tanstack/react-query";
import {
  type SettingName,
  type SettingValue,
  type SettingsAnswer,
  settingNames,
} from "@trygg/shared/place/settings.ts";
import { Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queryClient, trpc } from "../api.ts";
import { Answer } from "../ui/answer.tsx";
import { Button } from "../ui/button.tsx";
import { codeOf, useErrorWords } from "../ui/error-words.ts";
import { Message } from "../ui/message.tsx";
import { SettingSection } from "./setting-section.tsx";
import css from "./settings.module.css";
import { openDraft, toChange } from "./setting-draft.ts";
import { useSettingsWork } from "./settings-work.ts";

/** What was saved last, and what it was before; that is null once it is undone. */
interface Saved {
  name: SettingName;
  before: SettingValue | null;
}

export default function SettingsPanel() {
  const { t } = useTranslation();
  const settings = useQuery(trpc.place.settings.queryOptions());
  return (
    <div className={css.settings}>
      <h2>{t("settings.title")}</h2>
      <p className={css.lead}>{t("settings.lead")}</p>
      <Answer to={settings} lines={8}>
        {(answer) => <Sections answer={answer} />}
      </Answer>
    </div>
  );
}

function Sections({ answer }: { answer: SettingsAnswer }) {
  const { t } = useTranslation();
  const { draft, setDraft, discard } = useSettingsWork();
  const words = useErrorWords();
  const [saved, setSaved] = useState<Saved | null>(null);
  const save = useMutation(
    trpc.place.saveSetting.mutationOptions({
      // What follows from a setting is shown elsewhere at the desk, as the calendar is with the releases.
      onSettled: () =>
        Promise.all([
          queryClient.invalidateQueries({ queryKey: trpc.place.settings.queryKey() }),
          queryClient.invalidateQueries({ queryKey: trpc.releases.pathKey() }),
          queryClient.invalidateQueries({ queryKey: trpc.lighting.pathKey() }),
          queryClient.invalidateQueries({ queryKey: trpc.accounts.me.queryKey() }),
        ]),
    }),
  );
  const put = (name: SettingName, value: SettingValue, version: number, before: SettingValue | null) =>
    save.mutate(toChange(name, value, version, answer.settings[name].usual), {
      onSuccess: () => {
        setSaved({ name, before });
        setDraft(null);
      },
    });
  const open = (name: SettingName) =>
    discard(() => {
      save.reset();
      setSaved(null);
      setDraft(openDraft(name, answer.settings[name]));
    });
  const undo = ({ name, before }: Saved) => {
    if (before) put(name, before, answer.settings[name].version, null);
  };

  const toldOf = (name: SettingName) => {
    const { version } = answer.settings[name];
    if (draft?.name === name && draft.version < version)
      return (
        <Message tone="wrong">
          <p>{t("settings.conflict.text")}</p>
          <div className={css.buttons}>
            <Button onClick={() => setDraft(openDraft(name, answer.settings[name]))}>
              {t("settings.conflict.theirs")}
            </Button>
            <Button onClick={() => setDraft({ ...draft, version })}>{t("settings.conflict.mine")}</Button>
          </div>
        </Message>
      );
    // A conflict of what is being written is told by its version, just above.
    const failed =
      save.error && save.variables.name === name && !(draft && codeOf(save.error) === "conflict");
    if (failed) return <Message tone="wrong">{words(save.error)}</Message>;
    if (saved?.name !== name) return null;
    return (
      <Message tone="done" live>
        <div className={css.saved}>
          <span>{t(saved.before ? "settings.saved" : "settings.undone")}</span>
          {saved.before ? (
            <Button icon={<Undo2 aria-hidden="true" />} disabled={save.isPending} onClick={() => undo(saved)}>
              {t("settings.undo")}
            </Button>
          ) : null}
        </div>
      </Message>
    );
  };

  return settingNames.map((name) => {
    const { value, usual } = answer.settings[name];
    const mine = draft?.name === name ? draft : null;
    return (
      <SettingSection
        key={name}
        name={name}
        answer={answer}
        draft={mine}
        onDraft={setDraft}
        onOpen={() => open(name)}
        onClose={() =>
          discard(() => {
            save.reset();
            setDraft(null);
          })
        }
        onSave={() => mine && put(name, mine.value, mine.version, mine.opened)}
        onReset={() => mine && put(name, usual, mine.version, value)}
        saving={save.isPending}
        told={toldOf(name)}
      />
    );
  });
}
