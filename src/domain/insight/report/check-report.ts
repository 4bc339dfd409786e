// Checks a report as published packs are checked: its rows become figures, and what the table itself says
// of them (rates, parts of a total, means) become relations. What a rate lacks before it may be published
// is told row by row.

import type { Claim, Figure, Relation } from '#domain/policy/pack/figure-schemas.ts';
import type { Finding, Missing } from '../reconcile/finding.ts';
import { type Published, reconcile } from '../reconcile/reconcile.ts';
import type { Verdict } from '../reconcile/verdict.ts';
import type { ReadReport, ReportProblem, ReportRow } from './read-report.ts';

export interface ReportResult {
  /** Rows of the table, as the spreadsheet program numbers them. */
  readonly rows: readonly number[];
  readonly name: string;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly implied: Finding['implied'];
  readonly missing: readonly Missing[];
}

export interface UnfitRate {
  readonly row: number;
  readonly name: string;
  readonly missing: readonly Missing[];
}

export interface CheckedReport {
  readonly results: readonly ReportResult[];
  readonly problems: readonly ReportProblem[];
  /** Rates that may not be published as they stand. */
  readonly unfit: readonly UnfitRate[];
  readonly rows: number;
}

export function checkReport({ rows, loose, problems }: ReadReport): CheckedReport {
  const figures = [
    ...rows.map(({ figure }) => ({ ...figure, concept: figure.id })),
    ...loose.map((one) => withUnit(one, rows)),
  ];
  const claims = [
    ...rows.flatMap((row) => rateClaim(row, rows)),
    ...totalsOf(rows).map((group) => sumClaim(group, rows)),
    ...oneBaseClaims(rows),
    ...identicalClaims(rows),
  ];
  const reconciled = reconcile({ figures, claims: claims.map(({ claim }) => claim), rows: noRows });
  const results = reconciled.map((one, index) => ({
    rows: claims[index]?.rows ?? [],
    name: one.claim.title.zh,
    verdict: one.verdict,
    findings: one.findings,
    implied: one.implied,
    missing: one.missing,
  }));
  return { results, problems, unfit: rows.flatMap((row) => unfitRate(row)), rows: rows.length };
}

/** A rate without numerator, denominator, method and date may not be published. */
export function unfitRate({ number, name, figure, method, date }: ReportRow): readonly UnfitRate[] {
  if (!isRate(figure)) return [];
  const missing: Missing[] = [];
  if (figure.numerator === undefined) missing.push('numerator');
  if (figure.denominator === undefined) missing.push('denominator');
  if (method === undefined) missing.push('method');
  if (date === undefined) missing.push('date');
  return missing.length === 0 ? [] : [{ row: number, name, missing }];
}

export function isRate({ unit, numerator, denominator }: Figure): boolean {
  return unit === 'percent' || numerator !== undefined || denominator !== undefined;
}

interface RowClaim {
  readonly claim: Claim;
  readonly rows: readonly number[];
}

function claimOf(id: string, name: string, rows: readonly number[], relation: Relation): RowClaim {
  const title = { zh: name, en: name };
  return { rows, claim: { id, title, relations: [relation], verified: false, requirements: [] } };
}

function rateClaim(
  { number, name, figure }: ReportRow,
  rows: readonly ReportRow[],
): readonly RowClaim[] {
  const { id, unit, numerator, denominator } = figure;
  if (!isRate(figure)) return [];
  if (unit !== 'percent' && unit !== '1') {
    if (numerator === undefined || denominator === undefined) return [];
    const relation = { kind: 'mean', of: numerator, per: denominator, published: id } as const;
    return [claimOf(id, name, [number], relation)];
  }
  const above = rows.find((row) => row.figure.id === numerator)?.figure;
  const bases = rows
    .filter((row) => row.figure.id !== numerator && row.figure.unit === above?.unit)
    .filter((row) => (row.figure.value ?? 0) > (above?.value ?? 0))
    .map((row) => row.figure.id);
  return [claimOf(id, name, [number], { kind: 'share', rate: id, bases })];
}

interface Group {
  readonly total: string;
  readonly parts: readonly ReportRow[];
}

function totalsOf(rows: readonly ReportRow[]): readonly Group[] {
  const totals = [...new Set(rows.flatMap(({ total }) => total ?? []))];
  return totals.map((total) => ({ total, parts: rows.filter((row) => row.total === total) }));
}

function sumClaim({ total, parts }: Group, rows: readonly ReportRow[]): RowClaim {
  const whole = rows.find(({ figure }) => figure.id === total);
  const numbers = [...parts, ...(whole === undefined ? [] : [whole])].map(({ number }) => number);
  const relation: Relation = {
    kind: 'sum',
    parts: parts.map(({ figure }) => figure.id),
    maybe: [],
    total,
  };
  return claimOf(`${total}Parts`, whole?.name ?? total, numbers, relation);
}

/** Rates that name no base but count the same thing may share one. */
function oneBaseClaims(rows: readonly ReportRow[]): readonly RowClaim[] {
  const unitOf = (id: string | undefined) =>
    rows.find(({ figure }) => figure.id === id)?.figure.unit;
  const open = rows.filter(
    ({ figure }) =>
      figure.unit === 'percent' &&
      figure.numerator !== undefined &&
      figure.denominator === undefined,
  );
  const units = [...new Set(open.flatMap(({ figure }) => unitOf(figure.numerator) ?? []))];
  return units.flatMap((unit) => {
    const rates = open.filter(({ figure }) => unitOf(figure.numerator) === unit);
    if (rates.length < 2) return [];
    const name = rates.map((row) => row.name).join('、');
    const ids = rates.map(({ figure }) => figure.id);
    const relation: Relation = { kind: 'oneBase', rates: ids, figures: [], beside: [] };
    return [
      claimOf(
        `oneBase${unit}`,
        name,
        rates.map(({ number }) => number),
        relation,
      ),
    ];
  });
}

/** The very same large number for two things of different kinds is seldom chance. */
function identicalClaims(rows: readonly ReportRow[]): readonly RowClaim[] {
  return rows.flatMap((left, index) =>
    rows.slice(index + 1).flatMap((right) => {
      const { value } = left.figure;
      const isSame = value !== undefined && value >= 1000 && value === right.figure.value;
      if (!isSame || left.figure.unit === right.figure.unit) return [];
      const name = `${left.name} = ${right.name}`;
      const relation: Relation = { kind: 'same', figures: [left.figure.id, right.figure.id] };
      return [
        claimOf(
          `${left.figure.id}Twin${right.number}`,
          name,
          [left.number, right.number],
          relation,
        ),
      ];
    }),
  );
}

/** A number typed as numerator or denominator counts what its partner counts. */
function withUnit(figure: Figure, rows: readonly ReportRow[]): Figure {
  const owner = rows.find(
    (row) => row.figure.numerator === figure.id || row.figure.denominator === figure.id,
  );
  const partner =
    owner?.figure.numerator === figure.id ? owner.figure.denominator : owner?.figure.numerator;
  const unit = rows.find((row) => row.figure.id === partner)?.figure.unit;
  return unit === undefined ? figure : { ...figure, unit };
}

const noRows: Published['rows'] = {
  parameters: [],
  chartSets: [],
  listSets: [],
  organisation: [],
  verification: [],
  sampleSets: [],
  taxonomies: [],
  catalogue: [],
  processes: [],
  signOffs: [],
  lists: [],
  indicators: [],
};
