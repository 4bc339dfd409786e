import { useText } from '#web/text/catalogue.ts';
import { overviewTexts } from './texts.ts';

/** The level of the parts in words: townships of a county, villages of a township. */
export function useLevelName(level: string | null): string {
  const text = useText(overviewTexts);
  return level !== null && text.has(level) ? text(level) : '';
}
