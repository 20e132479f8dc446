/** How long each kind of row is kept: the town's own table, which the daily clearing follows. */
import { retained } from "@trygg/shared/retention/schema.ts";
import { useTranslation } from "react-i18next";
import { useTown } from "../place/town.tsx";
import { Facts } from "../ui/facts.tsx";

/** What ends by itself, whatever the town decides. */
const others = ["drafts", "voiceKeys", "answers", "sessions", "releases"] as const;

export function RetentionTable() {
  const { t } = useTranslation();
  const { retention } = useTown();
  const kept = retained.map((kind) => ({
    name: t(`retention.${kind}.what`),
    value: t(`retention.${kind}.keep`, { count: retention[kind] }),
  }));
  const ending = others.map((kind) => ({
    name: t(`retention.${kind}.what`),
    value: t(`retention.${kind}.keep`),
  }));
  return <Facts facts={[...kept, ...ending]} />;
}
