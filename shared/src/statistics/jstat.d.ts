declare module "jstat" {
  interface Jstat {
    normal: {
      inv(p: number, mean: number, sd: number): number;
      cdf(x: number, mean: number, sd: number): number;
    };
    studentt: { inv(p: number, df: number): number; cdf(x: number, df: number): number };
  }
  /** CommonJS: its one export is the default. */
  const jstat: { jStat: Jstat };
  export default jstat;
}
