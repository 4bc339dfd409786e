import type { PackMark, PackSummary } from '#contract/policy.ts';
import type { Text } from '#web/text/catalogue.ts';
import type { policyTexts } from './texts.ts';

export type PolicyText = Text<NonNullable<(typeof policyTexts)['key']>>;

/** "第 3 版", or a version that is no plain number as it is. */
export function versionWords(text: PolicyText, version: string): string {
  return text(/^\d+$/.test(version) ? 'version' : 'versionText', { version });
}

export function periodWords(text: PolicyText, pack: Pick<PackSummary, 'from' | 'until'>): string {
  const { from, until } = pack;
  return until === null ? text('fromOn', { from }) : text('fromUntil', { from, until });
}

export type MarkKind = 'verified' | 'unverified' | 'sample';

/** Undefined where the row is no rule that could be checked. */
export function markKind(mark: Pick<PackMark, 'verified' | 'sample'>): MarkKind | undefined {
  if (mark.sample) return 'sample';
  if (mark.verified === null) return undefined;
  return mark.verified ? 'verified' : 'unverified';
}

/** Document and place as one cites them. */
export function sourceWords(text: PolicyText, source: PackMark['source']): string | undefined {
  if (source === null) return undefined;
  const title = text.pick(source.title);
  return source.place === null ? title : text('sourcePlace', { title, place: source.place });
}
