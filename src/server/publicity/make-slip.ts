// The slip of a village supervisor: a code the county makes and hands over, shown once. Township and
// village never hold one, for it opens what was reported by it.
import type { listSlips, makeSlip, Slip } from '#contract/publicity-reports.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { areaCode, atLevel, spanOf } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { slipNotNow } from '#domain/publicity/report-refusals.ts';
import { tenureOn } from '#domain/workforce/supervisor.ts';
import { noSuchSupervisor } from '#domain/workforce/supervisor-refusals.ts';
import type { Context, PublicContext } from '#server/http/context.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { findSupervisor } from '#server/workforce/supervisor.store.ts';
import { termOf } from '#server/workforce/supervisors.ts';
import { hashOfSlip, newSlipCode } from './codes.ts';
import { textParameter } from './public-household.ts';
import { listSlipCounts, saveSlip } from './slip.store.ts';

export async function makeSlipFor(
  context: Context,
  { params }: InputOf<typeof makeSlip>,
): Promise<Slip> {
  const { tx, today, actor, platform } = context;
  const row = (await findSupervisor(tx, params.id, 'locked')) ?? refuse(noSuchSupervisor);
  if (tenureOn(termOf(row), today) === 'over') {
    refuse(slipNotNow, { name: row.name, on: row.ended_on ?? row.to_on });
  }
  const village = areaCode(row.area_code);
  const county = atLevel(village, 'county') ?? village;
  const code = newSlipCode();
  await saveSlip(tx, {
    county: row.county,
    supervisor_id: row.id,
    area_code: county,
    code_hash: hashOfSlip(platform.secrets, code),
    until: row.to_on,
    made_on: today,
    made_by: actor.account,
  });
  context.note({ area: county, subject: `supervisor:${row.id}` });
  const named = await nameAreas(tx, [village, county], today);
  const { township, village: name } = named(village);
  return {
    code,
    until: row.to_on,
    name: row.name,
    village: `${township}${name}`,
    county: named(county).county,
    phone: phoneOf(context, county),
  };
}

/** Of the office that hears what nobody else does; empty where the rules name none. */
export function phoneOf(
  { platform, today }: Pick<PublicContext, 'platform' | 'today'>,
  county: string,
) {
  const pack = platform.packs.inForce(areaCode(county), today);
  return pack === undefined ? '' : textParameter(pack, 'supervisionPhone');
}

export async function slipsOf(
  { tx, area }: Context,
  _input: InputOf<typeof listSlips>,
): Promise<OutputOf<typeof listSlips>> {
  const rows = await listSlipCounts(tx, spanOf(area));
  return {
    items: rows.map(({ supervisor, until, made_on, reports, open }) => ({
      supervisor,
      until,
      madeOn: made_on,
      reports,
      open,
    })),
  };
}
