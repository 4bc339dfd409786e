// The pages of books, made from what is recorded: nothing is stored for them, so they are never out of date.
import type { BookPage, BookTable, HouseholdPaper } from '#domain/assistance/book.ts';
import { stagesOf } from '#domain/assistance/delivery-stages.ts';
import { ageOn, plainDate } from '#domain/kernel/plain-date.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import { codeTitle } from '#domain/policy/pack/document-shape.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { isPresent } from '#domain/registry/derived.ts';
import type { StoredHousehold, StoredPerson } from '#server/registry/household.store.ts';
import { memberFactsOf } from '#server/registry/member-figures.ts';
import type { BookRows } from './book.store.ts';
import { type BookWord, bookWord, isBookWord } from './book-words.ts';
import { measureTitle } from './rules-of-help.ts';

export interface BookContext {
  readonly household: StoredHousehold;
  readonly rows: BookRows;
  readonly pack: ResolvedPack | undefined;
  readonly place: string;
  readonly today: string;
  readonly language: Language;
}

/** What is said of one household, with the words of its language at hand. */
interface Writer extends BookContext {
  readonly word: (word: BookWord) => string;
  readonly code: (list: string, code: unknown) => string;
  readonly present: readonly StoredPerson[];
}

export function householdPage(paper: HouseholdPaper, context: BookContext): BookPage {
  const writer = writerOf(context);
  const { household, place } = context;
  const head = String(household.values.headName ?? '');
  const parts = {
    card: () => [members(writer), circumstances(writer), incomes(writer), shortMeasures(writer)],
    plan: () => [planFacts(writer), planMeasures(writer), targets(writer)],
    measures: () => [deliveries(writer), needs(writer)],
    ledger: () => [entries(writer)],
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

function writerOf(context: BookContext): Writer {
  const { pack, language, household, today } = context;
  return {
    ...context,
    word: bookWord(language),
    code: (list, code) => {
      const codes = Array.isArray(code) ? code : code === null || code === undefined ? [] : [code];
      return codes
        .map((one) =>
          pack === undefined ? String(one) : codeTitle(pack, list, String(one))[language],
        )
        .join(language === 'zh' ? '、' : ', ');
    },
    present: household.persons.filter(({ values, position }) =>
      isPresent(memberFactsOf(values, position), plainDate(today)),
    ),
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

function circumstances({ word, code, household, present, rows, language }: Writer) {
  const { values } = household;
  const [helper] = rows.helpers;
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
      [
        word('helper'),
        helper === undefined
          ? word('noHelper')
          : `${helper.helper_name} ${helper.unit ?? ''}`.trim(),
      ],
    ] as const,
  };
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
      { title: word('progress'), width: 2 },
    ],
    rows: rows.measures.map((one) => {
      const own = rows.benefits.filter(
        ({ line, code }) => line === one.line || (line === null && code === one.code),
      );
      return [
        measureTitle(pack, one.code)[language],
        one.owner,
        one.due_on ?? '',
        yuan(sumOf(own.map(({ promised_fen }) => promised_fen)) ?? one.promised_fen),
        yuan(sumOf(own.map(({ delivered_fen }) => delivered_fen))),
        stateWord(word, one.state),
      ];
    }),
    empty: word('noPlan'),
  };
}

