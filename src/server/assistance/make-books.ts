// The pages of books, made from what is recorded: nothing is stored for them, so they are never out of date.
import type { BookPage, BookTable, HouseholdPaper } from '#domain/assistance/book.ts';
import {
  benefitsUnder,
  standingOfMeasure,
  standingTitles,
} from '#domain/assistance/measure-standing.ts';
import { measureStateOf } from '#domain/assistance/plan.ts';
import { ageOn, plainDate } from '#domain/kernel/plain-date.ts';
import { isTieWay, tieWayTitles } from '#domain/workforce/tie.ts';
import type { BookWord } from './book-words.ts';
import { type BookContext, sumOf, type Writer, writerOf, yuan } from './book-writer.ts';
import { deliveries, entries, needs } from './ledger-books.ts';
import { measureTitle } from './rules-of-help.ts';

export function householdPage(paper: HouseholdPaper, context: BookContext): BookPage {
  const writer = writerOf(context);
  const { household, place } = context;
  const head = String(household.values.headName ?? '');
  const parts = {
    card: () => [members(writer), circumstances(writer), incomes(writer), shortMeasures(writer)],
    plan: () => [planFacts(writer), planMeasures(writer), targets(writer)],
    measures: () => [whose(writer), deliveries(writer), needs(writer)],
    ledger: () => [whose(writer), entries(writer)],
  }[paper]();
  const signatures: Readonly<Record<HouseholdPaper, readonly BookWord[]>> = {
    card: ['signHead', 'signHelper', 'signVillage'],
    plan: ['signHead', 'signHelper', 'signTownship'],
    measures: ['signHead', 'signHelper'],
    ledger: ['signHelper', 'signVillage'],
  };
  return {
    paper,
    title: `${head} ${writer.word(paper)}`,
    place,
    number: String(household.values.householdNo ?? ''),
    parts,
    signatures: signatures[paper].map(writer.word),
  };
}

function members({ word, code, present, today }: Writer): BookTable {
  return {
    kind: 'table',
    heading: word('members'),
    columns: [
      { title: word('name'), width: 3 },
      { title: word('sex'), width: 1 },
      { title: word('age'), width: 1, number: true },
      { title: word('relation'), width: 2 },
      { title: word('health'), width: 3 },
      { title: word('labour'), width: 3 },
      { title: word('school'), width: 2 },
    ],
    rows: present.map(({ values }) => [
      String(values.name ?? ''),
      code('sex', values.sex),
      typeof values.birthDate === 'string'
        ? String(ageOn(plainDate(values.birthDate), plainDate(today)))
        : '',
      code('relation', values.relation),
      code('health', values.health),
      code('labour', values.labour),
      code('schoolStage', values.schoolStage),
    ]),
    empty: word('none'),
  };
}

function circumstances(writer: Writer) {
  const { word, code, household, present, language } = writer;
  const { values } = household;
  const area = values.houseArea === null ? '' : ` ${String(values.houseArea)} m²`;
  const causes = [
    values.primaryCause,
    ...(Array.isArray(values.otherCauses) ? values.otherCauses : []),
  ];
  return {
    kind: 'facts' as const,
    heading: word('state'),
    facts: [
      [word('stage'), code('stage', values.stage)],
      [
        word('cause'),
        code(
          'cause',
          causes.filter((one) => one !== null && one !== undefined),
        ),
      ],
      [word('headCount'), String(present.length)],
      [word('labourers'), String(values.labourers ?? '—')],
      [
        word('house'),
        `${code('houseStructure', values.houseStructure)}${area} ${code('houseGrade', values.houseGrade)}`,
      ],
      [
        word('land'),
        values.arableLand === null
          ? '—'
          : `${String(values.arableLand)} ${language === 'zh' ? '亩' : 'mu'}`,
      ],
      [word('water'), code('drinkingWater', values.drinkingWater)],
      [word('helper'), helperOf(writer)],
      [word('ledBy'), ledBy(writer)],
    ] as const,
  };
}

/** Whose book it is, for the two that tell what came and what was done. */
function whose(writer: Writer) {
  const { word, present, household } = writer;
  return {
    kind: 'facts' as const,
    heading: word('state'),
    facts: [
      [word('headCount'), String(present.length)],
      [word('labourers'), String(household.values.labourers ?? '—')],
      [word('helper'), helperOf(writer)],
      [word('ledBy'), ledBy(writer)],
    ] as const,
  };
}

function helperOf({ word, rows }: Writer): string {
  const [helper] = rows.helpers;
  return helper === undefined
    ? word('noHelper')
    : `${helper.helper_name} ${helper.unit ?? ''}`.trim();
}

