// The measures book and the work ledger of a household: what came, what is needed, what was done on which day.
import type { BookTable } from '#domain/assistance/book.ts';
import { stagesOf } from '#domain/assistance/delivery-stages.ts';
import { standingOfReport, standingTitles } from '#domain/assistance/measure-standing.ts';
import { measureStateOf } from '#domain/assistance/plan.ts';
import { actWord, saidWord, visitWord, type Writer, yuan } from './book-writer.ts';
import { measureTitle } from './rules-of-help.ts';

export function deliveries({ word, rows, pack, language }: Writer): BookTable {
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

export function needs({ word, rows, code }: Writer): BookTable {
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
export function entries({ word, rows, pack, language }: Writer): BookTable {
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
        standingTitles[standingOfReport(measureStateOf(one.state))][language],
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
