/**
 * Gaps: where and when the share of worry is larger than the share of presence. Both are shares of their own total,
 * so a gap says that presence is elsewhere, not that it is too little; absolute minutes stand beside it.
 */
import { BINS_PER_WEEK, hasBin } from "../time/bins.ts";

/** A report of feeling unsafe, as far as gaps are concerned. */
export interface Worry {
  square: string;
  /** 56-bit mask of the bins it concerns. */
  bins: bigint;
  /** The device's tag; reports of one voice in a square share one unit of worry. */
  voice: string;
}

export interface PresenceBin {
  square: string;
  bin: number;
  minutes: number;
}

export interface Gap {
  square: string;
  bin: number;
  worryShare: number;
  presenceShare: number;
  gap: number;
  /** Distinct voices in that square and bin. */
  voices: number;
  minutes: number;
  /** Whether enough voices stand behind it to act on. */
  enough: boolean;
}

/** Fewer voices than this are too few to rank a square by. */
export const ENOUGH_VOICES = 5;

/**
 * All square-bins where somebody feels unsafe, widest gap first. A voice weighs one in a square, shared evenly among
 * its reports there, and a report spreads its weight evenly over its bins.
 */
export function findGaps(worries: Worry[], presence: PresenceBin[]): Gap[] {
  const cells = new Map<string, { square: string; bin: number; worry: number; voices: Set<string> }>();
  const reportsOfVoice = new Map<string, number>();
  const voiceKey = ({ square, voice }: Worry) => `${square} ${voice}`;
  for (const worry of worries)
    reportsOfVoice.set(voiceKey(worry), (reportsOfVoice.get(voiceKey(worry)) ?? 0) + 1);

  for (const worry of worries) {
    const bins = Array.from({ length: BINS_PER_WEEK }, (_, bin) => bin).filter((bin) =>
      hasBin(worry.bins, bin),
    );
    const weight = 1 / (reportsOfVoice.get(voiceKey(worry)) ?? 1) / bins.length;
    for (const bin of bins) {
      const key = `${worry.square} ${bin}`;
      const cell = cells.get(key) ?? { square: worry.square, bin, worry: 0, voices: new Set<string>() };
      cell.worry += weight;
      cell.voices.add(worry.voice);
      cells.set(key, cell);
    }
  }

  const minutesOf = new Map(presence.map(({ square, bin, minutes }) => [`${square} ${bin}`, minutes]));
  const allMinutes = presence.reduce((sum, { minutes }) => sum + minutes, 0);
  // Each voice of each square has weight one.
  const allWorry = reportsOfVoice.size;

  const gaps = [...cells].map(([key, { square, bin, worry, voices }]): Gap => {
    const minutes = minutesOf.get(key) ?? 0;
    const worryShare = worry / allWorry;
    const presenceShare = allMinutes > 0 ? minutes / allMinutes : 0;
    return {
      square,
      bin,
      worryShare,
      presenceShare,
      gap: worryShare - presenceShare,
      voices: voices.size,
      minutes,
      enough: voices.size >= ENOUGH_VOICES,
    };
  });
  return gaps.sort((a, b) => b.gap - a.gap || a.bin - b.bin || (a.square < b.square ? -1 : 1));
}
