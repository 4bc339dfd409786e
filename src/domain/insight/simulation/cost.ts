// What a list of households costs in a year, from the entitlements of the pack: whoever is listed and
// entitled gets the amount. What is assumed is said with each line. Entitlements without an amount in
// yuan cannot be counted and are named. Where none can be, one assumed amount a listed household stands
// in, if the pack gives it (`helpPerListedHousehold`), and is said to be an assumption.

import type { Bilingual } from '#domain/kernel/refusal.ts';
import { checkSource } from '#domain/policy/expression-check.ts';
import type { Rule } from '#domain/policy/expression-rule.ts';
import type { Benefit } from '#domain/policy/pack/delivery-schemas.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';

export const assumedHelp = 'helpPerListedHousehold';

/** everyMember: all members are taken to be entitled. everyListed: no rule says who. oneOff: paid once,
 *  counted in the first year. least: the lower of two amounts. */
export const costAssumptions = ['everyMember', 'everyListed', 'oneOff', 'least'] as const;
export type CostAssumption = (typeof costAssumptions)[number];

export interface CostLine {
  readonly id: string;
  readonly title: Bilingual;
  readonly yuan: number;
  readonly per: 'person' | 'household';
  /** Who of the listed is entitled; everybody when absent. */
  readonly eligible: Rule | undefined;
  readonly assumptions: readonly CostAssumption[];
  readonly verified: boolean;
}

export type WhyUncounted = 'noAmount' | 'notMoney' | 'ruleReadsNoHousehold' | 'notOfHouseholds';

export interface Costing {
  readonly lines: readonly CostLine[];
  readonly uncounted: readonly {
    readonly id: string;
    readonly title: Bilingual;
    readonly why: WhyUncounted;
  }[];
  /** True when the one line is the assumed amount a household. */
  readonly assumed: boolean;
}

export function costingOf(pack: ResolvedPack): Costing {
  const lines: CostLine[] = [];
  const uncounted: Costing['uncounted'][number][] = [];
  for (const { row } of pack.rows.benefits) {
    const line = lineOf(pack, row);
    if (typeof line === 'string') uncounted.push({ id: row.id, title: row.title, why: line });
    else lines.push(line);
  }
  if (lines.length > 0) return { lines, uncounted, assumed: false };
  const help = pack.scope.parameters.get(assumedHelp);
  if (help === undefined || typeof help.value !== 'number') {
    return { lines: [], uncounted, assumed: false };
  }
  const title = help.label ?? { zh: assumedHelp, en: assumedHelp };
  const line: CostLine = {
    id: assumedHelp,
    title,
    yuan: help.value,
    per: 'household',
    eligible: undefined,
    assumptions: ['everyListed'],
    verified: help.verified === true,
  };
  return { lines: [line], uncounted, assumed: true };
}

function lineOf(pack: ResolvedPack, row: Benefit): CostLine | WhyUncounted {
  if (row.to === 'village') return 'notOfHouseholds';
  const amount = row.amount === undefined ? undefined : pack.scope.parameters.get(row.amount);
  if (amount === undefined || typeof amount.value !== 'number') return 'noAmount';
  const unit = amount.unit ?? {};
  const times = timesAYear(unit);
  if (unit.yuan !== 1 || times === undefined) return 'notMoney';
  const checked =
    row.eligible === undefined
      ? undefined
      : checkSource(row.eligible, pack.scope, { type: 'boolean' });
  if (checked !== undefined && !checked.ok) return 'ruleReadsNoHousehold';
  const isOfPersons = unit.person === -1 || (unit.household !== -1 && row.to === 'person');
  const assumptions: CostAssumption[] = [];
  if (isOfPersons) assumptions.push('everyMember');
  if (checked === undefined) assumptions.push('everyListed');
  if (unit.year === undefined && unit.month === undefined) assumptions.push('oneOff');
  if (row.amountMost !== undefined) assumptions.push('least');
  return {
    id: row.id,
    title: row.title,
    yuan: amount.value * times,
    per: isOfPersons ? 'person' : 'household',
    eligible: checked?.rule,
    assumptions,
    verified: row.verified && row.sample !== true && amount.verified === true,
  };
}

const plainParts: ReadonlySet<string> = new Set(['yuan', 'person', 'household', 'year', 'month']);

/** How often a year the amount is paid; undefined where the unit is of something else, such as a mu. */
function timesAYear(unit: Readonly<Record<string, number>>): number | undefined {
  if (Object.keys(unit).some((part) => !plainParts.has(part))) return undefined;
  return unit.month === -1 ? 12 : 1;
}