function planFacts({ word, rows, present, pack }: Writer) {
  const [plan] = rows.plans;
  return {
    kind: 'facts' as const,
    heading: word('wholeGoal'),
    facts: [
      [word('wholeGoal'), plan?.goal ?? word('noPlan')],
      [word('years'), plan === undefined ? '—' : `${plan.from_year}—${plan.to_year}`],
      [word('version'), plan === undefined ? '—' : String(plan.number)],
      [word('approved'), plan?.decided_by_name ?? '—'],
      [word('headCount'), String(present.length)],
      [word('rules'), pack === undefined ? '—' : `${pack.title.zh} ${pack.version}`],
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
        plan?.primary_measure === one.code ? `（${word('primary')}）` : ''
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

function deliveries({ word, rows, pack, language }: Writer): BookTable {
  return {
    kind: 'table',
    heading: word('measures'),
    columns: [
      { title: word('measure'), width: 3 },
      { title: word('item'), width: 4 },
      { title: word('year'), width: 1 },
      { title: word('promised'), width: 2, number: true },
      { title: word('delivered'), width: 2, number: true },
      { title: word('day'), width: 2 },
      { title: word('deliverer'), width: 3 },
      { title: word('progress'), width: 2 },
      { title: word('answer'), width: 2 },
    ],
    rows: rows.benefits.map((one) => [
      measureTitle(pack, one.code)[language],
      [one.title, one.person_name ?? ''].join(' ').trim(),
      String(one.year),
      yuan(one.promised_fen),
      yuan(one.delivered_fen),
      one.delivered_on ?? '',
      one.deliverer,
      stagesOf(one).find(({ code }) => code === one.stage)?.title[language] ?? '',
      saidWord(word, one.state),
    ]),
    empty: word('none'),
  };
}

function needs({ word, rows, code }: Writer): BookTable {
  return {
    kind: 'table',
    heading: word('needs'),
    columns: [
      { title: word('day'), width: 2 },
      { title: word('what'), width: 8 },
      { title: word('progress'), width: 3 },
    ],
    rows: rows.needs.map((one) => [
      one.noted_on,
      [one.code === null ? '' : code(one.list ?? '', one.code), one.words].join(' ').trim(),
      one.met_on ?? '',
    ]),
    empty: word('none'),
  };
}

/** Visits, deliveries and reports of a year in the order of their days. */
function entries({ word, rows, pack, language }: Writer): BookTable {
  const benefitOf = new Map(rows.benefits.map((one) => [one.id, one]));
  const lineOf = new Map(rows.measures.map((one) => [one.line, one]));
  const lines = [
    ...rows.visits.map((one) => ({
      on: one.visited_on,
      cells: [
        visitWord(word, one.way),
        one.helper_name,
        [one.note, one.findings ?? ''].join(' ').trim(),
      ],
    })),
    ...rows.steps.flatMap((one) => {
      const benefit = benefitOf.get(one.benefit_id);
      if (benefit === undefined) return [];
      const stage = stagesOf(benefit).find(({ code }) => code === one.stage)?.title[language] ?? '';
      const what = `${benefit.title} ${stage} ${one.words}`.replace(/\s+/g, ' ').trim();
      return [{ on: one.on_day, cells: [actWord(word, one.act), one.account_name, what] }];
    }),
    ...rows.progress.map((one) => ({
      on: one.on_day,
      cells: [
        stateWord(word, one.state),
        one.account_name,
        `${measureTitle(pack, lineOf.get(one.line)?.code ?? '')[language]} ${one.words}`.trim(),
      ],
    })),
  ].sort((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0));
  return {
    kind: 'table',
    heading: word('entries'),
    columns: [
      { title: word('day'), width: 2 },
      { title: word('what'), width: 2 },
      { title: word('who'), width: 3 },
      { title: word('entries'), width: 8 },
    ],
    rows: lines.map(({ on, cells }) => [on, ...cells]),
    empty: word('none'),
  };
}

type Words = (word: BookWord) => string;

function stateWord(word: Words, state: string): string {
  return said(word, `state_${state}`, state);
}
function saidWord(word: Words, state: string): string {
  return said(word, `said_${state}`, state);
}
function actWord(word: Words, act: string): string {
  return said(word, `act_${act}`, act);
}
function visitWord(word: Words, way: string): string {
  return said(word, `visit_${way}`, way);
}
function said(word: Words, key: string, otherwise: string): string {
  return isBookWord(key) ? word(key) : otherwise;
}

function sumOf(fen: readonly (number | null)[]): number | null {
  const known = fen.filter((one) => one !== null);
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0);
}

/** Whole yuan with separators, as forms have them. */
export function yuan(fen: number | null): string {
  return fen === null ? '—' : Math.round(fen / 100).toLocaleString('en-GB');
}
