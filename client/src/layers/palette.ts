/**
 * Every colour that stands for data, in both themes. Reported unease runs in one hue from light to dark by day and from
 * dark to light at dusk, never to an alarm red; presence is teal, light is amber: three that stay apart for every eye.
 */
import type { MinuteClass, VoiceClass } from "@trygg/shared/releases/rule.ts";
import type { Theme } from "../ui/theme.ts";

/** Of every field over the map: streets and houses show through, and a legend can show the same colour. */
export const FILL_OPACITY = 0.78;

/** Of light on the ground, which stands for the ground itself. */
export const LUX_OPACITY = 0.72;

/** Five steps from few voices to many. */
type Ramp = readonly [string, string, string, string, string];

export interface DataPalette {
  /** What most of the town's ground looks like under a field. */
  ground: string;
  unsafe: Record<Exclude<VoiceClass, "few">, string>;
  unsafeEdge: string;
  few: string;
  safeEdge: string;
  safeRing: string;
  presence: string;
  presenceEdge: string;
  presenceSquares: readonly [string, string, string, string];
  lampGlow: string;
  lampCore: string;
  lampRing: string;
  lampBroken: string;
  lampOff: string;
  gap: string;
  hotSpot: string;
  hotSpotUnder: string;
  pin: string;
  pinRing: string;
  reports: { unsafe: string; safe: string };
  /** Squares of voices that feel safe, and of both feelings together, which must not look like unease. */
  safeRamp: Ramp;
  anyRamp: Ramp;
  /** Lux on the ground, from dark to light as it is; the same by day and at dusk, for it is always night. */
  lux: Ramp;
  isolux: string;
  isoluxUnder: string;
  selected: string;
}

const lux: Ramp = ["#0d1b45", "#3b4a73", "#7d7f80", "#c4ad5a", "#ffe98a"];

export const dataPalettes: Record<Theme, DataPalette> = {
  day: {
    ground: "#ebe5d9",
    unsafe: {
      "5-9": "#f3cfe0",
      "10-19": "#e09fc3",
      "20-39": "#c066a6",
      "40-79": "#8a3a85",
      "80+": "#4a1154",
    },
    unsafeEdge: "#6c2a6b",
    few: "#9b8fa0",
    safeEdge: "#1e6152",
    safeRing: "#ffffff",
    presence: "#1c7f8c",
    presenceEdge: "#ffffff",
    presenceSquares: ["#cfe6e6", "#8fc7ca", "#4598a2", "#12616f"],
    lampGlow: "#ffb347",
    lampCore: "#b86e00",
    lampRing: "#fff9ec",
    lampBroken: "#7a2233",
    lampOff: "#5c574d",
    gap: "#7c2f78",
    hotSpot: "#24231f",
    hotSpotUnder: "#ffffff",
    pin: "#1d4f66",
    pinRing: "#ffffff",
    reports: { unsafe: "#8c3f84", safe: "#1e6152" },
    safeRamp: ["#d3e9df", "#9fcfbb", "#62ab92", "#2f7d68", "#124a3d"],
    anyRamp: ["#dedbd3", "#bcb8ad", "#938e83", "#67635a", "#3b3832"],
    lux,
    isolux: "#fffdf2",
    isoluxUnder: "#141a33",
    selected: "#24231f",
  },
  night: {
    ground: "#34385a",
    unsafe: {
      "5-9": "#57346a",
      "10-19": "#81478a",
      "20-39": "#b45fa2",
      "40-79": "#e889b9",
      "80+": "#ffc0dc",
    },
    unsafeEdge: "#f2b9d3",
    few: "#8d8aac",
    safeEdge: "#8fd6bf",
    safeRing: "#10202b",
    presence: "#5fd0d6",
    presenceEdge: "#10202b",
    presenceSquares: ["#2c5566", "#2f8291", "#3db4bb", "#9aeeea"],
    lampGlow: "#ffb347",
    lampCore: "#fff4d6",
    lampRing: "#5a4420",
    lampBroken: "#ff8f80",
    lampOff: "#9a9cb8",
    gap: "#ffb3da",
    hotSpot: "#ffffff",
    hotSpotUnder: "#10202b",
    pin: "#ffd479",
    pinRing: "#10202b",
    reports: { unsafe: "#f2a5cd", safe: "#8fd6bf" },
    safeRamp: ["#23504a", "#357a6c", "#55a38f", "#8fd6bf", "#d2f5e8"],
    anyRamp: ["#474c6e", "#686d92", "#8f93b4", "#b9bcd3", "#eceaf0"],
    lux,
    isolux: "#fffdf2",
    isoluxUnder: "#141a33",
    selected: "#ffffff",
  },
};

/** For the patches of a legend. */
export const groundOf = ({ ground }: DataPalette) => ({ ground, opacity: FILL_OPACITY });

/** Radius in pixels of the dot that stands for minutes of presence. */
export const presenceRadius: Record<MinuteClass, number> = {
  "0": 3.5,
  "<60": 5,
  "60-179": 7.5,
  "180-359": 10,
  "360+": 13,
};

/** Width in pixels of the heart that stands for voices of safety. */
export const safeWidth: Record<Exclude<VoiceClass, "few">, number> = {
  "5-9": 14,
  "10-19": 18,
  "20-39": 22,
  "40-79": 26,
  "80+": 30,
};
