// The outcome of a decision as a chip. What is decided keeps a neutral chip, good or bad is not for us to
// say; what cannot be decided is hatched, a veto is marked.
import type { DecisionLine } from '#contract/targeting-explain.ts';
import { useText } from '#web/text/catalogue.ts';
import { Chip } from '#web/ui/chip.tsx';
import { whyTexts } from './why-texts.ts';

export function OutcomeChip({
  line,
}: {
  readonly line: Pick<DecisionLine, 'outcome' | 'outcomeWords'>;
}) {
  const text = useText(whyTexts);
  const { outcome, outcomeWords } = line;
  const meaning = outcome === 'unknown' ? 'unknown' : outcome === 'vetoed' ? 'over' : 'neutral';
  return <Chip meaning={meaning}>{text.pick(outcomeWords).replace(/[。.]$/, '')}</Chip>;
}
