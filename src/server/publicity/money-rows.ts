// The rows of a notice of a project or of money, out of the books and of what its page shows.
import { yuanGrouped } from '#domain/funds/entry.ts';
import { noSuchProject } from '#domain/funds/projects/project-refusals.ts';
import { stagesOf } from '#domain/funds/stages.ts';
import type { AreaCode } from '#domain/kernel/area-code.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { groupBy } from '#domain/kernel/group-by.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { codeTitle } from '#domain/policy/pack/document-shape.ts';
import { type MoneyRow, moneyLinesMost, type NoticeTopic } from '#domain/publicity/money-notice.ts';
import { notForNotice, tooManyLines } from '#domain/publicity/refusals.ts';
import { countPaidHouseholds, sumByKind } from '#server/funds/books.store.ts';
import { fundWordsHere } from '#server/funds/fund-words.ts';
import { loadProject, sumOf } from '#server/funds/projects/load-project.ts';
import { findProject } from '#server/funds/projects/project.store.ts';
import { listPlacedNames } from '#server/funds/projects/project-part.store.ts';
import type { Context } from '#server/http/context.ts';
import { areaNames } from './public-household.ts';

export interface NoticeRows {
  readonly area: AreaCode;
  readonly rows: readonly MoneyRow[];
  /** People whose names may not stand in what was typed. */
  readonly names: readonly string[];
}

interface Asked {
  readonly area: AreaCode;
  readonly topic: NoticeTopic;
  readonly project: string | null;
}

export async function rowsFor(context: Context, asked: Asked): Promise<NoticeRows> {
  const { topic, project } = asked;
  return topic === 'projectPlan' || topic === 'projectDone'
    ? projectRows(context, topic, project ?? refuse(noSuchProject))
    : moneyRows(context, asked);
}

async function projectRows(
  context: Context,
  topic: 'projectPlan' | 'projectDone',
  id: string,
): Promise<NoticeRows> {
  const { tx, today } = context;
  const row = (await findProject(tx, id)) ?? refuse(noSuchProject);
  const isBefore = topic === 'projectPlan';
  const { acts, outputs, lines, sums } = await loadProject(tx, row);
  const wasApproved = acts.some(({ kind, passes }) => kind === 'approve' && passes);
  const accepted = acts.findLast(({ kind, passes }) => kind === 'accept' && passes);
  if (row.step === 'stopped' || (isBefore ? !wasApproved : accepted === undefined)) {
    refuse(notForNotice, { title: row.title });
  }
  const area = areaCode(row.area_code);
  const words = fundWordsHere(context, area);
  const nameOf = await areaNames(tx, [area.slice(0, 12)], today);
  const built = outputs
    .map(
      ({ product, unit, planned, added }) =>
        `${product} ${isBefore ? planned : (added ?? 0)} ${unit}`,
    )
    .join('；');
  const sources = [...new Set(lines.map(({ source }) => source))].map(
    (source) => words.source(source).title,
  );
  return {
    area,
    names: await listPlacedNames(tx, row),
    rows: [
      {
        place: nameOf(area.slice(0, 12)),
        project: row.title,
        kind: words.pack === undefined ? row.kind : codeTitle(words.pack, 'projectKind', row.kind),
        source: {
          zh: sources.map(({ zh }) => zh).join('、'),
          en: sources.map(({ en }) => en).join(', '),
        },
        planned: yuanGrouped(BigInt(row.planned_fen)),
        recognised: row.accepted_fen === null ? null : yuanGrouped(BigInt(row.accepted_fen)),
        paid: yuanGrouped(sumOf(sums, 'spent')),
        output: built,
        dueOn: row.due_on,
        acceptedOn: accepted?.done_on ?? null,
        unit: row.implementer,
      },
    ],
  };
}

async function moneyRows(context: Context, { area, topic }: Asked): Promise<NoticeRows> {
  const { tx, today } = context;
  const words = fundWordsHere(context, area);
  const sums = await sumByKind(tx, { span: spanOf(area), on: today, placeLength: 12 });
  const paidTo = new Map(
    (await countPaidHouseholds(tx, spanOf(area))).map((one) => [
      `${one.place}\n${one.purpose}`,
      one.households,
    ]),
  );
  const nameOf = await areaNames(tx, [area, ...sums.map(({ place }) => place)], today);
  const isPaid = topic === 'moneyPaid';
  const groups = groupBy(sums, ({ place, source, purpose }) =>
    (isPaid ? [place, purpose] : [source, purpose]).join('\n'),
  );
  // By place and use, so that the same books make the same notice.
  const sorted = [...groups].sort(([left], [right]) => (left < right ? -1 : 1));
  const rows = sorted.flatMap(([, own]): MoneyRow[] => {
    const [first] = own;
    if (first === undefined) return [];
    const stages = stagesOf(own);
    const { planned, paid } = stages;
    // A place below the county has no source of its own: what it was given is what arrived there.
    const arrived = area.length > 6 ? stages.allocated : stages.arrived;
    const shown = topic === 'moneyPlan' ? planned : isPaid ? paid : arrived;
    if (shown <= 0n) return [];
    const place = isPaid ? first.place : area;
    return [
      {
        place: nameOf(place),
        source: words.source(first.source).title,
        use: words.use(first.purpose),
        planned: yuanGrouped(planned),
        arrived: yuanGrouped(arrived),
        paid: yuanGrouped(paid),
        households: paidTo.get(`${first.place}\n${first.purpose}`) ?? null,
      },
    ];
  });
  if (rows.length === 0) refuse(notForNotice, { title: nameOf(area) });
  if (rows.length > moneyLinesMost) {
    refuse(tooManyLines, { area: nameOf(area), count: rows.length, most: moneyLinesMost });
  }
  return { area, rows, names: [] };
}
