// Invented rounds of checks: a finished one with its figure, and one that is drawn and half scored. The
// draws are real, with a seed that follows from the demonstration's; the teams and what they found are
// invented and say so. Done once.
import { everything } from '#domain/access/scope.ts';
import { type Random, randomOf } from '#domain/demonstration/random.ts';
import type { AreaCode } from '#domain/kernel/area-code.ts';
import { type Id, makeId } from '#domain/kernel/id.ts';
import { addDays, daysBetween, type PlainDate } from '#domain/kernel/plain-date.ts';
import type { CompiledSheet } from '#domain/policy/pack/compile-sheet.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { frameDigest } from '#domain/supervision/draw-households.ts';
import type { DrawStage } from '#domain/supervision/draw-plan.ts';
import { digestOf } from '#domain/supervision/hash-order.ts';
import { choicesOf, isListed } from '#domain/supervision/sheet-choices.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';
import { listHouseholds } from '#server/registry/household.store.ts';
import {
  findCampaign,
  insertCampaign,
  insertRater,
  markClosed,
  markDrawn,
} from '#server/supervision/campaign.store.ts';
import { drawInto } from '#server/supervision/draw-sample.ts';
import { enterFindings } from '#server/supervision/enter-findings.ts';
import { firstScores } from '#server/supervision/first-scores.ts';
import { seedField } from '#server/supervision/plan-campaign.ts';
import { findingsOf, newFigure } from '#server/supervision/report.ts';
import {
  type AnswerGiven,
  insertRatings,
  listSamples,
  type RatingRow,
  type SampleRecord,
} from '#server/supervision/sample.store.ts';

export const checksMark = 'demonstration.checked';

interface Round {
  readonly key: string;
  readonly title: string;
  readonly area: string;
  readonly design: string | null;
  readonly stages: readonly DrawStage[];
  readonly askedAgain: readonly string[];
  /** Days before today. */
  readonly plannedBefore: number;
  readonly isClosed: boolean;
}

const every = { unit: 'village', take: { share: 1 }, how: 'all' } as const;

const rounds: readonly Round[] = [
  {
    key: 'finished',
    title: '下南乡乡镇抽查评',
    area: '451226202',
    design: 'townshipSpotCheck',
    stages: [every, { unit: 'household', take: { count: 4 }, how: 'random' }],
    askedAgain: ['houseArea', 'arableLand', 'primaryCause'],
    plannedBefore: 40,
    isClosed: true,
  },
  {
    key: 'open',
    title: '驯乐苗族乡入户复核',
    area: '451226207',
    design: 'townshipSpotCheck',
    stages: [every, { unit: 'household', take: { count: 3 }, how: 'random' }],
    askedAgain: ['houseArea'],
    plannedBefore: 6,
    isClosed: false,
  },
];

type Filling = Platform;

/** How many rounds were filled now; 0 when that was done before. */
export async function fillChecks(platform: Filling, county: AreaCode): Promise<number> {
  const today = platform.clock.today();
  const pack = platform.packs.inForce(county, today);
  const sheet = pack?.sheets.values().next().value;
  if (pack === undefined || sheet === undefined) return 0;
  return inScope(platform.db, everything, async (tx) => {
    if ((await findSetting(tx, checksMark)) !== undefined) return 0;
    let filled = 0;
    for (const round of rounds) {
      if (await fillRound({ platform, tx, pack, sheet, today }, round)) filled += 1;
    }
    await saveSetting(tx, checksMark, filled);
    return filled;
  });
}

interface Setting {
  readonly platform: Filling;
  readonly tx: Tx;
  readonly pack: ResolvedPack;
  readonly sheet: CompiledSheet;
  readonly today: PlainDate;
}

const teams = [
  { id: 'team1', title: '一组', code: '114201', rater: '蓝海（虚构）', bias: -0.06 },
  { id: 'team2', title: '二组', code: '209318', rater: '覃月（虚构）', bias: 0.1 },
] as const;

async function fillRound(setting: Setting, round: Round): Promise<boolean> {
  const { platform, tx, pack, sheet, today } = setting;
  const random = randomOf(`checks ${round.key}`);
  const newId = idsOf(round, today);
  const plannedOn = addDays(today, -round.plannedBefore);
  const seed = digestOf(`demonstration ${round.key}`);
  const id = newId(Number(round.area.slice(0, 6)));
  const by = id;
  await insertCampaign(tx, {
    id,
    area_code: round.area,
    title: round.title,
    pack: pack.id,
    pack_edition: pack.edition,
    sheet: sheet.sheet.id,
    design: round.design,
    compares: 'independentScores',
    plan: { area: round.area, population: 'all', stages: round.stages },
    claim: { right: 0.98, confidence: 0.95 },
    asked_again: round.askedAgain,
    teams: teams.map(({ id: team, title, code }) => ({ id: team, title, code })),
    allowed_difference: allowedOf(pack),
    seed_digest: digestOf(seed),
    seed_sealed: platform.secrets.seal(seedField, seed),
    planned_at: at(plannedOn, 1),
    planned_on: plannedOn,
    planned_by: by,
    planned_by_name: '督查组（虚构）',
    is_invented: true,
  });
  const campaign = await findCampaign(tx, id);
  if (campaign === undefined) return false;
  const drawn = await drawInto(tx, campaign, seed);
  await firstScores({ platform, tx }, campaign);
  const drawnOn = addDays(plannedOn, 1);
  await markDrawn(tx, id, {
    seed,
    word: '',
    frame_digest: frameDigest(drawn.villages),
    frame_households: drawn.frame,
    frame_villages: drawn.villages.length,
    drawn_at: at(drawnOn, 1),
    drawn_on: drawnOn,
    drawn_by_name: '督查组（虚构）',
  });
  await score(setting, { round, campaign: id, random, newId, drawnOn });
  if (round.isClosed) await close(setting, { campaign: id, on: addDays(drawnOn, 14), newId });
  return true;
}

