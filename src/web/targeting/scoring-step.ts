// Names of a scoring job's steps in words.
import { useText } from '#web/text/catalogue.ts';
import { targetingTexts } from './texts.ts';

export function useScoringStep(): (step: string) => string {
  const text = useText(targetingTexts);
  return (step) => text(step === 'targeting.done' ? 'stepDone' : 'stepScoring');
}
