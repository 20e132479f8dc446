/**
 * Gaps: where and when the share of worry is larger than the share of presence. Both are shares of their own total,
 * so a gap says that presence is elsewhere, not that it is too little; absolute minutes stand beside it.
 */
/** Worry in a square during a bin of the week. */
export interface WorryCell {
  square: string;
  bin: number;
  /** Weights of voices: see the columns of reports for how they are shared among reports and bins. */
  worry: number;
  /** Distinct voices. */
  voices: number;
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

/** All square-bins where somebody feels unsafe, widest gap first; `allWorry` is the weight of all worry together. */
export function findGaps(
  worry: readonly WorryCell[],
  allWorry: number,
  presence: readonly PresenceBin[],
): Gap[] {
  const minutesOf = new Map(presence.map(({ square, bin, minutes }) => [`${square} ${bin}`, minutes]));
  const allMinutes = presence.reduce((sum, { minutes }) => sum + minutes, 0);
  const gaps = worry.map(({ square, bin, worry: weight, voices }): Gap => {
    const minutes = minutesOf.get(`${square} ${bin}`) ?? 0;
    const worryShare = weight / allWorry;
    const presenceShare = allMinutes > 0 ? minutes / allMinutes : 0;
    return {
      square,
      bin,
      worryShare,
      presenceShare,
      gap: worryShare - presenceShare,
      voices,
      minutes,
      enough: voices >= ENOUGH_VOICES,
    };
  });
  return gaps.sort((a, b) => b.gap - a.gap || a.bin - b.bin || (a.square < b.square ? -1 : 1));
}
