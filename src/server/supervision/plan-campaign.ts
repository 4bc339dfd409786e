// Plans a round: what would be drawn and what it could prove is told first; then the seed is made, sealed,
// and its digest published, before anybody can know the frame or the sample.
import { randomBytes, randomInt } from 'node:crypto';
import type { InputOf, OutputOf } from '#contract/route.ts';
import type { foreseeDraw, listDesigns, planCampaign } from '#contract/supervision.ts';
import { areaCode, countyNumberOf } from '#domain/kernel/area-code.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { foreseeClaim, sizesFor } from '#domain/supervision/claim.ts';
import { digitsOf } from '#domain/supervision/draw-plan.ts';
import { digestOf } from '#domain/supervision/hash-order.ts';
import { verifiableFields } from '#domain/supervision/verifiable-fields.ts';
import type { Context } from '#server/http/context.ts';
import { insertCampaign } from './campaign.store.ts';
import { fieldTitle, getVerifiable, planOf } from './plan-of.ts';
import { countNow, selectUnits } from './select-units.ts';

/** Sealed under this name until it is revealed. */
export const seedField = 'supervision.seed';

export async function designsOf({
  platform,
  today,
  area,
}: Context): Promise<OutputOf<typeof listDesigns>> {
  const pack = platform.packs.inForce(area, today);
  return {
    pack: pack === undefined ? null : { id: pack.id, title: pack.title },
    designs: (pack?.rows.sampleDesigns ?? []).map(({ row }) => ({
      id: row.id,
      title: row.title,
      corrects: row.corrects,
      compares: row.compares,
      verified: row.verified && row.sample !== true,
      stages: row.stages.map(({ unit, how, text, take }) => ({
        unit,
        how,
        text,
        least: 'least' in take ? take.least : null,
        most: 'most' in take ? take.most : null,
        share: 'share' in take ? take.share : null,
      })),
    })),
    fields: verifiableFields.map(({ name }) => ({ id: name, title: fieldTitle(pack, name) })),
    allowedDifference: allowedDifferenceOf(pack),
  };
}

/** Points two scores may lie apart, where the pack says so; 0 asks for the same points. */
export function allowedDifferenceOf(pack: ResolvedPack | undefined): number {
  const value = pack?.scope.parameters.get('crossCheckDifference')?.value;
  return typeof value === 'number' ? value : 0;
}

export async function foresee(
  context: Context,
  { query }: InputOf<typeof foreseeDraw>,
): Promise<OutputOf<typeof foreseeDraw>> {
  const asked = { ...query.plan, area: query.area };
  const { plan } = planOf(context, asked);

  const count = countNow(context.tx, plan);
  const villages = await count(digitsOf.village, [plan.area]);
  const { frame, stages } = await selectUnits(plan, { seed: 'preview', villages, count });
  const drawn = stages.at(-1)?.taken ?? 0;
  // Before anything is known of the spread, a clustered sample is taken for a simple one.
  const judged = foreseeClaim(asked.claim, drawn, 1);
  return {
    frame,
    drawn,
    stages: [...stages],
    judged,
    sizes: sizesFor(asked.claim, frame === 0 ? undefined : frame).map((size) => ({ ...size })),
  };
}

export async function plan(
  context: Context,
  { body }: InputOf<typeof planCampaign>,
): Promise<OutputOf<typeof planCampaign>> {
  const { platform, newId, now, today, actor } = context;
  const { pack, sheet, design, compares, plan: stages } = planOf(context, body);
  for (const field of body.askedAgain) getVerifiable(field);

  const area = areaCode(body.area);
  const id = newId(countyNumberOf(area) ?? 0);
  const seed = randomBytes(32).toString('hex');
  const seedDigest = digestOf(seed);
  await insertCampaign(context.tx, {
    id,
    area_code: area,
    title: body.title,
    pack: pack.id,
    pack_edition: pack.edition,
    sheet: sheet.sheet.id,
    design: design?.id ?? null,
    compares,
    plan: stages,
    claim: body.claim,
    asked_again: body.askedAgain,
    teams: body.teams.map((title, at) => ({
      id: `team${at + 1}`,
      title,
      code: String(randomInt(100_000, 1_000_000)),
    })),
    allowed_difference: allowedDifferenceOf(pack),
    seed_digest: seedDigest,
    seed_sealed: platform.secrets.seal(seedField, seed),
    planned_at: now,
    planned_on: today,
    planned_by: actor.account,
    planned_by_name: actor.displayName,
    is_invented: false,
  });
  context.note({
    area,
    subject: `campaign:${id}`,
    facts: { design: design?.id ?? 'own', seedDigest },
  });
  return { id, seedDigest };
}
