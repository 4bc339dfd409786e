// The income of an invented household in the year before it was surveyed and, where somebody has been to
// verify its exit, in the year before that visit. Whoever met the standard is above the line of that year;
// whoever was verified without meeting it is below the line, or lacks something else.

import { addDays, type PlainDate, plainDate, yearOf } from '#domain/kernel/plain-date.ts';
import type { IncomeKind } from '#domain/registry/income.ts';
import { isRegistered, stages } from '#domain/registry/stage.ts';
import type { Calibration } from './calibration.ts';
import type { Dwelling } from './dwelling.ts';
import { inventLedger } from './ledger.ts';
import type { MemberState } from './member.ts';
import type { Slot } from './plan.ts';
import type { Random } from './random.ts';

/** The year whose income the survey of autumn asked for; exits are verified in the demonstration's own. */
export function surveyYearOf(today: PlainDate): number {
  return yearOf(today) - 1;
}

export interface IncomeLine {
  readonly year: number;
  readonly kind: IncomeKind;
  readonly amountFen: number;
  readonly note: string;
  readonly observedFrom: PlainDate;
  readonly observedTo: PlainDate;
  /** Place of the member it belongs to; undefined for the household as a whole. */
  readonly member: number | undefined;
}

export interface IncomeWish {
  readonly slot: Slot;
  readonly members: readonly {
    readonly age: number;
    readonly state: MemberState;
    readonly dibao: boolean;
  }[];
  readonly dwelling: Dwelling;
  /** A verified household was found below the line. */
  readonly failing: boolean;
  /** The day of the visit that verified it; null where nobody came yet. */
  readonly verified: PlainDate | null;
}

interface Means {
  readonly calibration: Calibration;
  readonly random: Random;
}

/** What a verified household lacks for the standard: income, water or a sound house. */
export type Failing = 'INCOME' | 'WATER' | 'HOUSE';

export function failingOf({ stage }: Slot, random: Random): Failing | null {
  if (stage !== 'EXIT_VERIFIED') return null;
  if (random.chance(0.55)) return 'INCOME';
  return random.chance(0.6) ? 'WATER' : 'HOUSE';
}

export function inventIncomes(wish: IncomeWish, means: Means): readonly IncomeLine[] {
  const { slot } = wish;
  const { incomes } = means.calibration.invented;
  const { middle, spread } = isRegistered(slot.stage) ? incomes.registered2015 : incomes.other2015;
  const year = surveyYearOf(means.calibration.today);
  const surveyed = yearLines(wish, means, {
    year,
    // The counting period from October to September, over when the survey began.
    observedFrom: plainDate(`${year - 1}-10-01`),
    observedTo: plainDate(`${year}-09-30`),
    target: middle * Math.exp(spread * means.random.normal()),
    from: 0,
    below: Number.POSITIVE_INFINITY,
  });
  const found = verifiedTarget(wish, means);
  if (found === undefined || wish.verified === null) return surveyed;
  return [
    ...surveyed,
    ...yearLines(wish, means, {
      year: yearOf(wish.verified),
      // Nobody can say what comes in after the visit: the twelve months before it are asked about.
      observedFrom: plainDate(`${yearOf(wish.verified) - 1}${wish.verified.slice(4)}`),
      observedTo: addDays(wish.verified, -1),
      ...found,
    }),
  ];
}

function verifiedTarget({ slot, failing }: IncomeWish, { calibration, random }: Means) {
  if (stages.indexOf(slot.stage) < stages.indexOf('EXIT_VERIFIED')) return undefined;
  const line = lineOf(calibration, yearOf(calibration.today));
  const { failing2016, met2016 } = calibration.invented.incomes;
  if (failing) {
    const target = failing2016.middle * Math.exp(failing2016.spread * random.normal());
    return { target: Math.min(target, line - 20), from: 0, below: line };
  }
  if (slot.bunched) {
    return { target: line + random.between(4, 90), from: line, below: line + 100 };
  }
  const target = line + 100 + met2016.above * Math.exp(met2016.spread * random.normal());
  return { target, from: line + 1, below: Number.POSITIVE_INFINITY };
}

function lineOf(calibration: Calibration, year: number): number {
  const line = calibration.povertyLines[String(year)];
  if (line === undefined) throw new Error(`the calibration names no poverty line of ${year}`);
  return line;
}

const able = new Set(['NORMAL', 'SKILLED', 'WEAK']);
const higherSchool = /^(SENIOR|VOCATIONAL|COLLEGE|UNIVERSITY)/;

interface YearTarget {
  readonly year: number;
  readonly observedFrom: PlainDate;
  readonly observedTo: PlainDate;
  readonly target: number;
  readonly from: number;
  readonly below: number;
}

/** A period is named for the year it ends in. */
function yearLines(
  { slot, members, dwelling }: IncomeWish,
  { calibration, random }: Means,
  { year, observedFrom, observedTo, target, from, below }: YearTarget,
): readonly IncomeLine[] {
  const lines = inventLedger(
    {
      members: members.map(({ age, state, dibao }, index) => ({
        index,
        age: age - (yearOf(calibration.today) - year),
        isAble: able.has(state.labour),
        workMonths: state.workMonths ?? 0,
        dibao,
        inHigherSchool: higherSchool.test(state.schoolStage),
      })),
      targetPerHeadYuan: target,
      found: { from, below },
      payments: calibration.invented.payments,
      forestLand: dwelling.forestLand,
      arableLand: dwelling.arableLand,
      isRegistered: isRegistered(slot.stage),
    },
    random,
  );
  return lines.map((line) => ({
    year,
    kind: line.kind,
    amountFen: line.yuan * 100,
    note: line.note,
    observedFrom,
    observedTo,
    member: line.member,
  }));
}
