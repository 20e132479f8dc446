/** What voices say of an area, as one short sentence: ranges as they are released, unsafe and safe beside each other. */
import type { VoiceClass } from "@trygg/shared/releases/rule.ts";
import type { Band, Feeling } from "@trygg/shared/reports/terms.ts";
import type { TFunction } from "i18next";

/** The released classes of one area in one band. */
export type BandVoices = Record<Feeling, VoiceClass>;

/** The released figures of an area, of which one band is spoken of. */
interface AreaVoices {
  unsafeDay: VoiceClass;
  unsafeDark: VoiceClass;
  safeDay: VoiceClass;
  safeDark: VoiceClass;
}

export function voicesIn(band: Band, voices: AreaVoices): BandVoices {
  return band === "dark"
    ? { unsafe: voices.unsafeDark, safe: voices.safeDark }
    : { unsafe: voices.unsafeDay, safe: voices.safeDay };
}

export function voicesSentence(
  t: TFunction,
  band: Band,
  voices: BandVoices,
  feeling: Feeling | "any" = "any",
): string {
  const ranges = { unsafe: rangeOf(voices.unsafe), safe: rangeOf(voices.safe) };
  if (feeling !== "any")
    return voices[feeling] === "few"
      ? t(`areas.say.few.${feeling}.${band}`)
      : t(`areas.say.one.${feeling}.${band}`, { range: ranges[feeling] });
  return t(`areas.say.both.${toldOf(voices)}.${band}`, ranges);
}

/** Which of the feelings has voices enough to be told. */
function toldOf({ unsafe, safe }: BandVoices): "all" | "none" | Feeling {
  if (unsafe === "few") return safe === "few" ? "none" : "safe";
  return safe === "few" ? "unsafe" : "all";
}

const rangeOf = (told: VoiceClass) => told.replace("-", "–");
