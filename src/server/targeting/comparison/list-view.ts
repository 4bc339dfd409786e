// A list as its reader sees it: what it is, how far it has come, what came of it. No household beyond.
import type { ComparisonList, ComparisonListDetail } from '#contract/targeting-comparison.ts';
import { columnLetters } from '#domain/exchange/sheet-row.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { choicesOf } from '#domain/targeting/comparison/comparison-kinds.ts';
import { formOf } from '#domain/targeting/comparison/list-field.ts';
import { listProblemMessage, listProblems } from '#domain/targeting/comparison/list-problem.ts';
import type { Context } from '#server/http/context.ts';
import { outcomesOfLists, type StoredList } from './list.store.ts';

type Kind = ComparisonList['kind'];

/** A kind the rules in force no longer know keeps its name. */
export function kindReader({
  platform,
  today,
}: Pick<Context, 'platform' | 'today'>): (area: string, kind: string) => Kind {
  const known = new Map<string, ReadonlyMap<string, Kind>>();
  return (area, id) => {
    const at = area.slice(0, 6);
    let kinds = known.get(at);
    if (kinds === undefined) {
      const pack = platform.packs.inForce(areaCode(at), today);
      const choices = pack === undefined ? [] : choicesOf(pack, 'comparison');
      kinds = new Map(
        choices.map(({ id: kind, title, verified }) => [kind, { id: kind, title, verified }]),
      );
      known.set(at, kinds);
    }
    return kinds.get(id) ?? { id, title: { zh: id, en: id }, verified: false };
  };
}

const nothing = { hits: 0, open: 0, answered: 0, overturned: 0, upheld: 0 };

export async function listViews(
  context: Context,
  lists: readonly StoredList[],
): Promise<ComparisonList[]> {
  const outcomes = await outcomesOfLists(
    context.tx,
    lists.map(({ id }) => id),
  );
  const kindOf = kindReader(context);
  return lists.map((list) => ({
    id: list.id,
    areaCode: list.areaCode,
    kind: kindOf(list.areaCode, list.kind),
    title: list.title,
    accountName: list.accountName,
    state: list.state,
    form: formOf(list.columns) ?? null,
    keyGivenAt: list.keyGivenAt,
    fileName: list.fileName,
    counts: list.counts,
    outcomes: outcomes.get(list.id) ?? nothing,
    failure:
      list.failure === null
        ? null
        : { code: list.failure.code, message: { zh: list.failure.zh, en: list.failure.en } },
    job: list.job,
    createdAt: list.createdAt,
    finishedAt: list.finishedAt,
  }));
}

export async function listDetail(
  context: Context,
  list: StoredList,
): Promise<ComparisonListDetail> {
  const [view] = await listViews(context, [list]);
  if (view === undefined) throw new Error(`list ${list.id} was lost`);
  return {
    ...view,
    format: list.format,
    sheet: list.sheet,
    sheets: [...list.sheets],
    columns: list.columns.map((column) => ({ ...column, letters: columnLetters(column.column) })),
    sample: list.sample.map(({ row, cells }) => ({ row, cells: [...cells] })),
    problems: list.problems.map(({ code, count, rows, facts }) => ({
      code,
      severity: listProblems[code].severity,
      count,
      rows: [...rows],
      message: listProblemMessage({ code, facts }),
    })),
    fileKept: list.fileKept,
    mayRun: context.may('targeting.run') && list.state === 'checked',
  };
}
