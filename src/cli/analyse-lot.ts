// Whether so many draws with so many faults prove a lot: said in a plain sentence, above all when the
// sample is too small to prove anything.

import { fill, type Language } from '#domain/kernel/refusal.ts';
import { judgeLot, type LotVerdict } from '#domain/kernel/statistics/lqas.ts';
import {
  exactInterval,
  type Interval,
  wilsonInterval,
} from '#domain/kernel/statistics/proportion-interval.ts';
import { percent } from '#domain/supervision/claim.ts';
import { confidenceOf, numberOf } from './analyse-options.ts';
import { type Outcome, UsageProblem } from './command.ts';

const sentences = {
  proven: {
    zh: '证明了：抽 {draws} 户、差错 {faults} 户，以 {confidence} 的把握低于 {limit}（最多可容 {allowed} 户）。',
    en: 'Proven: with {faults} faults in {draws} draws the rate is below {limit} at {confidence} (at most {allowed} faults are allowed).',
  },
  'not-proven': {
    zh: '没有证明：差错 {faults} 户，超过可容的 {allowed} 户；不能说低于 {limit}。若差错不再增加，要抽到 {needed} 户。',
    en: 'Not proven: {faults} faults are more than the {allowed} allowed, so it cannot be said to be below {limit}. With no further fault, {needed} draws are needed.',
  },
  'cannot-tell': {
    zh: '这个样本证明不了：抽 {draws} 户，即使一户不错，也不能以 {confidence} 的把握说低于 {limit}。至少要抽 {needed} 户。',
    en: 'This sample cannot prove that: {draws} draws, even without a single fault, do not show at {confidence} that the rate is below {limit}. At least {needed} draws are needed.',
  },
} as const;

export function lotSentence(verdict: LotVerdict, language: Language): string {
  return fill(sentences[verdict.verdict][language], {
    draws: verdict.draws,
    faults: verdict.faults,
    allowed: verdict.decisionValue ?? 0,
    needed: verdict.drawsNeeded,
    limit: percent(verdict.limit),
    confidence: percent(verdict.confidence),
  });
}

export function judgeOf(
  values: Readonly<Record<string, string | undefined>>,
  language: Language,
): Outcome {
  const population = numberOf(values, 'population', { from: 1, to: 1e9 });
  const draws = wholeOf(values, 'draws', population ?? 1e7);
  const faults = wholeOf({ faults: '0', ...values }, 'faults', draws);
  const limit = numberOf({ limit: '2%', ...values }, 'limit', { from: 1e-6, to: 0.999 }) ?? 0.02;
  const confidence = confidenceOf(values);
  const verdict = judgeLot(draws, faults, { limit, confidence, population });
  const intervals = {
    wilson: wilsonInterval(faults / draws, draws, confidence),
    exact: exactInterval(faults, draws, confidence),
  };
  const sentence = lotSentence(verdict, language);
  const text = [
    sentence,
    `${language === 'zh' ? '差错率' : 'Fault rate'} ${percent(faults / draws)}  Wilson ${span(intervals.wilson)}  Clopper–Pearson ${span(intervals.exact)}`,
  ];
  return {
    isYes: verdict.verdict === 'proven',
    json: { ...verdict, intervals, sentence },
    text: text.join('\n'),
  };
}

function wholeOf(
  values: Readonly<Record<string, string | undefined>>,
  name: string,
  to: number,
): number {
  const value = numberOf(values, name, { from: name === 'draws' ? 1 : 0, to }) ?? 0;
  if (Number.isInteger(value)) return value;
  throw new UsageProblem({
    zh: `--${name} 应是整数，不能是“${values[name]}”。`,
    en: `--${name} takes a whole number, not “${values[name]}”.`,
  });
}

function span({ low, high }: Interval): string {
  return `${percent(low)}–${percent(high)}`;
}
