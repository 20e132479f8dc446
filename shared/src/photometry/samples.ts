/** Photometric files for tests, written from an intensity in each direction, so that the answer is known. */

/** cd for 1000 lm, or cd, towards an angle C (or h) and an angle γ in degrees. */
export type Shape = (c: number, gamma: number) => number;

const every = (from: number, to: number, step: number) =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => from + index * step);

/** The same in every direction below: 1000 lm by the zonal method, exactly. */
export const even: Shape = () => 1000 / (2 * Math.PI);

/** A street luminaire that throws most towards C90, and more along the road than across it. */
export const towardsStreet: Shape = (c, gamma) => {
  const [sine, cosine] = [Math.sin((c * Math.PI) / 180), Math.cos((c * Math.PI) / 90)];
  return Math.max(0, 100 + gamma * (1 + sine) * (1 + 0.3 * cosine) - gamma * gamma * 0.03);
};

interface EulumdatFields {
  isym: number;
  /** Angles that are listed. */
  planes: number[];
  /** Those whose intensities are stored. */
  stored: number[];
  gammas: number[];
  shape: Shape;
  /** Lamps, lm and W of each set. */
  sets: [number, number, number][];
  /** Percent; the table's own where it is not told. */
  lightOutput: string;
  factor: string;
  decimal: "." | ",";
  lineEnd: string;
  name: string;
}

export function eulumdat(fields: Partial<EulumdatFields> = {}): string {
  const { isym = 1, gammas = every(0, 90, 5), shape = even, factor = "1", decimal = "." } = fields;
  const { sets = [[1, 4000, 35]], lineEnd = "\r\n", name = "Väglykta 35" } = fields;
  const { planes = [0], stored = planes, lightOutput = "100" } = fields;
  const written = (value: number) => String(Math.round(value * 1e5) / 1e5).replace(".", decimal);
  const head = [
    ["Småländska Lyktfabriken", 3, isym, planes.length, 0, gammas.length, 0],
    ["", name, "V-35", "v35.ldt", "2026-01-02"],
    [300, 200, 100, 200, 100, 0, 0, 0, 0],
    [100, lightOutput, factor, 0, sets.length],
  ];
  return [
    ...head.flat().map(String),
    ...sets.flatMap(([lamps, flux, power]) => [lamps, "LED", flux, "3000", "80", power].map(String)),
    ...every(1, 10, 1).map(() => "0"),
    ...planes.map(written),
    ...gammas.map(written),
    ...stored.flatMap((c) => gammas.map((gamma) => written(shape(c, gamma)))),
    "",
  ].join(lineEnd);
}

interface IesFields {
  version: string[];
  tilt: string[];
  lamps: number;
  lumens: number;
  multiplier: number;
  type: number;
  units: number;
  ballast: number;
  second: number;
  watts: number;
  horizontal: number[];
  vertical: number[];
  shape: Shape;
  /** Numbers on one line. */
  wrap: number;
}

export function ies(fields: Partial<IesFields> = {}): string {
  const { version = ["IESNA:LM-63-2002"], tilt = ["TILT=NONE"], lamps = 1, lumens = -1 } = fields;
  const { multiplier = 1, type = 1, units = 2, ballast = 1, second = 1, watts = 35 } = fields;
  const { horizontal = [0], vertical = every(0, 90, 5), shape = even, wrap = 12 } = fields;
  const size = [0.3, 0.2, 0];
  const counts = [lamps, lumens, multiplier, vertical.length, horizontal.length, type, units];
  const factors = [ballast, second, watts];
  const numbers = [
    ...counts,
    ...size,
    ...factors,
    ...vertical,
    ...horizontal,
    ...horizontal.flatMap((h) => vertical.map((gamma) => Math.round(shape(h, gamma) * 1e5) / 1e5)),
  ];
  const rows = Array.from({ length: Math.ceil(numbers.length / wrap) }, (_, row) =>
    numbers.slice(row * wrap, (row + 1) * wrap).join(" "),
  );
  return [
    ...version,
    "[MANUFAC] Småländska Lyktfabriken",
    "[LUMINAIRE] Väglykta 35",
    "[MORE] med linser",
    ...tilt,
    ...rows,
    "",
  ].join("\n");
}
