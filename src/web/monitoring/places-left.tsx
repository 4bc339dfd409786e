// What is left in each place below, the most first; each number opens the list it counts.
import { Link } from '@tanstack/react-router';
import type { ProblemCounts } from '#contract/monitoring.ts';
import { useText } from '#web/text/catalogue.ts';
import { BarTable } from '#web/ui/bar-table.tsx';
import { problemTexts } from './problem-texts.ts';

export function PlacesLeft({ places }: { readonly places: ProblemCounts['places'] }) {
  const text = useText(problemTexts);
  const ordered = [...places].sort((one, other) => other.open - one.open || other.late - one.late);
  return (
    <BarTable
      caption={text('places')}
      heads={[text('place'), text('openHead'), '', text('lateHead')]}
      rows={ordered.map((one) => ({
        key: one.code,
        label: one.name,
        value: one.open,
        figure: (
          <Link to="/problems" search={(before) => ({ ...before, area: one.code })}>
            {one.open}
          </Link>
        ),
        after: one.late === 0 ? '' : one.late,
      }))}
    />
  );
}
