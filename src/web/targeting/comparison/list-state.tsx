import type { ComparisonList } from '#contract/targeting-comparison.ts';
import { useText } from '#web/text/catalogue.ts';
import { Chip, type Meaning } from '#web/ui/chip.tsx';
import { listTexts } from './list-texts.ts';

const meanings: Readonly<Record<ComparisonList['state'], Meaning>> = {
  empty: 'neutral',
  uploaded: 'due',
  checking: 'due',
  checked: 'due',
  comparing: 'due',
  done: 'done',
  failed: 'over',
  cancelled: 'neutral',
};

export function ListStateChip({ state }: Pick<ComparisonList, 'state'>) {
  const text = useText(listTexts);
  return <Chip meaning={meanings[state]}>{text(`state_${state}`)}</Chip>;
}
