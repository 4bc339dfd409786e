// What fewer people ask of a household: its credit, what lists of departments said, how many sources stand
// behind its values, and whether it was registered twice. At a desk at once, on a phone after a press.
import { HouseholdCredit } from '#web/funds/loans/household-credit.tsx';
import { HouseholdDuplicates } from '#web/registry/duplicates/household-duplicates.tsx';
import { HouseholdLeads } from '#web/registry/leads/household-leads.tsx';
import { HouseholdSourcesBlock } from '#web/supervision/household-sources-block.tsx';

export function FurtherBlocks({ household }: { readonly household: string }) {
  return (
    <>
      <HouseholdCredit household={household} />
      <HouseholdLeads household={household} />
      <HouseholdSourcesBlock household={household} />
      <HouseholdDuplicates household={household} />
    </>
  );
}
