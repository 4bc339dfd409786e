// The schedule of who answers for which village. Nothing in it is typed for it: it is drawn from who holds a
// post, whose people help there, and who was appointed to supervise.
import type { InputOf } from '#contract/route.ts';
import type { getSchedule, Schedule } from '#contract/workforce-schedule.ts';
import { spanOf } from '#domain/kernel/area-code.ts';
import { groupBy } from '#domain/kernel/group-by.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { scheduleCell, scheduleSetsOf } from '#domain/workforce/schedule.ts';
import { tenureOn } from '#domain/workforce/supervisor.ts';
import type { Context } from '#server/http/context.ts';
import { listAreasInSpan } from '#server/registry/area.store.ts';
import { countyOrBelow } from './coverage.ts';
import { rulesHere } from './rules-here.ts';
import { listHelpingUnits, listHolders } from './schedule.store.ts';
import { listSupervisorRows } from './supervisor.store.ts';
import { termOf } from './supervisors.ts';

export async function scheduleOf(
  context: Context,
  _input: InputOf<typeof getSchedule>,
): Promise<Schedule> {
  const { tx, today } = context;
  const area = countyOrBelow(context.area);
  const { pack } = rulesHere(context, area);
  const sets = pack === undefined ? [] : scheduleSetsOf(pack);
  const columns = sets.flatMap(({ id, verified, posts }) =>
    posts.map((post) => ({
      set: id,
      post: post.id,
      title: post.title,
      least: post.least,
      verified,
    })),
  );
  const own = spanOf(area);
  // Of a village its township is read too: who answers for that answers for the village.
  const span = { ...own, low: own.low.slice(0, 9) };
  const ids = sets.map(({ id }) => id);
  const [areas, held, units, supervisors] = [
    await listAreasInSpan(tx, span, today, ['township', 'village']),
    await listHolders(tx, { span, sets: ids, today }),
    await listHelpingUnits(tx, own),
    await listSupervisorRows(tx, { span: own, show: 'now', today }),
  ];
  const names = new Map<string, string>(areas.map(({ code, name }) => [code, name]));
  const heldIn = groupBy(held, (one) => one.area);
  const unitsIn = groupBy(units, ({ village }) => village);
  const supervisorsIn = groupBy(
    supervisors.filter((row) => tenureOn(termOf(row), today) === 'serving'),
    (row) => row.area_code,
  );
  const villages = areas
    .filter(({ code, level }) => level === 'village' && code >= own.low)
    .map(({ code, name }) => {
      const township = code.slice(0, 9);
      const here = [...(heldIn.get(township) ?? []), ...(heldIn.get(code) ?? [])];
      const cells = columns.map((column) => scheduleCell(code, column, here));
      return {
        code,
        township: names.get(township) ?? '',
        name: shortNameOf(name),
        cells: cells.map(({ holders, missing }) => ({
          holders: holders.map((one) => ({
            id: one.id,
            name: one.name,
            title: one.title,
            duty: one.duty,
            isOfTownship: one.area !== code,
          })),
          missing,
        })),
        units: (unitsIn.get(code) ?? []).map((unit) => unit.name),
        supervisors: (supervisorsIn.get(code) ?? []).map((row) => row.name),
        holes: cells.filter(({ missing }) => missing > 0).length,
      };
    });
  return {
    columns: columns.map(({ least: _least, ...column }) => column),
    villages,
    holes: villages.reduce((sum, { holes }) => sum + holes, 0),
    complete: villages.filter(({ holes }) => holes === 0).length,
    mayManage: context.may('workforce.manage'),
  };
}
