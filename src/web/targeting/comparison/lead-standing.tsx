// Where a lead stands, in a word with its mark.
import type { LeadRow } from '#contract/targeting-leads.ts';
import { useText } from '#web/text/catalogue.ts';
import { Chip } from '#web/ui/chip.tsx';
import { comparisonTexts } from './comparison-texts.ts';

export function LeadStanding({ lead }: { readonly lead: Pick<LeadRow, 'state' | 'outcome'> }) {
  const text = useText(comparisonTexts);
  if (lead.outcome !== null) {
    return (
      <Chip meaning={lead.outcome === 'cleared' ? 'done' : 'over'}>
        {text(`outcome_${lead.outcome}`)}
      </Chip>
    );
  }
  return <Chip meaning="neutral">{text(`state_${lead.state}`)}</Chip>;
}