/** Firms and co-operatives that lead the household, each with its ways. */
function ledBy({ word, rows, language }: Writer): string {
  const units = [...new Set(rows.ties.map(({ unit_name }) => unit_name))];
  if (units.length === 0) return word('noHelper');
  const [comma, semicolon] = language === 'zh' ? ['、', '；'] : [', ', '; '];
  return units
    .map((unit) => {
      const ways = rows.ties
        .filter(({ unit_name }) => unit_name === unit)
        .map(({ way }) => (isTieWay(way) ? tieWayTitles[way][language] : way));
      return `${unit} ${ways.join(comma)}`;
    })
    .join(semicolon);
}

function incomes({ word, rows }: Writer): BookTable {
  return {
    kind: 'table',
    heading: word('income'),
    columns: [
      { title: word('year'), width: 1 },
      { title: word('net'), width: 2, number: true },
      { title: word('perHead'), width: 2, number: true },
    ],
    rows: rows.incomes
      .slice(0, 4)
      .map((one) => [String(one.year), yuan(one.net_fen), yuan(one.per_head_fen)]),
    empty: word('none'),
  };
}

function shortMeasures({ word, rows, pack, language }: Writer): BookTable {
  return {
    kind: 'table',
    heading: word('measures'),
    columns: [
      { title: word('measure'), width: 3 },
      { title: word('owner'), width: 2 },
      { title: word('due'), width: 2 },
      { title: word('promised'), width: 2, number: true },
      { title: word('delivered'), width: 2, number: true },
      { title: word('progress'), width: 3 },
    ],
    rows: rows.measures.map((one) => {
      const own = benefitsUnder(one, rows.benefits);
      const state = measureStateOf(one.state);
      return [
        measureTitle(pack, one.code)[language],
        one.owner,
        one.due_on ?? '',
        yuan(sumOf(own.map(({ promised_fen }) => promised_fen)) ?? one.promised_fen),
        yuan(sumOf(own.map(({ delivered_fen }) => delivered_fen))),
        standingTitles[standingOfMeasure({ ...one, state }, own)][language],
      ];
    }),
    empty: word('noPlan'),
  };
}

function planFacts({ word, rows, present, pack, language }: Writer) {
  const [plan] = rows.plans;
  return {
    kind: 'facts' as const,
    heading: word('wholeGoal'),
    facts: [
      [word('wholeGoal'), plan?.goal ?? word('noPlan')],
      [
        word('years'),
        plan === undefined
          ? '—'
          : `${plan.from_year}${language === 'zh' ? '—' : '–'}${plan.to_year}`,
      ],
      [word('version'), plan === undefined ? '—' : String(plan.number)],
      [word('approved'), plan?.decided_by_name ?? '—'],
      [word('headCount'), String(present.length)],
      [word('rules'), pack === undefined ? '—' : `${pack.title[language]} ${pack.version}`],
    ] as const,
  };
}

function planMeasures({ word, rows, pack, language }: Writer): BookTable {
  const [plan] = rows.plans;
  return {
    kind: 'table',
    heading: word('plan'),
    columns: [
      { title: word('measure'), width: 3 },
      { title: word('goal'), width: 4 },
      { title: word('focus'), width: 3 },
      { title: word('method'), width: 5 },
      { title: word('owner'), width: 2 },
      { title: word('due'), width: 2 },
      { title: word('judged'), width: 3 },
    ],
    rows: rows.measures.map((one) => [
      `${measureTitle(pack, one.code)[language]}${
        plan?.primary_measure === one.code ? word('primary') : ''
      }`,
      one.goal,
      one.focus,
      one.method,
      one.owner,
      one.due_on ?? '',
      one.judged_by,
    ]),
    empty: word('noPlan'),
  };
}

function targets({ word, rows }: Writer): BookTable {
  const income = new Map(rows.incomes.map((one) => [String(one.year), one.per_head_fen]));
  return {
    kind: 'table',
    heading: word('targets'),
    columns: [
      { title: word('target'), width: 4 },
      { title: word('due'), width: 2 },
      { title: word('target'), width: 2, number: true },
      { title: word('actual'), width: 2, number: true },
    ],
    rows: rows.targets.map((one) => [
      one.title || word('perHead'),
      one.due_on,
      one.value === null ? '' : `${one.value.toLocaleString('en-GB')} ${one.unit ?? ''}`,
      one.done_on ??
        (one.metric === 'incomePerHead' ? yuan(income.get(one.due_on.slice(0, 4)) ?? null) : ''),
    ]),
    empty: word('none'),
  };
}
