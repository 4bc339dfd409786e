// What was decided, in words: the head of the sentence, the name of an outcome beside a change that would
// lead to it, and what the household itself is told.

import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { Decision } from '#domain/policy/pack/decision.ts';
import type { DecisionKind } from '#domain/policy/pack/decision-kind.ts';

const yesNo: Readonly<
  Record<DecisionKind, { readonly holds: Bilingual; readonly fails: Bilingual }>
> = {
  sheet: { holds: { zh: '', en: '' }, fails: { zh: '', en: '' } },
  table: { holds: { zh: '', en: '' }, fails: { zh: '', en: '' } },
  set: {
    holds: { zh: '各项都达到', en: 'all of it is met' },
    fails: { zh: '没有全部达到', en: 'not all of it is met' },
  },
  criterion: {
    holds: { zh: '符合', en: 'it holds' },
    fails: { zh: '不符合', en: 'it does not hold' },
  },
  outcome: {
    holds: { zh: '可以走这一步', en: 'this outcome is open' },
    fails: { zh: '不能走这一步', en: 'this outcome is not open' },
  },
  product: {
    holds: { zh: '符合条件', en: 'eligible' },
    fails: { zh: '不符合条件', en: 'not eligible' },
  },
  benefit: {
    holds: { zh: '可以享受', en: 'entitled' },
    fails: { zh: '不能享受', en: 'not entitled' },
  },
  trigger: {
    holds: { zh: '已触发，应当核查', en: 'triggered, somebody must look' },
    fails: { zh: '未触发', en: 'not triggered' },
  },
};

const others: Readonly<Record<string, Bilingual>> = {
  unknown: { zh: '缺资料，定不下来', en: 'undetermined, facts are missing' },
  vetoed: { zh: '有否决情形，不列入', en: 'a veto holds, not listed' },
  within: { zh: '在分数线以内', en: 'within the cut-off' },
  beyond: { zh: '在分数线以外', en: 'beyond the cut-off' },
  noCutOff: { zh: '没有分数线', en: 'no cut-off is set' },
  none: { zh: '哪一行都不适用', en: 'no row applies' },
};

/** An outcome as it stands in a list, or after "then". */
export function outcomeWords(decision: Decision, outcome: string): Bilingual {
  if (outcome === 'holds' || outcome === 'fails') return yesNo[decision.kind][outcome];
  const row = decision.parts.find(({ id, role }) => role === 'row' && id === outcome);
  return row?.title ?? others[outcome] ?? { zh: outcome, en: outcome };
}

/** The head of the sentence: what was decided, a score with its points. */
export function conclusionOf(decision: Decision, outcome: string, total: number | null): Bilingual {
  const words = outcomeWords(decision, outcome);
  const { title, sheet } = decision;
  const bare = (text: string) => text.replace(/[。.]$/, '');
  if (sheet === undefined || total === null) {
    return { zh: `${title.zh}：${bare(words.zh)}`, en: `${title.en}: ${bare(words.en)}` };
  }
  const { cutOff, max } = sheet;
  const points = pointsOf(total);
  const line = cutOff === null ? { zh: '', en: '' } : lineWords(total, cutOff);
  return {
    zh: `${title.zh}：${points} 分（满分 ${max}）${line.zh}，${words.zh}`,
    en: `${title.en}: ${points} of ${max} points${line.en}, ${words.en}`,
  };
}

function lineWords(total: number, cutOff: number): Bilingual {
  const apart = pointsOf(Math.abs(total - cutOff));
  if (total === cutOff)
    return { zh: `，正好在分数线 ${cutOff} 上`, en: `, exactly the cut-off ${cutOff}` };
  return total > cutOff
    ? { zh: `，比分数线 ${cutOff} 高 ${apart} 分`, en: `, ${apart} above the cut-off ${cutOff}` }
    : { zh: `，比分数线 ${cutOff} 低 ${apart} 分`, en: `, ${apart} below the cut-off ${cutOff}` };
}

/** Two decimals at most, none where it is whole. */
export function pointsOf(points: number): string {
  return String(Math.round(points * 100) / 100);
}
