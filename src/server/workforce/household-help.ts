// Who helps a household, who did, and the last visits with what they found.
import type { InputOf } from '#contract/route.ts';
import type { HouseholdHelp, householdHelp } from '#contract/workforce-visits.ts';
import { visitWays } from '#contract/workforce-visits.ts';
import { type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import { isRegistered } from '#domain/registry/stage.ts';
import { coverOn, type PairingState } from '#domain/workforce/cover.ts';
import { isTieWay, tieWayTitles } from '#domain/workforce/tie.ts';
import type { Context } from '#server/http/context.ts';
import { getHousehold } from '#server/registry/household.store.ts';
import { listHandoverRows } from './handover.store.ts';
import { findHelper } from './helper-roll.store.ts';
import { handoverRow, lateDays, mayAnswer } from './helper-view.ts';
import { listPairingsOf, type PairingRecord } from './pairing.store.ts';
import { whyView } from './proposals.ts';
import { type RulesHere, rankTitle, rulesHere } from './rules-here.ts';
import { listTiesOf, type TieRecord } from './tie.store.ts';
import { findUnit } from './unit.store.ts';
import { listVisitsOf } from './visit.store.ts';

export async function helpOf(
  context: Context,
  { params }: InputOf<typeof householdHelp>,
): Promise<HouseholdHelp> {
  const { tx, today, actor } = context;
  const household = await getHousehold(tx, params.id);
  const { county } = household;
  const pairings = await listPairingsOf(tx, household);
  const open = pairings.find((one) => one.to_on === null);
  const rules = rulesHere(context, household.area);
  const [offer] = await listHandoverRows(tx, { household: household.id });
  const to =
    offer === undefined ? undefined : await findHelper(tx, { county, id: offer.to_helper });
  const visits = await listVisitsOf(tx, household);
  return {
    needed: isRegistered(String(household.values.stage ?? '')),
    cover: coverOn(pairings.map(asState), today),
    helper: open === undefined ? null : await helperOf(context, open, rules),
    offer: offer === undefined ? null : handoverRow(offer, mayAnswer(context, to)),
    before: pairings
      .filter((one) => one.to_on !== null)
      .map((one) => ({
        name: one.helper_name,
        from: one.from_on,
        to: one.to_on ?? '',
        reason: one.ended_reason,
      })),
    visits: visits.map((one) => ({
      id: one.id,
      on: one.visited_on,
      by: one.helper_name,
      way: visitWays.find((way) => way === one.way) ?? 'onSite',
      note: one.note,
      findings: one.findings.map(({ id, kind, words, closed_on }) => ({
        id,
        kind,
        words,
        open: closed_on === null,
      })),
    })),
    ties: (await listTiesOf(tx, household)).flatMap(tieView),
    mayManage: context.may('workforce.manage') && actor.households === null,
    mayVisit: context.may('workforce.visit'),
  };
}

function tieView(row: TieRecord): HouseholdHelp['ties'] {
  const { id, way, terms } = row;
  if (!isTieWay(way)) return [];
  const unit = { unit: row.unit_id, unitName: row.unit_name };
  const term = { from: row.from_on, to: row.to_on };
  return [
    { id, ...unit, way, title: tieWayTitles[way], yearlyFen: row.yearly_fen, terms, ...term },
  ];
}

async function helperOf(
  { tx, today }: Context,
  open: PairingRecord,
  rules: RulesHere,
): Promise<HouseholdHelp['helper']> {
  const { county, unit_id } = open;
  const unit = unit_id === null ? undefined : await findUnit(tx, { county, id: unit_id });
  const why = open.why as Record<string, unknown>;
  return {
    id: open.helper_id,
    name: open.helper_name,
    rankTitle: rankTitle(rules, open.helper_rank),
    unit: unit?.name ?? null,
    from: open.from_on,
    standIn: open.stand_in_name,
    awayTo: open.away_to,
    lastVisitOn: open.last_visit_on,
    dueOn: open.due_on,
    lateDays: lateDays(open.due_on, today),
    why: 'km' in why ? whyView(rules, why) : null,
  };
}

function asState(row: PairingRecord): PairingState {
  const day = (text: string | null): PlainDate | null => (text === null ? null : plainDate(text));
  return {
    from: plainDate(row.from_on),
    to: day(row.to_on),
    awayFrom: day(row.away_from),
    awayTo: day(row.away_to),
    standIn: row.stand_in,
  };
}
