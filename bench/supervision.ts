// Any sample of a province: the frame frozen with its digest, areas picked stage by stage, households in
// the order of SHA-256, all kept; beside it the same simple sample by PostgreSQL's own random().
import { randomBytes } from 'node:crypto';
import { everything, scopeOfAreas } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import type { DrawPlan } from '#domain/supervision/draw-plan.ts';
import { inScope } from '#server/database/connect.ts';
import { insertCampaign } from '#server/supervision/campaign.store.ts';
import { drawInto } from '#server/supervision/draw-sample.ts';
import type { Installation } from './installation.ts';
import { type Line, seconds, timed } from './measure.ts';
import { province } from './province-register.ts';

const goalMs = 2000;

const designs: readonly (readonly [name: string, stages: DrawPlan['stages']])[] = [
  ['386 households at random', [{ unit: 'household', take: { total: 386 }, how: 'random' }]],
  [
    '2,000 households, shared out over all counties',
    [
      { unit: 'county', take: { share: 1 }, how: 'all' },
      { unit: 'household', take: { total: 2000 }, how: 'random' },
    ],
  ],
  [
    '60 villages in proportion to size, 15 households in each',
    [
      { unit: 'village', take: { count: 60 }, how: 'proportional' },
      { unit: 'household', take: { count: 15 }, how: 'random' },
    ],
  ],
  [
    'every village, three households in each',
    [
      { unit: 'village', take: { share: 1 }, how: 'all' },
      { unit: 'household', take: { count: 3 }, how: 'random' },
    ],
  ],
];

export async function measureProvinceDraw(
  installation: Installation,
  rounds: number,
): Promise<readonly Line[]> {
  const { platform } = installation.composed;
  const area = areaCode(province);
  const lines: Line[] = [];
  for (const [name, stages] of designs) {
    const plan: DrawPlan = { area, population: 'all', stages };
    const times: number[] = [];
    let drawn = { frame: 0, households: 0 };
    for (let round = 0; round < rounds; round += 1) {
      const id = platform.newId(0);
      await inScope(platform.db, everything, (tx) => insertCampaign(tx, campaignOf(id, plan)));
      const seed = randomBytes(32).toString('hex');
      times.push(
        await timed(async () => {
          drawn = await inScope(platform.db, scopeOfAreas([area], null), (tx) =>
            drawInto(tx, { id, area_code: area, plan }, seed),
          );
        }),
      );
    }
    const medianMs = times.sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
    lines.push({
      what: `province (${drawn.frame.toLocaleString('en')} households): ${name}`,
      goal: `≤ ${seconds(goalMs)}`,
      measured: seconds(medianMs),
      comparison: `${drawn.households.toLocaleString('en')} drawn and kept with the frame, median of ${rounds}`,
      met: medianMs <= goalMs,
    });
  }
  const byHand = await timed(() =>
    installation.asOwner('select id from registry_household order by random() limit 386'),
  );
  return lines.map((line, at) =>
    at === 0
      ? { ...line, comparison: `${line.comparison}; order by random() alone ${seconds(byHand)}` }
      : line,
  );
}

function campaignOf(id: string, plan: DrawPlan) {
  const nobody = '00000000-0000-0000-0000-000000000000';
  return {
    id,
    area_code: plan.area,
    title: 'bench',
    pack: 'bench',
    pack_edition: '1',
    sheet: 'bench',
    design: null,
    compares: 'independentScores',
    plan,
    claim: { right: 0.98, confidence: 0.95 },
    asked_again: [],
    teams: [],
    allowed_difference: 0,
    seed_digest: '',
    seed_sealed: Buffer.alloc(1),
    planned_at: '2016-09-30T00:00:00Z',
    planned_on: '2016-09-30',
    planned_by: nobody,
    planned_by_name: '',
    is_invented: true,
  } as const;
}
