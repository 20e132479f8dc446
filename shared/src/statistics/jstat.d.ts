/** What we use of jstat, which has no types of its own. */
declare module "jstat" {
  interface Normal {
    inv(p: number, mean: number, deviation: number): number;
    cdf(x: number, mean: number, deviation: number): number;
  }
  interface StudentT {
    inv(p: number, degreesOfFreedom: number): number;
    cdf(x: number, degreesOfFreedom: number): number;
  }
  const jstat: { jStat: { normal: Normal; studentt: StudentT } };
  export default jstat;
}
