// Where two sources disagree about this household: both sides, whose question it is, and the decision.
import type { HouseholdCard } from '#contract/registry-households.ts';
import { historyTexts } from '#web/registry/history/history-texts.ts';
import { useText } from '#web/text/catalogue.ts';
import { EmptyState } from '#web/ui/states.tsx';
import { ConflictSides } from './conflict-sides.tsx';

export function ConflictsTab({ card }: { readonly card: HouseholdCard }) {
  const text = useText(historyTexts);
  if (card.conflicts.length === 0) return <EmptyState title={text('conflictsEmpty')} />;
  return (
    <>
      <p className="quiet">{text('conflictsLead')}</p>
      {card.conflicts.map((conflict) => (
        <ConflictSides key={conflict.id} conflict={conflict} />
      ))}
    </>
  );
}
