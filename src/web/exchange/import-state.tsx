import type { ImportItem } from '#contract/exchange.ts';
import { useText } from '#web/text/catalogue.ts';
import { Chip, type Meaning } from '#web/ui/chip.tsx';
import { exchangeTexts } from './texts.ts';

const meanings: Readonly<Record<ImportItem['state'], Meaning>> = {
  uploaded: 'due',
  checking: 'due',
  checked: 'due',
  committing: 'due',
  done: 'done',
  failed: 'over',
  cancelled: 'neutral',
};

export function ImportStateChip({ state }: Pick<ImportItem, 'state'>) {
  const text = useText(exchangeTexts);
  return <Chip meaning={meanings[state]}>{text(`state_${state}`)}</Chip>;
}
