// What must be there before a step is decided: files of a kind, handed in since the step opened, or the
// finished interview of a visit. The pack says which; going back needs nothing but its reason.

import { deny } from '#domain/kernel/deny.ts';
import type { Bilingual, RefusalKind } from '#domain/kernel/refusal.ts';
import type { Demand } from '#domain/policy/pack/practice-schemas.ts';
import type { OutcomeRule, StepRule } from './case-rules.ts';
import { evidenceMissing } from './interview-refusals.ts';

export const demandTitles: Readonly<Record<Demand, Bilingual>> = {
  minutes: { zh: '会议记录', en: 'minutes of the meeting' },
  attendance: { zh: '签到表', en: 'the attendance list' },
  posted: { zh: '张贴照片', en: 'a picture of the posting' },
  picture: { zh: '照片', en: 'a picture' },
  document: { zh: '证明材料', en: 'a document' },
  recording: { zh: '录音', en: 'a recording' },
  sheet: { zh: '签过字的纸质表', en: 'the signed paper form' },
  interview: { zh: '入户访谈', en: 'the interview of the visit' },
};

export function missingOf(
  { needs = [] }: Pick<StepRule, 'needs'>,
  present: ReadonlySet<string>,
): readonly Demand[] {
  return needs.filter((demand) => !present.has(demand));
}

export function demandDenial(
  step: StepRule,
  outcome: OutcomeRule,
  present: ReadonlySet<string> = new Set(),
): RefusalKind | undefined {
  const missing = outcome.goesBack ? [] : missingOf(step, present);
  if (missing.length === 0) return undefined;
  const titles = missing.map((demand) => demandTitles[demand]);
  return deny(evidenceMissing, {
    step: step.title,
    missing: {
      zh: titles.map(({ zh }) => zh).join('、'),
      en: titles.map(({ en }) => en).join(', '),
    },
  });
}
