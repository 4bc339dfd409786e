// Changes laid over the rows of a resolved pack, and the result checked and compiled by the same code as
// any pack: what a trial runs is what would run if somebody put it in force. Refuses names the pack does
// not have and rules that do not hold; never touches the pack it was given.

import type { Change, ChangeOf } from '#domain/insight/simulation/change.ts';
import { targetOf } from '#domain/insight/simulation/change-target.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { checkSource } from '#domain/policy/expression-check.ts';
import type { Benefit } from '#domain/policy/pack/delivery-schemas.ts';
import type { Placed, Rows } from '#domain/policy/pack/pack.ts';
import { type PackProblem, ruleProblem } from '#domain/policy/pack/pack-problem.ts';
import { compileRows, type ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import type {
  Parameter,
  Points,
  ScoreItem,
  ScoreSheet,
  Veto,
} from '#domain/policy/pack/rule-schemas.ts';

/** Why a change cannot be tried; `name` is what the reader changed. */
export interface ChangeProblem {
  readonly name: string;
  readonly message: Bilingual;
}

export type Applied =
  | { readonly ok: true; readonly pack: ResolvedPack }
  | { readonly ok: false; readonly problems: readonly ChangeProblem[] };

/** @example applyChanges(pack, [{ kind: 'cutOff', value: 62 }]) */
export function applyChanges(base: ResolvedPack, changes: readonly Change[]): Applied {
  if (changes.length === 0) return { ok: true, pack: base };
  const problems: ChangeProblem[] = [];
  let rows = base.rows;
  for (const change of lastOfEach(changes)) {
    const next = applyOne(rows, change, base);
    if ('message' in next) problems.push(next);
    else rows = next;
  }
  if (problems.length > 0) return { ok: false, problems };
  const compiled = compileRows({ ...base, rows });
  const rules = changes.flatMap((change) => entitlementFaults(change, compiled.pack));
  const faults = [...compiled.problems, ...rules].map(({ message, file, line }) => ({
    name: `${file}:${line}`,
    message,
  }));
  return faults.length > 0 ? { ok: false, problems: faults } : { ok: true, pack: compiled.pack };
}

/** Rules of entitlements are compiled only where they are used, so a new one is checked here. */
function entitlementFaults(change: Change, { rows, scope }: ResolvedPack): readonly PackProblem[] {
  if (change.kind !== 'benefit' || typeof change.eligible !== 'string') return [];
  const placed = rows.benefits.find(({ row }) => row.id === change.benefit);
  const rule = change.eligible;
  const checked = checkSource(rule, scope, { type: 'boolean' });
  if (checked.ok || placed === undefined) return [];
  const place = placed.at(['eligible']);
  return checked.problems.map((one) => ruleProblem(one, rule, place));
}

function lastOfEach(changes: readonly Change[]): readonly Change[] {
  return [...new Map(changes.map((change) => [targetOf(change), change])).values()];
}

function applyOne(rows: Rows, change: Change, base: ResolvedPack): Rows | ChangeProblem {
  switch (change.kind) {
    case 'cutOff': {
      const id = rows.sheets[0]?.row.cutOff;
      if (id === undefined) return noSuch('cutOff');
      return withParameter(rows, { kind: 'parameter', id, value: change.value }, base.on);
    }
    case 'parameter':
      return withParameter(rows, change, base.on);
    case 'weight':
      return withItem(rows, change.item, (item) => ({
        ...item,
        max: Math.max(item.max * change.factor, Number.EPSILON),
        points: weighted(item.points, change.factor),
      }));
    case 'points':
      return withItem(rows, change.item, (item) => repointed(item, change));
    case 'veto':
      return withVeto(rows, change);
    case 'benefit':
      return withBenefit(rows, change, base.on);
  }
}

function withParameter(
  rows: Rows,
  { id, value }: ChangeOf<'parameter'>,
  on: string,
): Rows | ChangeProblem {
  const placed = rows.parameters.find(({ row }) => row.id === id);
  if (placed === undefined) return noSuch(id);
  const members = Array.isArray(value) ? value : [value];
  const wanted = placed.row.type === 'text' ? 'string' : placed.row.type;
  const codes = rows.lists.find(({ row }) => row.id === placed.row.list)?.row.codes;
  const isRight = members.every(
    (one) =>
      typeof one === wanted && (codes === undefined || codes.some(({ code }) => code === one)),
  );
  if (!isRight) return wrongValue(placed.row, value);
  const earlier = placed.row.values.filter(({ from }) => from < on);
  const tried: Parameter['values'][number] = { from: on, value, verified: false };
  const row: Parameter = { ...placed.row, values: [...earlier, tried] };
  return { ...rows, parameters: replaced(rows.parameters, placed, row) };
}

function withItem(
  rows: Rows,
  id: string,
  change: (item: ScoreItem) => ScoreItem | ChangeProblem,
): Rows | ChangeProblem {
  const sheet = rows.sheets[0];
  const item = sheet?.row.items.find((one) => one.id === id);
  if (sheet === undefined || item === undefined) return noSuch(id);
  const next = change(item);
  if ('message' in next) return next;
  return withSheet(rows, sheet, {
    items: sheet.row.items.map((one) => (one === item ? next : one)),
  });
}

function withVeto(rows: Rows, { veto: id, rule }: ChangeOf<'veto'>): Rows | ChangeProblem {
  const sheet = rows.sheets[0];
  const veto = sheet?.row.vetoes.find((one) => one.id === id);
  if (sheet === undefined || veto === undefined) return noSuch(id);
  const next: readonly Veto[] = rule === null ? [] : [{ ...veto, rule }];
  return withSheet(rows, sheet, {
    vetoes: sheet.row.vetoes.flatMap((one) => (one === veto ? next : [one])),
  });
}

function withBenefit(
  rows: Rows,
  { benefit: id, amount, eligible }: ChangeOf<'benefit'>,
  on: string,
): Rows | ChangeProblem {
  const placed = rows.benefits.find(({ row }) => row.id === id);
  if (placed === undefined) return noSuch(id);
  const { eligible: now, ...rest } = placed.row;
  const rule = eligible === undefined ? now : eligible === null ? undefined : eligible;
  const row: Benefit = { ...rest, ...(rule === undefined ? {} : { eligible: rule }) };
  if (amount === undefined) return { ...rows, benefits: replaced(rows.benefits, placed, row) };
  const named = row.amount;
  if (named !== undefined) {
    const priced = withParameter(rows, { kind: 'parameter', id: named, value: amount }, on);
    if ('message' in priced) return priced;
    return { ...priced, benefits: replaced(rows.benefits, placed, row) };
  }
  // The pack gives no amount: the trial brings one, a year for each household or person.
  const parameter: Parameter = {
    id: `trialAmount${id.charAt(0).toUpperCase()}${id.slice(1)}`,
    title: row.title,
    type: 'number',
    unit: row.to === 'person' ? 'yuan/person/year' : 'yuan/household/year',
    values: [{ from: on, value: amount, verified: false }],
    usedBy: row.title,
    requirements: [],
  };
  return {
    ...rows,
    parameters: [...rows.parameters, { row: parameter, pack: placed.pack, at: placed.at }],
    benefits: replaced(rows.benefits, placed, { ...row, amount: parameter.id }),
  };
}

function withSheet(rows: Rows, sheet: Placed<ScoreSheet>, parts: Partial<ScoreSheet>): Rows {
  const { vetoLength: _, ...row } = sheet.row;
  return { ...rows, sheets: replaced(rows.sheets, sheet, { ...row, ...parts }) };
}

function replaced<Row>(
  all: readonly Placed<Row>[],
  placed: Placed<Row>,
  row: Row,
): readonly Placed<Row>[] {
  return all.map((one) => (one === placed ? { ...placed, row } : one));
}

function weighted(points: Points, factor: number): Points {
  if ('rule' in points) return { rule: `(${points.rule}) * ${decimal(factor)}` };
  if ('by' in points) {
    return {
      ...points,
      bands: points.bands.map((band) => ({ ...band, points: band.points * factor })),
      above: points.above * factor,
    };
  }
  return {
    cases: points.cases.map((one) => ({ ...one, points: one.points * factor })),
    otherwise: points.otherwise * factor,
  };
}

function repointed(
  item: ScoreItem,
  { at, points: given }: ChangeOf<'points'>,
): ScoreItem | ChangeProblem {
  const { points } = item;
  if ('rule' in points) return noSuch(`${item.id} ${at}`);
  if (given > item.max) return overMaximum(item, given);
  const at_ = <One extends { points: number }>(all: readonly One[]) =>
    all.map((one, index) => (index === at ? { ...one, points: given } : one));
  const length = 'by' in points ? points.bands.length : points.cases.length;
  if (at > length) return noSuch(`${item.id} ${at}`);
  if ('by' in points) {
    const above = at === length ? given : points.above;
    return { ...item, points: { ...points, bands: at_(points.bands), above } };
  }
  const otherwise = at === length ? given : points.otherwise;
  return { ...item, points: { cases: at_(points.cases), otherwise } };
}

/** A number as the expression language writes it: with a decimal point, never an exponent. */
function decimal(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : value.toFixed(6);
}

function noSuch(name: string): ChangeProblem {
  const message = {
    zh: `这套规则里没有“${name}”。请从左边的清单里选。`,
    en: `The rules have no "${name}". Choose from the list on the left.`,
  };
  return { name, message };
}

function wrongValue(parameter: Parameter, value: unknown): ChangeProblem {
  const { id: name, title } = parameter;
  const given = JSON.stringify(value);
  const message = {
    zh: `“${title.zh}”不能是 ${given}。请按它原来的样子填：数字、是或否，或清单里的代码。`,
    en: `"${title.en}" cannot be ${given}. Fill it as it is now: a number, yes or no, or codes of its list.`,
  };
  return { name, message };
}

function overMaximum({ id: name, title, max }: ScoreItem, given: number): ChangeProblem {
  const message = {
    zh: `“${title.zh}”最多 ${max} 分，不能给 ${given} 分。请改小，或先加它的权重。`,
    en: `"${title.en}" gives at most ${max} points, not ${given}. Give fewer, or raise its weight first.`,
  };
  return { name, message };
}
