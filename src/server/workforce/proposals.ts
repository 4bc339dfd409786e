// Proposals as people see them: read, adjusted pair by pair, confirmed or put away.
import { z } from 'zod';
import type { InputOf, OutputOf } from '#contract/route.ts';
import type {
  adjustPair,
  confirmProposal,
  discardProposal,
  getProposal,
  listProposals,
  listProposedPairs,
  Proposal,
  ProposedPair,
} from '#contract/workforce-proposals.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { barrierOf, type Fit, fitOf } from '#domain/workforce/pair-fit.ts';
import {
  fullInProposal,
  noSuchProposal,
  notInProposal,
  proposalClosed,
} from '#domain/workforce/pairing-refusals.ts';
import { householdQuota, type Missing } from '#domain/workforce/quota.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { copyOf } from './coverage.ts';
import { addHouseholds, listHelpersOf, showHouseholds } from './helper-roll.store.ts';
import { namesOf } from './helper-view.ts';
import { asFit, openHelper } from './load-helper.ts';
import { loadFit, whyOf } from './pair.ts';
import { insertPairings } from './pairing.store.ts';
import {
  adjustProposed,
  countPaired,
  countProposedOf,
  findProposal,
  listConfirmable,
  listProposalRows,
  listProposedRows,
  type ProposalRecord,
  type ProposedRecord,
  updateProposal,
} from './proposal.store.ts';
import { firstDue, type RulesHere, rankTitle, rulesHere } from './rules-here.ts';

const states = ['computing', 'open', 'confirmed', 'discarded', 'failed'] as const;

export async function proposalsOf(context: Context): Promise<OutputOf<typeof listProposals>> {
  const rows = await listProposalRows(context.tx, spanOf(context.area));
  const nameOf = await namesOf(
    context,
    rows.map((row) => row.area_code),
  );
  return { items: rows.map((row) => proposalView(row, nameOf)) };
}

export async function proposalOf(
  context: Context,
  { params }: InputOf<typeof getProposal>,
): Promise<Proposal> {
  const row = await open(context, params.id, 'shown');
  return proposalView(row, await namesOf(context, [row.area_code]));
}

async function open(
  { tx }: Context,
  id: string,
  lock: 'shown' | 'locked',
): Promise<ProposalRecord> {
  const row = await findProposal(tx, { county: countyOfId(id), id }, lock);
  return row ?? refuse(noSuchProposal);
}

function proposalView(row: ProposalRecord, nameOf: (code: string) => string): Proposal {
  const missing = row.missing as Missing | null;
  return {
    id: row.id,
    areaCode: row.area_code,
    areaName: nameOf(row.area_code),
    state: states.find((state) => state === row.state) ?? 'failed',
    job: row.job,
    madeBy: row.made_by_name,
    madeAt: row.made_at,
    households: row.households,
    paired: row.paired,
    cost: row.cost,
    bound: row.bound,
    missing: missing === null ? null : copyOf(missing),
  };
}

const PlaceKeys = z.tuple([z.string(), z.string()]);

export async function pairsOf(
  context: Context,
  { params, query }: InputOf<typeof listProposedPairs>,
): Promise<OutputOf<typeof listProposedPairs>> {
  const proposal = await open(context, params.id, 'shown');
  const rows = await listProposedRows(context.tx, proposal, {
    only: query.only,
    after: readCursor(query.cursor, PlaceKeys),
    limit: query.limit + 1,
  });
  const page = pageFrom(rows, query.limit, (row) => [row.area_code, row.household_id]);
  return { items: await pairViews(context, proposal, page.items), next: page.next };
}

async function pairViews(
  context: Context,
  proposal: ProposalRecord,
  rows: readonly ProposedRecord[],
): Promise<ProposedPair[]> {
  const rules = rulesHere(context, areaCode(proposal.area_code));
  const placeOf = await nameAreas(
    context.tx,
    rows.map((row) => row.area_code),
    context.today,
  );
  return rows.map((row) => ({
    household: row.household_id,
    householdNo: row.household_no,
    headName: row.head_name,
    members: row.members,
    areaCode: row.area_code,
    ...placeOf(row.area_code),
    helper: row.helper_id === null ? null : { id: row.helper_id, name: row.helper_name ?? '' },
    why: whyView(rules, row.why),
    adjusted: row.adjusted,
  }));
}

