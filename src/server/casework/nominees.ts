// The meeting by which the rules here nominate households, and whom it may look at.
import { type listNominees, nomineesMost } from '#contract/casework-nominations.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { mayEnter } from '#domain/casework/case-rules.ts';
import { demandTitles } from '#domain/casework/demands.ts';
import { nominationOf } from '#domain/casework/nomination.ts';
import { standsFor } from '#domain/casework/who-acts.ts';
import { levelOf, spanOf } from '#domain/kernel/area-code.ts';
import { stages } from '#domain/registry/stage.ts';
import type { Context } from '#server/http/context.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { heldFor } from './load-case.ts';
import { listNomineeRows } from './nomination.store.ts';

export async function nominees(
  context: Context,
  _input: InputOf<typeof listNominees>,
): Promise<OutputOf<typeof listNominees>> {
  const { tx, area, today, actor } = context;
  const pack = context.platform.packs.inForce(area, today);
  const held = await heldFor(context, area);
  const found = pack === undefined ? undefined : nominationOf(pack, held.all);
  if (found === undefined) return { areaCode: area, meeting: null, items: [], capped: false };
  const { rules, step, opens } = found;
  const rows = isOneVillage(area)
    ? await listNomineeRows(tx, {
        span: spanOf(area),
        process: rules.process,
        step: step.id,
        stages: opens ? stages.filter((stage) => mayEnter(rules, stage, stages)) : [],
        limit: nomineesMost + 1,
      })
    : [];
  const codes = rows.map(({ area_code }) => area_code);
  const placeOf = await nameAreas(tx, codes, today);
  return {
    areaCode: area,
    meeting: {
      process: { id: rules.process, title: rules.title },
      step: { id: step.id, title: step.title },
      verified: step.verified,
      text: step.text,
      opens,
      quorum: rules.quorum,
      majority: rules.majority,
      needs: (step.needs ?? []).map((id) => ({ id, title: demandTitles[id] })),
      outcomes: step.outcomes.map(({ id, title, needsReason }) => ({ id, title, needsReason })),
      mayAct:
        context.may('casework.act') &&
        isOneVillage(area) &&
        step.actors.some((each) => standsFor(each, { role: actor.role, held })),
    },
    items: rows.slice(0, nomineesMost).map((row) => ({
      household: row.id,
      householdNo: row.household_no,
      headName: row.head_name,
      village: placeOf(row.area_code).village,
      members: row.members,
      case: row.case_id,
    })),
    capped: rows.length > nomineesMost,
  };
}

export function isOneVillage(area: Context['area']): boolean {
  return ['village', 'hamlet', 'group'].includes(levelOf(area));
}
