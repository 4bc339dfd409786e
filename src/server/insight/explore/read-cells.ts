// The cells of a question from wherever its indicator is kept. Whatever the size of the area, kept sums are
// read; only a county or less is counted from its households.
import type { DimensionId } from '#domain/insight/explore/dimensions.ts';
import type { Indicator } from '#domain/insight/explore/indicators.ts';
import type { CubeCell, Numbers } from '#domain/insight/explore/pivot.ts';
import { featuresOf, type Question } from '#domain/insight/explore/question.ts';
import { monthsOf } from '#domain/insight/map/months.ts';
import {
  type AreaCode,
  type AreaSpan,
  countyDigits,
  villageDigits,
} from '#domain/kernel/area-code.ts';
import { stages } from '#domain/registry/stage.ts';
import { countKeptCoverage } from '#server/workforce/cover-count.store.ts';
import { listMonths } from '../charts/movement.store.ts';
import { sumQuality } from '../quality/quality.store.ts';
import type { Asking } from './explore.ts';
import { moneyFacts } from './money-facts.ts';
import { type CasesCell, listCaseCells, listMoved } from './moved.store.ts';
import { countRegisterCells, readKeptCells } from './register-cells.store.ts';

export interface Reading {
  readonly context: Asking;
  readonly question: Question;
  readonly indicator: Indicator;
  /** The parts of one's own that lie in the area. */
  readonly own: readonly AreaCode[];
  readonly spans: readonly AreaSpan[];
  readonly parts: readonly AreaCode[];
  /** Small numbers are hidden. */
  readonly masked: boolean;
}

/** A fact before it is put into its row and column: where, when, which rule. */
export interface Fact {
  readonly at: Readonly<Partial<Record<DimensionId, string>>>;
  readonly numbers: Numbers;
}

export async function readCells(reading: Reading): Promise<readonly CubeCell[]> {
  if (reading.indicator.cube === 'register') return registerCells(reading);
  const facts = await factsOf(reading);
  const { rows, columns, conditions } = reading.question;
  const wanted = Object.entries(conditions) as [DimensionId, string][];
  return facts
    .filter(({ at }) => wanted.every(([id, key]) => at[id] === key))
    .map(({ at, numbers }) => ({
      row: at[rows] ?? '',
      column: columns === undefined ? '' : (at[columns] ?? ''),
      numbers,
    }));
}

async function registerCells(reading: Reading): Promise<readonly CubeCell[]> {
  const { context, question, spans } = reading;
  const { rows, columns, conditions } = question;
  const asked = { spans, rows, columns, conditions, digits: partDigits(reading) };
  const cells =
    context.area.length >= countyDigits
      ? await countRegisterCells(context.tx, asked)
      : await readKeptCells(context.tx, { ...asked, asked: featuresOf(question) });
  return cells.map(({ row, column, households, persons, exited }) => ({
    row,
    column,
    numbers: { households, persons, exited, poor: households - exited },
  }));
}

function partDigits({ parts, context }: Reading): number {
  return parts[0]?.length ?? Math.max(2, context.area.length);
}

/** Digits of the areas that facts are read by: as fine as the question asks, as coarse as they are kept. */
export function digitsOf(reading: Reading): number {
  const { rows, columns } = reading.question;
  const asks = (id: DimensionId) => rows === id || columns === id;
  if (asks('village')) return villageDigits;
  const wide = asks('part') ? partDigits(reading) : Math.max(2, reading.context.area.length);
  return Math.min(villageDigits, wide);
}

async function factsOf(reading: Reading): Promise<readonly Fact[]> {
  const { context, indicator, spans, question } = reading;
  const { tx, today } = context;
  const digits = digitsOf(reading);
  const place = (area: string) => ({ part: area, village: area });
  switch (indicator.cube) {
    case 'moved': {
      const { from, to } = question;
      const cells = await listMoved(tx, { spans, digits, from, to });
      return cells.map(({ area, month, joined, left }) => ({
        at: { ...place(area), month, year: month.slice(0, 4) },
        numbers: { joined, left },
      }));
    }
    case 'standing':
      return standingFacts(reading, digits);
    case 'quality': {
      const sums = await sumQuality(tx, { spans, digits });
      return sums.map(({ area, rule, checked, failing }) => ({
        at: { ...place(area), rule },
        numbers: { checked, failing },
      }));
    }
    case 'cases':
      return caseFacts(reading);
    case 'cover': {
      const facts: Fact[] = [];
      for (const span of spans) {
        for (const one of await countKeptCoverage(tx, { span, digits, today })) {
          const { code, households, covered } = one;
          facts.push({ at: place(code), numbers: { households, covered } });
        }
      }
      return facts;
    }
    case 'money':
      return moneyFacts(reading, digits);
    case 'register':
      return [];
  }
}

/** What stood at each month's end: the register's own, by the months a reader may choose. */
async function standingFacts(
  { context, spans, question }: Reading,
  digits: number,
): Promise<readonly Fact[]> {
  const { tx, today } = context;
  const kept = Math.min(villageDigits, Math.max(digits, countyDigits));
  const moved = [];
  for (const span of spans) moved.push(...(await listMonths(tx, { span, kept, digits })));
  const parts = [...new Set(moved.map(({ area }) => area))];
  const poor = stages.map((stage) => stage !== 'SURVEYED' && stage !== 'EXIT_ANNOUNCED');
  const { from, to } = question;
  return monthsOf(moved, { parts, today })
    .filter(
      ({ month }) => (from === undefined || month >= from) && (to === undefined || month <= to),
    )
    .flatMap(({ month, standing }) =>
      parts.map((area, at) => ({
        at: { part: area, village: area, month },
        numbers: {
          poor: (standing[at] ?? []).reduce((sum, n, stage) => sum + (poor[stage] ? n : 0), 0),
        },
      })),
    );
}

/** Cases of the area as a whole belong to none of its parts; they stand beside them under its own code. */
async function caseFacts(reading: Reading): Promise<readonly Fact[]> {
  const { context, own, spans } = reading;
  const { tx, today } = context;
  const level = Math.max(2, own[0]?.length ?? 2);
  const digits = digitsOf(reading);
  const whole = await listCaseCells(tx, { spans, digits: level, today });
  if (digits === level) return whole.map(caseFact);
  const inParts = await listCaseCells(tx, { spans, digits, today });
  const rest = whole.map((one) => {
    const same = inParts.filter(
      ({ area, process, pack }) =>
        area.startsWith(one.area) && process === one.process && pack === one.pack,
    );
    const sum = (of: 'open' | 'late') => same.reduce((all, each) => all + each[of], 0);
    return { ...one, open: one.open - sum('open'), late: one.late - sum('late') };
  });
  return [...inParts, ...rest.filter(({ open }) => open > 0)].map(caseFact);
}

function caseFact({ area, process, pack, open, late }: CasesCell): Fact {
  return {
    at: { part: area, village: area, process: `${pack}:${process}` },
    numbers: { open, late },
  };
}