export function whyView(rules: RulesHere, why: unknown): ProposedPair['why'] {
  const stored = (why ?? {}) as Partial<Fit>;
  return whyOf(rules, {
    km: stored.km ?? null,
    kmMeasured: stored.kmMeasured ?? false,
    people: stored.people ?? null,
    speaks: stored.speaks ?? null,
    before: stored.before ?? false,
    room: stored.room ?? null,
  });
}

export async function adjust(
  context: Context,
  { params, body }: InputOf<typeof adjustPair>,
): Promise<ProposedPair> {
  const { tx } = context;
  const proposal = await openForChange(context, params.id);
  const { household } = params;
  const [row] = await listProposedRows(tx, proposal, { household, limit: 1 });
  if (row === undefined) return refuse(notInProposal);
  const { fit, fitRules, rules } = await loadFit(context, household);
  if (body.helper === null) {
    await adjustProposed(tx, proposal, { household, helper: null, helperName: null, why: {} });
  } else if (body.helper !== row.helper_id) {
    const helper = await openHelper(context, body.helper);
    const barrier = barrierOf(asFit(helper), fit, fitRules);
    if (barrier !== undefined) refuse(barrier);
    const quota = householdQuota(rules.quota, helper.rank);
    const households = helper.households + (await countProposedOf(tx, proposal, helper.id)) + 1;
    if (households > quota) {
      const rank = rankTitle(rules, helper.rank);
      refuse(deny(fullInProposal, { helper: helper.name, households, rank, quota }));
    }
    await adjustProposed(tx, proposal, {
      household,
      helper: helper.id,
      helperName: helper.name,
      why: fitOf(asFit(helper), fit, fitRules),
    });
  }
  await updateProposal(tx, proposal, { paired: await countPaired(tx, proposal) });
  const [after] = await listProposedRows(tx, proposal, { household, limit: 1 });
  const [view] = await pairViews(context, proposal, after === undefined ? [row] : [after]);
  context.note({
    area: areaCode(proposal.area_code),
    subject: `proposal:${proposal.id}`,
    facts: { household, helper: body.helper },
  });
  return view ?? refuse(notInProposal);
}

async function openForChange(context: Context, id: string): Promise<ProposalRecord> {
  const proposal = await open(context, id, 'locked');
  if (proposal.state !== 'open') refuse(proposalClosed);
  return proposal;
}

/** Quotas are counted again: somebody may have been given households by hand meanwhile. */
export async function confirm(
  context: Context,
  { params }: InputOf<typeof confirmProposal>,
): Promise<OutputOf<typeof confirmProposal>> {
  const { tx, today, now, actor } = context;
  const proposal = await openForChange(context, params.id);
  const { county } = proposal;
  const area = areaCode(proposal.area_code);
  const rules = rulesHere(context, area);
  const helpers = await listHelpersOf(tx, { span: spanOf(areaCode(area.slice(0, 6))) });
  const room = new Map(
    helpers.map((one) => [one.id, householdQuota(rules.quota, one.rank) - one.households]),
  );
  const wanted = await listConfirmable(tx, proposal, today);
  const fitting = wanted.filter(({ helper_id }) => {
    const left = room.get(helper_id) ?? 0;
    room.set(helper_id, left - 1);
    return left > 0;
  });
  const made = await insertPairings(
    tx,
    fitting.map((one) => ({ ...one, id: context.newId(county) })),
    {
      county,
      today,
      due: firstDue(rules, today),
      account: actor.account,
      name: actor.displayName,
    },
  );
  const added = new Map<string, number>();
  for (const { helper_id } of made) added.set(helper_id, (added.get(helper_id) ?? 0) + 1);
  await addHouseholds(tx, county, added);
  await showHouseholds(tx, county, [...added.keys()], today);
  await updateProposal(tx, proposal, { state: 'confirmed', closed_at: now });
  context.note({ area, subject: `proposal:${proposal.id}`, facts: { paired: made.length } });
  return { paired: made.length, skipped: proposal.paired - made.length };
}

export async function discard(
  context: Context,
  { params }: InputOf<typeof discardProposal>,
): Promise<undefined> {
  const proposal = await openForChange(context, params.id);
  await updateProposal(context.tx, proposal, { state: 'discarded', closed_at: context.now });
  context.note({ area: areaCode(proposal.area_code), subject: `proposal:${proposal.id}` });
  return undefined;
}
