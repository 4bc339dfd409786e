// Poverty and inequality from a published table of income classes. Two curves are fitted to the points of
// the table: the General Quadratic (Villasenor and Arnold 1989) and the Beta (Kakwani 1980), with the
// formulas of Datt 1998 (IFPRI FCND discussion paper 50) and the validity checks POVCAL makes (Chen, Datt
// and Ravallion). The form with the smaller squared error up to the headcount is taken for poverty, the
// one with the smaller error over all for inequality; a form that is no Lorenz curve is never taken.
import { betaCurve } from './lorenz-beta.ts';
import { quadraticCurve } from './lorenz-quadratic.ts';

export interface CurvePoint {
  /** Cumulative share of persons. */
  readonly persons: number;
  /** Cumulative share of income. */
  readonly income: number;
}

/** A fitted curve; the measures that have a closed form have it here. */
export interface LorenzCurve {
  readonly form: 'quadratic' | 'beta';
  readonly parameters: Readonly<Record<string, number>>;
  readonly gini: number;
  /** Why this is no Lorenz curve; empty where it is one. */
  readonly faults: readonly CurveFault[];
  at(share: number): number;
  slopeAt(share: number): number;
  /** Share of persons whose income over the mean is below this ratio; NaN outside the curve. */
  headcount(ratio: number): number;
  /** Σ of squared shortfalls over persons, given the headcount and gap at this ratio. */
  severity(ratio: number, headcount: number, gap: number): number;
}

export type CurveFault = 'misses-zero' | 'misses-one' | 'falls' | 'bends-down' | 'undefined';

export interface GroupedPoverty {
  readonly headcount: number;
  readonly gap: number;
  readonly severity: number;
}

export interface FittedForm {
  readonly form: LorenzCurve['form'];
  readonly parameters: Readonly<Record<string, number>>;
  readonly faults: readonly CurveFault[];
  /** Squared errors of the curve at the points of the table. */
  readonly error: number;
  readonly errorBelowLine: number;
  readonly gini: number;
  readonly poverty: GroupedPoverty | null;
  /** Lines between which the form may be trusted. */
  readonly lineFrom: number;
  readonly lineTo: number;
  readonly medianIncome: number;
  readonly decileShares: readonly number[];
}

export interface GroupedResult {
  readonly mean: number;
  readonly line: number;
  readonly forms: readonly FittedForm[];
  /** Form taken for poverty, for inequality; null where neither is valid. */
  readonly forPoverty: LorenzCurve['form'] | null;
  readonly forInequality: LorenzCurve['form'] | null;
}

/** `points` without 0 and with 1, ascending. */
export function groupedMeasures(
  points: readonly CurvePoint[],
  { mean, line }: { readonly mean: number; readonly line: number },
): GroupedResult {
  const forms = [quadraticCurve(points), betaCurve(points)].map((curve) =>
    measured(curve, points, { mean, line }),
  );
  const valid = forms.filter(({ faults }) => faults.length === 0);
  const least = (of: (form: FittedForm) => number, among: readonly FittedForm[]) =>
    [...among].sort((left, right) => of(left) - of(right))[0]?.form ?? null;
  return {
    mean,
    line,
    forms,
    forPoverty: least(
      (form) => form.errorBelowLine,
      valid.filter(({ poverty }) => poverty !== null),
    ),
    forInequality: least((form) => form.error, valid),
  };
}

function measured(
  curve: LorenzCurve,
  points: readonly CurvePoint[],
  { mean, line }: { readonly mean: number; readonly line: number },
): FittedForm {
  const ratio = line / mean;
  const headcount = curve.headcount(ratio);
  const isInside = headcount > 0 && headcount < 1;
  const gap = headcount - curve.at(headcount) / ratio;
  const poverty = isInside
    ? { headcount, gap, severity: curve.severity(ratio, headcount, gap) }
    : null;
  const errorOf = (some: readonly CurvePoint[]) =>
    some.reduce((sum, point) => sum + (curve.at(point.persons) - point.income) ** 2, 0);
  return {
    form: curve.form,
    parameters: curve.parameters,
    faults: curve.faults,
    error: errorOf(points),
    errorBelowLine: errorOf(throughLine(points, isInside ? headcount : 1)),
    gini: curve.gini,
    poverty,
    lineFrom: mean * curve.slopeAt(0.001),
    lineTo: mean * curve.slopeAt(0.98),
    medianIncome: mean * curve.slopeAt(0.5),
    decileShares: Array.from(
      { length: 10 },
      (_, decile) => (decile === 9 ? 1 : curve.at((decile + 1) / 10)) - curve.at(decile / 10),
    ),
  };
}

/** Points up to the end of the class in which the line falls. */
function throughLine(points: readonly CurvePoint[], headcount: number): readonly CurvePoint[] {
  const end = points.findIndex(({ persons }) => persons >= headcount);
  return end < 0 ? points : points.slice(0, end + 1);
}

/** Faults that any curve can have: POVCAL looks at the slope near zero and the bend everywhere. */
export function faultsOf(
  slopeAt: (share: number) => number,
  bendAt: (share: number) => number,
): readonly CurveFault[] {
  const small = Array.from({ length: 20 }, (_, at) => 0.001 + at * 0.005);
  const everywhere = Array.from({ length: 200 }, (_, at) => 0.001 + at * 0.005);
  const isDefined = everywhere.every((share) => Number.isFinite(slopeAt(share)));
  if (!isDefined) return ['undefined'];
  return [
    ...(small.some((share) => slopeAt(share) < 0) ? (['falls'] as const) : []),
    ...(everywhere.some((share) => bendAt(share) < 0) ? (['bends-down'] as const) : []),
  ];
}
