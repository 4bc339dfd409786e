// What comes out of a worked example under a pack, with its reasons: shown beside what was expected,
// and taken as the new expectation where an officer says that the new result is the right one.

import { type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { type Clause, explain } from '#domain/policy/expression-trace.ts';
import type { Facts, Value } from '#domain/policy/expression-value.ts';
import { decide, decisiveNames } from '#domain/policy/pack/check-examples.ts';
import {
  groupDigits,
  joinWords,
  labelled,
  same,
  shownValue,
} from '#domain/policy/pack/document-shape.ts';
import type { Example } from '#domain/policy/pack/example-schema.ts';
import type { Pack } from '#domain/policy/pack/pack.ts';
import { type ResolvedPack, resolvePack } from '#domain/policy/pack/resolve-pack.ts';
import { scoreHousehold } from '#domain/policy/pack/score-sheet.ts';

/** One line of a result: what was asked, what came out, and why. */
export interface OutcomeLine {
  readonly title: Bilingual;
  readonly shown: Bilingual;
  /** Clauses that decided, with the values they read. */
  readonly why: readonly Bilingual[];
}

export type Expected = Pick<Example, 'criteria' | 'sheets' | 'tables'>;

export interface Outcome {
  readonly lines: readonly OutcomeLine[];
  /** The same as an example writes it. */
  readonly expected: Expected;
}

/** Undefined where the pack of that day does not stand. */
export function outcomeOf(
  packs: ReadonlyMap<string, Pack>,
  { id, example, on }: { readonly id: string; readonly example: Example; readonly on?: PlainDate },
): Outcome | undefined {
  const resolved = resolvePack(packs, id, on ?? plainDate(example.on));
  if (!resolved.ok || resolved.problems.length > 0) return undefined;
  return outcomeIn(resolved.pack, example);
}

export function outcomeIn(pack: ResolvedPack, example: Example): Outcome {
  const parts = [
    ...example.criteria.map((one) => criterionOutcome(pack, one, example.given)),
    ...example.sheets.map((one) => sheetOutcome(pack, one, example.given)),
    ...example.tables.map((one) => tableOutcome(pack, one, example.given)),
  ];
  return {
    lines: parts.flatMap(({ lines }) => lines),
    expected: {
      criteria: parts.flatMap(({ expected }) => expected.criteria ?? []),
      sheets: parts.flatMap(({ expected }) => expected.sheets ?? []),
      tables: parts.flatMap(({ expected }) => expected.tables ?? []),
    },
  };
}

interface Part {
  readonly lines: readonly OutcomeLine[];
  readonly expected: Partial<Expected>;
}

function criterionOutcome(
  pack: ResolvedPack,
  wanted: Example['criteria'][number],
  facts: Facts,
): Part {
  const criterion = pack.criteria.get(wanted.id);
  if (criterion === undefined) return { lines: [], expected: { criteria: [wanted] } };
  const trace = explain(criterion.rule, facts, pack.wordings);
  const because = decisiveNames(trace);
  return {
    lines: [
      {
        title: titleOf(pack, wanted.id),
        shown: verdict(trace.value),
        why: decisiveClauses(pack, trace),
      },
    ],
    expected: {
      criteria: [
        {
          id: wanted.id,
          is: typeof trace.value === 'boolean' ? trace.value : 'unknown',
          because: because.length === 0 ? wanted.because : [...because],
        },
      ],
    },
  };
}

function sheetOutcome(pack: ResolvedPack, wanted: Example['sheets'][number], facts: Facts): Part {
  const sheet = pack.sheets.get(wanted.id);
  if (sheet === undefined) return { lines: [], expected: { sheets: [wanted] } };
  const score = scoreHousehold(sheet, facts, pack.wordings);
  const titles = new Map(
    [...sheet.sheet.items, ...sheet.sheet.vetoes].map((row) => [row.id, row.title]),
  );
  const held = score.vetoes.filter(({ holds }) => holds === true);
  const asked = score.items.filter(({ id }) => Object.hasOwn(wanted.items, id));
  const { title } = sheet.sheet;
  return {
    lines: [
      {
        title,
        shown: joinWords([
          pointsOf(score.total),
          ...cutOffWords(sheet, score.total),
          ...held.map(({ id }) => titles.get(id) ?? same(id)),
        ]),
        why: [
          ...held.flatMap(({ trace }) => decisiveClauses(pack, trace)),
          ...score.missing.map((name) => {
            const field = titleOf(pack, name);
            return labelled('不知道', 'Unknown', field);
          }),
        ],
      },
      ...asked.map(({ id, points, trace }) => ({
        title: titles.get(id) ?? same(id),
        shown: pointsOf(points),
        why: decisiveClauses(pack, trace),
      })),
    ],
    expected: {
      sheets: [
        {
          id: wanted.id,
          items: Object.fromEntries(asked.map(({ id, points }) => [id, points ?? 'unknown'])),
          total: score.total ?? 'unknown',
          vetoes: held.map(({ id }) => id),
          missing: [...score.missing],
        },
      ],
    },
  };
}

function tableOutcome(pack: ResolvedPack, wanted: Example['tables'][number], facts: Facts): Part {
  const table = pack.tables.get(wanted.id);
  if (table === undefined) return { lines: [], expected: { tables: [wanted] } };
  const found = decide(table, facts);
  const row = table.rows.find((one) => one.row.id === found.row);
  const none = found.row === 'none' ? { zh: '没有一行适用', en: 'no row applies' } : verdict(null);
  return {
    lines: [
      {
        title: table.table.title,
        shown: row?.row.reason ?? none,
        why:
          row === undefined ? [] : decisiveClauses(pack, explain(row.rule, facts, pack.wordings)),
      },
    ],
    expected: { tables: [{ id: wanted.id, row: found.row, gives: [...found.gives] }] },
  };
}

/** On which side of the line a total falls, where the sheet has one. */
function cutOffWords(
  { sheet, cutOff }: NonNullable<ReturnType<ResolvedPack['sheets']['get']>>,
  total: number | null,
): readonly Bilingual[] {
  if (cutOff === null || total === null) return [];
  const isPoor = sheet.direction === 'lowerIsPoorer' ? total < cutOff : total > cutOff;
  const line = groupDigits(cutOff);
  return [
    isPoor
      ? { zh: `在分数线 ${line} 的贫困一侧`, en: `on the poor side of the cut-off ${line}` }
      : { zh: `不在分数线 ${line} 的贫困一侧`, en: `not on the poor side of the cut-off ${line}` },
  ];
}

/** The clauses at the ends of the tree that decided, each with what it read. */
function decisiveClauses(pack: ResolvedPack, clause: Clause): readonly Bilingual[] {
  const inner = clause.children.filter(({ decisive }) => decisive);
  if (inner.length > 0) return inner.flatMap((one) => decisiveClauses(pack, one));
  const read = clause.leaves.map(({ label, name, value, unit, list }) => {
    const shown = shownValue(pack, value, { list });
    const of = (language: 'zh' | 'en') =>
      [label?.[language] ?? name, shown[language], value === null ? '' : unit?.[language]]
        .filter((part) => part !== '' && part !== undefined)
        .join(' ');
    return { zh: of('zh'), en: of('en') };
  });
  const facts = joinWords(read);
  return [
    {
      zh: read.length === 0 ? clause.words.zh : `${clause.words.zh}（${facts.zh}）`,
      en: read.length === 0 ? clause.words.en : `${clause.words.en} (${facts.en})`,
    },
  ];
}

function titleOf({ wordings }: ResolvedPack, name: string): Bilingual {
  return { zh: wordings.zh.nameOf(name), en: wordings.en.nameOf(name) };
}

function pointsOf(points: number | null): Bilingual {
  if (points === null) return verdict(null);
  return { zh: `${groupDigits(points)} 分`, en: `${groupDigits(points)} points` };
}

function verdict(value: Value): Bilingual {
  if (value === true) return { zh: '符合', en: 'holds' };
  if (value === false) return { zh: '不符合', en: 'does not hold' };
  return { zh: '说不准', en: 'cannot be told' };
}
