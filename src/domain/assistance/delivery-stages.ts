// What is delivered in stages, one after the other: a training is attended before it is assessed and
// assessed before there is a certificate (甘肃「培训、鉴定、获证」); who is moved comes out, settles, develops
// and prospers (环江「搬得出、稳得住、可发展、能致富」); a house is begun, finished, accepted and lived in; a
// post is taken up and ends.

import type { Bilingual } from '#domain/kernel/refusal.ts';

export interface DeliveryStage {
  readonly code: string;
  readonly title: Bilingual;
}

const training: readonly DeliveryStage[] = [
  { code: 'TRAINED', title: { zh: '培训', en: 'Trained' } },
  { code: 'ASSESSED', title: { zh: '鉴定', en: 'Assessed' } },
  { code: 'CERTIFIED', title: { zh: '获证', en: 'Certified' } },
];

const relocation: readonly DeliveryStage[] = [
  { code: 'MOVED', title: { zh: '搬得出', en: 'Moved' } },
  { code: 'SETTLED', title: { zh: '稳得住', en: 'Settled' } },
  { code: 'DEVELOPING', title: { zh: '可发展', en: 'Developing' } },
  { code: 'PROSPERING', title: { zh: '能致富', en: 'Prospering' } },
];

const house: readonly DeliveryStage[] = [
  { code: 'STARTED', title: { zh: '开工', en: 'Begun' } },
  { code: 'FINISHED', title: { zh: '竣工', en: 'Finished' } },
  { code: 'ACCEPTED', title: { zh: '验收', en: 'Accepted' } },
  { code: 'LIVED_IN', title: { zh: '入住', en: 'Lived in' } },
];

const post: readonly DeliveryStage[] = [
  { code: 'APPOINTED', title: { zh: '上岗', en: 'Appointed' } },
  { code: 'ENDED', title: { zh: '离岗', en: 'Ended' } },
];

/** Kinds of delivery that have stages, for the funnels of an area. */
export const stagedKinds = {
  training: { title: { zh: '技能培训', en: 'Training' }, stages: training },
  relocation: { title: { zh: '移民搬迁', en: 'Relocation' }, stages: relocation },
  house: { title: { zh: '危房改造', en: 'Houses' }, stages: house },
  post: { title: { zh: '公益岗位', en: 'Posts' }, stages: post },
} as const;

/** Lists of packs that say more of a kind: which programme, how somebody is resettled, on whose land. */
export const detailLists: Readonly<Record<keyof typeof stagedKinds, readonly string[]>> = {
  training: ['trainingProgramme'],
  relocation: ['resettlement', 'landSource', 'relocationWay'],
  house: ['houseGrade'],
  post: [],
};

export type StagedKind = keyof typeof stagedKinds;

export const stagedKindNames = Object.keys(stagedKinds) as readonly StagedKind[];

/** By what it is, then by which measure it belongs to; undefined where it comes all at once. */
export function stagedKindOf(benefit: {
  readonly kind: string;
  readonly code: string;
}): StagedKind | undefined {
  if (benefit.kind === 'training') return 'training';
  if (benefit.kind === 'work') return 'post';
  if (benefit.code === 'RELOCATION' || benefit.code === 'MIGRATION') return 'relocation';
  if (benefit.code === 'HOUSING') return 'house';
  return undefined;
}

export function stagesOf(benefit: {
  readonly kind: string;
  readonly code: string;
}): readonly DeliveryStage[] {
  const kind = stagedKindOf(benefit);
  return kind === undefined ? [] : stagedKinds[kind].stages;
}

/** The stage that follows; undefined after the last, or where there are none. */
export function nextStage(
  stages: readonly DeliveryStage[],
  reached: string | null,
): DeliveryStage | undefined {
  return stages[stages.findIndex(({ code }) => code === reached) + 1];
}

/** How many came at least as far as each stage: never more at a later one. */
export function funnelOf(
  stages: readonly DeliveryStage[],
  countAt: ReadonlyMap<string, number>,
): readonly { readonly stage: DeliveryStage; readonly count: number }[] {
  return stages.map((stage, at) => ({
    stage,
    count: stages.slice(at).reduce((sum, { code }) => sum + (countAt.get(code) ?? 0), 0),
  }));
}
