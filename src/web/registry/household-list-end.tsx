// The end of what is listed: more of it, or, once the page holds enough rows, a fresh page that begins
// here. No page numbers: households come and go while somebody reads.
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { householdListTexts } from './household-list-texts.ts';

export const segmentRows = 50;
const mostRows = 400;

interface HouseholdListEndProps {
  readonly shown: number;
  /** Where the list goes on; null at its end. */
  readonly next: string | null;
  readonly reading: boolean;
  readonly onMore: () => void;
  readonly onGoOn: (from: string) => void;
}

export function HouseholdListEnd({ shown, next, reading, onMore, onGoOn }: HouseholdListEndProps) {
  const text = useText(householdListTexts);
  const count = exactNumber(shown);
  if (next === null) {
    return <p className="quiet household-end">{text('shownSoFar', { count })}</p>;
  }
  return (
    <p className="household-end no-print">
      {shown < mostRows ? (
        <button type="button" className="button" disabled={reading} onClick={onMore}>
          {text('more', { count: segmentRows })}
        </button>
      ) : (
        <button type="button" className="button" onClick={() => onGoOn(next)}>
          {text('goOn')}
        </button>
      )}
      <span className="quiet">{text(shown < mostRows ? 'shownSoFar' : 'tooMany', { count })}</span>
      <span className="quiet small desk-only">{text('keysHint')}</span>
    </p>
  );
}
