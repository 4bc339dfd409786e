// Whether somebody compared a rule with its source: unverified and sample are hatched, as everywhere.
import type { PackMark } from '#contract/policy.ts';
import { useText } from '#web/text/catalogue.ts';
import { Chip } from '#web/ui/chip.tsx';
import { markKind } from './pack-words.ts';
import { policyTexts } from './texts.ts';

const titles = {
  verified: 'verifiedTitle',
  unverified: 'unverifiedTitle',
  sample: 'sampleTitle',
} as const;

export function MarkChip({ mark }: { readonly mark: PackMark }) {
  const text = useText(policyTexts);
  const kind = markKind(mark);
  if (kind === undefined) return null;
  return (
    <Chip meaning={kind === 'verified' ? 'done' : 'unknown'} title={text(titles[kind])}>
      {text(kind)}
    </Chip>
  );
}
