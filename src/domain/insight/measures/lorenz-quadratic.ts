// The General Quadratic Lorenz curve: L(1 − L) = a(p² − L) + bL(p − 1) + c(p − L), fitted by least squares
// without its last point. Formulas and conditions: Datt 1998, section 4 and appendix; Villasenor and
// Arnold 1989, Journal of Econometrics 40, 327–338.
import { leastSquares } from '#domain/kernel/statistics/distributions.ts';
import { type CurveFault, type CurvePoint, faultsOf, type LorenzCurve } from './grouped-lorenz.ts';

export function quadraticCurve(points: readonly CurvePoint[]): LorenzCurve {
  const inner = points.filter(({ persons }) => persons < 1 - 1e-9);
  const [a = 0, b = 0, c = 0] = leastSquares(
    inner.map(({ income: l }) => l * (1 - l)),
    inner.map(({ persons: p, income: l }) => [p * p - l, l * (p - 1), p - l]),
  );
  const e = -(a + b + c + 1);
  const m = b * b - 4 * a;
  const n = 2 * b * e - 4 * c;
  const r = Math.sqrt(n * n - 4 * m * e * e);
  const root = (p: number) => Math.sqrt(m * p * p + n * p + e * e);
  const at = (p: number) => -0.5 * (b * p + e + root(p));
  const slopeAt = (p: number) => -0.5 * b - (0.25 * (2 * m * p + n)) / root(p);
  const bendAt = (p: number) => (r * r) / (8 * root(p) ** 3);
  const headcount = (ratio: number) => {
    const shifted = b + 2 * ratio;
    return (-1 / (2 * m)) * (n + (r * shifted) / Math.sqrt(shifted * shifted - m));
  };
  return {
    form: 'quadratic',
    parameters: { a, b, c, e, m, n, r },
    faults: conditions({ a, c, e, m, n, r }, slopeAt, bendAt),
    gini: giniOfQuadratic({ a, b, c, e, m, n, r }),
    at,
    slopeAt,
    headcount,
    severity(ratio, h, gap) {
      const s1 = (r - n) / (2 * m);
      const s2 = -(r + n) / (2 * m);
      const log = Math.log((1 - h / s1) / (1 - h / s2));
      return 2 * gap - h - (a * h + b * at(h) - (r / 16) * log) / (ratio * ratio);
    },
  };
}

type Parameters = Readonly<Record<'a' | 'b' | 'c' | 'e' | 'm' | 'n' | 'r', number>>;

/** 1 − 2∫L, in closed form: an arc sine where the conic is an ellipse, a logarithm where a hyperbola. */
function giniOfQuadratic({ a, b, c, e, m, n, r }: Parameters): number {
  const end = Math.abs(a + c - 1);
  const outside = 1 + b / 2 + e + ((2 * m + n) * end - n * Math.abs(e)) / (4 * m);
  const factor = (r * r) / (8 * m);
  if (m < 0) {
    const arcs = Math.asin(within((2 * m + n) / r)) - Math.asin(within(n / r));
    return outside + (factor / Math.sqrt(-m)) * arcs;
  }
  const root = Math.sqrt(m);
  const log = Math.log(Math.abs((2 * m + n + 2 * root * end) / (n + 2 * root * Math.abs(e))));
  return outside - (factor / root) * log;
}

function within(sine: number): number {
  return Math.max(-1, Math.min(1, sine));
}

function conditions(
  { a, c, e, m, n, r }: Omit<Parameters, 'b'>,
  slopeAt: (share: number) => number,
  bendAt: (share: number) => number,
): readonly CurveFault[] {
  if (!Number.isFinite(r)) return ['undefined'];
  const farthest = (n * n) / (4 * e * e);
  const bends = m < 0 || (m > 0 && m < farthest && n >= 0) || (m > 0 && m < -n / 2 && m < farthest);
  return [
    ...(e > 0 ? (['misses-zero'] as const) : []),
    // The curve ends at 1 where a + c ≥ 1; POVCAL lets it miss by a little.
    ...(a + c < 0.9 ? (['misses-one'] as const) : []),
    ...(c < 0 ? (['falls'] as const) : []),
    ...(bends ? [] : (['bends-down'] as const)),
    ...faultsOf(slopeAt, bendAt),
  ].filter((fault, index, all) => all.indexOf(fault) === index);
}
