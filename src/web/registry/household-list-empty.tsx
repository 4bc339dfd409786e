import { Link } from '@tanstack/react-router';
import { useMay } from '#web/access/me.ts';
import { useText } from '#web/text/catalogue.ts';
import { EmptyState } from '#web/ui/states.tsx';
import { householdListTexts } from './household-list-texts.ts';

interface HouseholdListEmptyProps {
  /** Whether conditions are why nothing is found. */
  readonly filtered: boolean;
  readonly onClear: () => void;
}

export function HouseholdListEmpty({ filtered, onClear }: HouseholdListEmptyProps) {
  const text = useText(householdListTexts);
  const may = useMay();
  if (filtered) {
    return (
      <EmptyState
        title={text('emptyFilteredTitle')}
        text={text('emptyFilteredText')}
        action={
          <button type="button" className="button" onClick={onClear}>
            {text('fromStart')}
          </button>
        }
      />
    );
  }
  if (!may('exchange.import')) {
    return <EmptyState title={text('emptyTitle')} text={text('emptyReadText')} />;
  }
  return (
    <EmptyState
      title={text('emptyTitle')}
      text={text('emptyText')}
      action={
        <Link to="/imports" className="button primary">
          {text('toImport')}
        </Link>
      }
    />
  );
}
