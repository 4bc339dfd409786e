import type { Run } from '#contract/targeting.ts';
import { useText } from '#web/text/catalogue.ts';
import { Chip, type Meaning } from '#web/ui/chip.tsx';
import { targetingTexts } from './texts.ts';

const meanings: Readonly<Record<Run['state'], Meaning>> = {
  running: 'due',
  done: 'done',
  failed: 'over',
  cancelled: 'neutral',
};

export function RunState({ state }: Pick<Run, 'state'>) {
  const text = useText(targetingTexts);
  return <Chip meaning={meanings[state]}>{text(`state_${state}`)}</Chip>;
}
