// How many a filter finds: exactly, or "so many or more" where counting stopped.
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { householdListTexts } from './household-list-texts.ts';

interface HouseholdCountProps {
  readonly count:
    | { readonly households: number; readonly persons: number; readonly capped: boolean }
    | undefined;
  readonly failed: boolean;
}

export function HouseholdCount({ count, failed }: HouseholdCountProps) {
  const text = useText(householdListTexts);
  if (count === undefined) return <span>{failed ? '' : text('counting')}</span>;
  const households = exactNumber(count.households);
  return (
    <span role="status">
      {count.capped
        ? text('countCapped', { households })
        : text('count', { households, persons: exactNumber(count.persons) })}
    </span>
  );
}
