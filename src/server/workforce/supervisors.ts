// Who is appointed to supervise a village, and until when.
import type { InputOf, OutputOf } from '#contract/route.ts';
import type {
  appointSupervisor,
  dismissSupervisor,
  listSupervisors,
  Supervisors,
  VillageSupervisor,
} from '#contract/workforce-supervisors.ts';
import { areaCode, countyNumberOf, spanOf } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { appointmentDenial, type Term, tenureOn } from '#domain/workforce/supervisor.ts';
import * as refusals from '#domain/workforce/supervisor-refusals.ts';
import type { Context } from '#server/http/context.ts';
import { listAreasInSpan } from '#server/registry/area.store.ts';
import { countyOrBelow } from './coverage.ts';
import {
  endSupervisor,
  findSupervisor,
  insertSupervisors,
  listSupervisorRows,
  listSupervisorsOf,
  type SupervisorRecord,
} from './supervisor.store.ts';

export async function supervisorsOf(
  context: Context,
  { query }: InputOf<typeof listSupervisors>,
): Promise<Supervisors> {
  const { tx, today } = context;
  const span = spanOf(countyOrBelow(context.area));
  const rows = await listSupervisorRows(tx, { span, show: query.show, today });
  const around = { ...span, low: span.low.slice(0, 9) };
  const areas = await listAreasInSpan(tx, around, today, ['township', 'village']);
  const names = new Map<string, string>(areas.map(({ code, name }) => [code, name]));
  const named = (code: string) => names.get(code) ?? code;
  const villages = areas.filter(({ code, level }) => level === 'village' && code >= span.low);
  const held = new Set(
    rows
      .filter((row) => tenureOn(termOf(row), today) === 'serving')
      .map(({ area_code }) => area_code),
  );
  const without = query.show === 'over' ? [] : villages.filter(({ code }) => !held.has(code));
  return {
    items: rows.map((row) => view(row, named, today)),
    villages: villages.length,
    villagesWith: villages.filter(({ code }) => held.has(code)).length,
    without: without.map(({ code, name }) => ({
      code,
      name: shortNameOf(name),
      township: named(code.slice(0, 9)),
    })),
    mayManage: context.may('workforce.manage'),
  };
}

function view(
  row: SupervisorRecord,
  named: (code: string) => string,
  today: string,
): VillageSupervisor {
  return {
    id: row.id,
    name: row.name,
    areaCode: row.area_code,
    township: named(row.area_code.slice(0, 9)),
    village: shortNameOf(named(row.area_code)),
    from: row.from_on,
    to: row.to_on,
    endedOn: row.ended_on,
    endedReason: row.ended_reason,
    tenure: tenureOn(termOf(row), today),
    appointedBy: row.appointed_by_name,
  };
}

export function termOf(row: SupervisorRecord): Term {
  return { name: row.name, from: row.from_on, to: row.to_on, endedOn: row.ended_on };
}

export async function appointSupervisorTo(
  context: Context,
  { body }: InputOf<typeof appointSupervisor>,
): Promise<OutputOf<typeof appointSupervisor>> {
  const { tx, today, actor, area } = context;
  const county = countyNumberOf(area) ?? refuse(refusals.supervisesNoVillage);
  const others = (await listSupervisorsOf(tx, area)).map(termOf);
  const denial = appointmentDenial(area, body, others);
  if (denial !== undefined) refuse(denial);
  const id = context.newId(county);
  await insertSupervisors(tx, [
    {
      county,
      id,
      area_code: area,
      name: body.name,
      from_on: body.from,
      to_on: body.to,
      appointed_on: today,
      appointed_by: actor.account,
      appointed_by_name: actor.displayName,
      ended_on: null,
      ended_reason: null,
    },
  ]);
  context.note({ area, subject: `supervisor:${id}` });
  return { id };
}

export async function dismissOne(
  context: Context,
  { params, body }: InputOf<typeof dismissSupervisor>,
): Promise<OutputOf<typeof dismissSupervisor>> {
  const { tx, today } = context;
  const row = (await findSupervisor(tx, params.id, 'locked')) ?? refuse(refusals.noSuchSupervisor);
  if (tenureOn(termOf(row), today) === 'over') {
    refuse(refusals.supervisorTermOver, { name: row.name, on: row.ended_on ?? row.to_on });
  }
  await endSupervisor(tx, row, { on: today, reason: body.reason });
  context.note({ area: areaCode(row.area_code), subject: `supervisor:${row.id}` });
  return { id: row.id };
}
