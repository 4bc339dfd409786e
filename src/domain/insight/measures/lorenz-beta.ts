// The Beta Lorenz curve: L = p − θ p^γ (1 − p)^δ, fitted by least squares to ln(p − L). Formulas: Datt
// 1998, section 4; Kakwani 1980, Econometrica 48(2), 437–446. The headcount has no closed form: the slope
// rises wherever the curve is valid, so it is found by halving.
import {
  completeBeta,
  incompleteBeta,
  leastSquares,
} from '#domain/kernel/statistics/distributions.ts';
import { type CurvePoint, faultsOf, type LorenzCurve } from './grouped-lorenz.ts';

const least = 1e-9;

export function betaCurve(points: readonly CurvePoint[]): LorenzCurve {
  // Where income is shared equally or a class is empty the logarithm says nothing.
  const inner = points.filter(({ persons: p, income: l }) => p < 1 - least && p - l > least);
  const [level = 0, gamma = 0, delta = 0] = leastSquares(
    inner.map(({ persons: p, income: l }) => Math.log(p - l)),
    inner.map(({ persons: p }) => [1, Math.log(p), Math.log(1 - p)]),
  );
  const theta = Math.exp(level);
  const at = (p: number) => (p <= 0 || p >= 1 ? p : p - theta * p ** gamma * (1 - p) ** delta);
  const part = (p: number) => theta * p ** gamma * (1 - p) ** delta;
  const slopeAt = (p: number) => 1 - part(p) * (gamma / p - delta / (1 - p));
  const bendAt = (p: number) =>
    part(p) *
    ((gamma * (1 - gamma)) / (p * p) +
      (2 * gamma * delta) / (p * (1 - p)) +
      (delta * (1 - delta)) / ((1 - p) * (1 - p)));
  const partBeta = (h: number, left: number, right: number) => incompleteBeta(h, left, right);
  return {
    form: 'beta',
    parameters: { theta, gamma, delta },
    faults:
      theta > 0 && Number.isFinite(theta + gamma + delta)
        ? faultsOf(slopeAt, bendAt)
        : ['undefined'],
    gini: 2 * theta * completeBeta(1 + gamma, 1 + delta),
    at,
    slopeAt,
    headcount(ratio) {
      let low = least;
      let high = 1 - least;
      if (slopeAt(low) >= ratio || slopeAt(high) <= ratio) return Number.NaN;
      for (let step = 0; step < 100; step += 1) {
        const middle = (low + high) / 2;
        if (slopeAt(middle) < ratio) low = middle;
        else high = middle;
      }
      return (low + high) / 2;
    },
    severity(ratio, h, gap) {
      const rest = 1 - 1 / ratio;
      const squares =
        gamma * gamma * partBeta(h, 2 * gamma - 1, 2 * delta + 1) -
        2 * gamma * delta * partBeta(h, 2 * gamma, 2 * delta) +
        delta * delta * partBeta(h, 2 * gamma + 1, 2 * delta - 1);
      return rest * (2 * gap - rest * h) + ((theta * theta) / (ratio * ratio)) * squares;
    },
  };
}
