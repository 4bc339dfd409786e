import type { Run } from '#contract/targeting.ts';
import type { Text } from '#web/text/catalogue.ts';
import type { targetingTexts } from './texts.ts';

export type TargetingText = Text<NonNullable<(typeof targetingTexts)['key']>>;

/** "huanjiang-2016 第 3 版"; a version that is no plain number is said as it is. */
export function packWords(text: TargetingText, run: Pick<Run, 'pack' | 'packVersion'>): string {
  const values = { pack: run.pack, version: run.packVersion };
  return /^\d+$/.test(run.packVersion)
    ? text('packVersion', values)
    : text('packUnnumbered', values);
}