interface Scoring {
  readonly round: Round;
  readonly campaign: string;
  readonly random: Random;
  readonly newId: (county: number) => Id;
  readonly drawnOn: PlainDate;
}

const scoringDays = 8;

async function score(
  { tx, pack, sheet, today }: Setting,
  { round, campaign, random, newId, drawnOn }: Scoring,
): Promise<void> {
  const samples = await listSamples(tx, campaign);
  const answersOf = await answering(tx, round, samples);
  const rows: RatingRow[] = [];
  // An open round has gone on until today, and no further.
  const days = Math.min(scoringDays, daysBetween(drawnOn, today));
  for (const [order, team] of teams.entries()) {
    const account = newId(0);
    await insertRater(tx, {
      campaign_id: campaign,
      account,
      account_name: team.rater,
      area_code: round.area,
      team: team.id,
      joined_at: at(drawnOn, 2),
    });
    for (const [place, sample] of samples.entries()) {
      // Of the open round the first team has done two thirds, the second a third.
      if (!round.isClosed && place % 3 > 1 - order) continue;
      const items = sheet.items.map(({ row }, item) => {
        const first = sample.first_items?.[item] ?? 0;
        const allowed = choicesOf(pack, row).map(({ points }) => points);
        const drift = team.bias + (place / samples.length) * 0.06 * (order === 0 ? -1 : 1);
        if (allowed.length === 0 || random.next() > 0.12 + Math.abs(drift)) return first;
        const near = allowed.toSorted((left, right) => left - right);
        const step = random.next() < 0.5 + drift * 3 ? 1 : -1;
        return near[Math.min(near.length - 1, Math.max(0, near.indexOf(first) + step))] ?? first;
      });
      const total = items.reduce((sum, points) => sum + points, 0);
      const on = addDays(drawnOn, 1 + Math.floor((place / samples.length) * days));
      rows.push({
        county: sample.county,
        campaign_id: campaign,
        household_id: sample.household_id,
        team: team.id,
        round: 1,
        id: newId(sample.county),
        area_code: sample.area_code,
        account,
        account_name: team.rater,
        items,
        total,
        listed: isListed(sheet, total) ?? false,
        answers: answersOf(sample.household_id),
        note: '',
        scored_on: on,
        recorded_at: at(on, 3),
      });
    }
  }
  await insertRatings(tx, rows);
}

/** Asked again, the families say what they said before: no question of the register is invented here. */
async function answering(
  tx: Tx,
  { askedAgain }: Round,
  samples: readonly SampleRecord[],
): Promise<(household: string) => readonly AnswerGiven[]> {
  const county = samples[0]?.county ?? 0;
  const ids = samples.map(({ household_id }) => household_id);
  const known = new Map(
    (await listHouseholds(tx, county, ids, 'shown')).map(({ id, values }) => [id, values]),
  );
  return (household) =>
    askedAgain.flatMap((field) => {
      const value = known.get(household)?.[field];
      return typeof value === 'number' || typeof value === 'string' ? [{ field, value }] : [];
    });
}

async function close(
  { platform, tx }: Setting,
  {
    campaign: id,
    on,
    newId,
  }: { readonly campaign: string; readonly on: PlainDate; readonly newId: Scoring['newId'] },
): Promise<void> {
  const campaign = await findCampaign(tx, id);
  if (campaign === undefined) return;
  const found = await findingsOf({ tx }, campaign);
  const by = '督查组（虚构）';
  const entering = { tx, newId, now: at(on, 4), today: on, platform };
  await enterFindings(entering, campaign, found);
  await markClosed(tx, id, {
    closed_at: at(on, 4),
    closed_on: on,
    closed_by_name: by,
    result: {
      figure: newFigure(campaign, found, { by, on }),
      error: found.error,
      judged: found.judged,
      left: 0,
      reason: '',
    },
  });
}

function allowedOf(pack: ResolvedPack): number {
  const value = pack.scope.parameters.get('crossCheckDifference')?.value;
  return typeof value === 'number' ? value : 0;
}

function at(day: string, hour: number): string {
  return `${day}T${String(hour).padStart(2, '0')}:00:00.000Z`;
}

/** Ids that are the same everywhere. */
function idsOf(round: Round, today: PlainDate) {
  const random = randomOf(`check ids ${round.key}`);
  const milliseconds = Date.parse(`${addDays(today, -round.plannedBefore)}T01:00:00Z`);
  return (county: number) => makeId({ county, milliseconds, random: random.bytes(8) });
}
