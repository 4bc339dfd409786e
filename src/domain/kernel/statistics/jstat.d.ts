// What is used of jstat, which ships no types: distribution functions and their inverses.
declare module 'jstat' {
  const jStat: {
    readonly normal: { inv(probability: number, mean: number, deviation: number): number };
    readonly studentt: { inv(probability: number, freedom: number): number };
    readonly beta: { inv(probability: number, alpha: number, beta: number): number };
    /** Regularised incomplete beta function. */
    ibeta(x: number, a: number, b: number): number;
    /** Least squares: `rows` holds one row of regressors for each value. */
    readonly models: {
      ols(
        values: readonly number[],
        rows: readonly (readonly number[])[],
      ): { readonly coef: number[] };
    };
    /** Logarithm of the gamma function. */
    gammaln(x: number): number;
    betafn(a: number, b: number): number;
  };
  export = jStat;
}
