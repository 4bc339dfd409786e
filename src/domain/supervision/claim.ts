// What a sample can prove, said before it is drawn and after it is scored, in a plain sentence. A claim is
// a share that is right, such as 98 %; it is proven where a lot with as many faults as the claim denies
// would pass no more often than the doubt one allows. Households of one village resemble one another:
// where chance drew villages first, the sample counts for fewer households than it has.
import { type Bilingual, fill } from '#domain/kernel/refusal.ts';
import { judgeLot, type LotVerdict, sampleSizeFor } from '#domain/kernel/statistics/lqas.ts';

export interface Claim {
  /** Share said to be right, such as 0.98. */
  readonly right: number;
  readonly confidence: number;
}

export interface ClaimSize {
  /** Faults it may show and still prove the claim. */
  readonly faults: number;
  readonly households: number;
}

/** Sample sizes that prove a claim with none, one, two and three faults, before any clustering. */
export function sizesFor(claim: Claim, population?: number): readonly ClaimSize[] {
  const question = questionOf(claim, population);
  return [0, 1, 2, 3].flatMap((faults) => {
    const households = sampleSizeFor(faults, question);
    const isPossible = population === undefined || households <= population;
    return isPossible ? [{ faults, households }] : [];
  });
}

export interface ClaimJudged extends LotVerdict {
  /** Households the sample counts for. */
  readonly counts: number;
  readonly sentence: Bilingual;
}

export interface ClaimFound {
  readonly draws: number;
  readonly faults: number;
  /** Variance of the design against a simple draw; 1 where nothing is clustered. */
  readonly designEffect: number;
  readonly population?: number | undefined;
}

export function judgeClaim(claim: Claim, found: ClaimFound): ClaimJudged {
  const effect = Math.max(1, found.designEffect);
  const counts = Math.floor(found.draws / effect + 1e-9);
  const faults = Math.min(counts, Math.ceil(found.faults / effect - 1e-9));
  const verdict = judgeLot(
    counts,
    faults,
    questionOf(claim, effect > 1 ? undefined : found.population),
  );
  const needed = Math.ceil(verdict.drawsNeeded * effect);
  return { ...verdict, counts, sentence: sentenceOf(claim, { ...found, counts, verdict, needed }) };
}

/** Before the draw: whether a sample of this size could prove the claim at all. */
export function foreseeClaim(claim: Claim, draws: number, designEffect: number): ClaimJudged {
  const judged = judgeClaim(claim, { draws, faults: 0, designEffect });
  if (judged.verdict === 'cannot-tell') return judged;
  return {
    ...judged,
    sentence: said(sentences.could, {
      right: percent(claim.right),
      confidence: percent(claim.confidence),
      draws,
      allowed: judged.decisionValue ?? 0,
    }),
  };
}

const sentences = {
  could: {
    zh: '抽 {draws} 户，差错不超过 {allowed} 户时，能以 {confidence} 的把握证明 {right}。',
    en: 'A sample of {draws} households can prove {right} at {confidence}, if it shows no more than {allowed} faults.',
  },
  proven: {
    zh: '证明了 {right}：{draws} 户中差错 {faults} 户，把握 {confidence}。',
    en: '{right} is proven: {faults} faults among {draws} households, at {confidence}.',
  },
  'not-proven': {
    zh: '没有证明 {right}：{draws} 户中差错 {faults} 户，多于可容的 {allowed} 户。',
    en: '{right} is not proven: {faults} faults among {draws} households are more than the {allowed} allowed.',
  },
  'cannot-tell': {
    zh: '这个样本不能证明 {right}：{draws} 户{counted}，即使一户不错也不够；至少要 {needed} 户。',
    en: 'This sample cannot prove {right}: {draws} households{counted} are too few, even without a single fault; at least {needed} are needed.',
  },
  faulty: {
    zh: '这个样本不能证明 {right}：{draws} 户{counted}，即使一户不错也不够；照查出的 {faults} 户差错，至少要 {needed} 户。',
    en: 'This sample cannot prove {right}: {draws} households{counted} are too few, even without a single fault; with {faults} found, at least {needed} are needed.',
  },
  counted: {
    zh: '（因成片抽取，只抵 {counts} 户）',
    en: ' (drawn in clusters, they count for {counts})',
  },
} as const;

interface Told extends ClaimFound {
  readonly counts: number;
  readonly verdict: LotVerdict;
  readonly needed: number;
}

function sentenceOf(claim: Claim, { draws, faults, counts, verdict, needed }: Told): Bilingual {
  const counted = counts < draws ? said(sentences.counted, { counts }) : { zh: '', en: '' };
  const facts = {
    right: percent(claim.right),
    confidence: percent(claim.confidence),
    draws,
    faults,
    needed,
    allowed: verdict.decisionValue ?? 0,
  };
  const isFaulty = verdict.verdict === 'cannot-tell' && faults > 0;
  const kind = sentences[isFaulty ? 'faulty' : verdict.verdict];
  return {
    zh: fill(kind.zh, { ...facts, counted: counted.zh }),
    en: fill(kind.en, { ...facts, counted: counted.en }),
  };
}

function said({ zh, en }: Bilingual, facts: Readonly<Record<string, string | number>>): Bilingual {
  return { zh: fill(zh, facts), en: fill(en, facts) };
}

function questionOf({ right, confidence }: Claim, population: number | undefined) {
  return { limit: 1 - right, confidence, population };
}

export function percent(share: number): string {
  return `${Number((share * 100).toPrecision(4))}%`;
}
