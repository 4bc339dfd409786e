// How a step of a case stands in time: colour, mark and word, and who above was told.
import type { CaseRow } from '#contract/casework.ts';
import { daysBetween, plainDate } from '#domain/kernel/plain-date.ts';
import { useMe } from '#web/access/me.ts';
import { useText } from '#web/text/catalogue.ts';
import { Chip } from '#web/ui/chip.tsx';
import { casesTexts } from './cases-texts.ts';

export function ClockChip({ clock }: { readonly clock: CaseRow['clock'] }) {
  const text = useText(casesTexts);
  const { today } = useMe().installation;
  const { dueOn, colour, lateDays, told } = clock;
  if (colour === 'overdue') {
    const key = `level_${told}`;
    return (
      <>
        <Chip meaning="over">{text('overdue', { count: lateDays })}</Chip>
        {told === null || !text.has(key) ? null : (
          <small className="quiet"> {text('told', { level: text(key) })}</small>
        )}
      </>
    );
  }
  if (dueOn === null) return <span className="quiet">{text('noClock')}</span>;
  const left = daysBetween(plainDate(today), plainDate(dueOn));
  const words = left === 0 ? text('dueToday') : text('dueIn', { count: left });
  return <Chip meaning={colour === 'soon' ? 'due' : 'neutral'}>{words}</Chip>;
}
