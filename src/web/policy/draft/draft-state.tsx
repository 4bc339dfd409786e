import type { DraftSummary } from '#contract/policy-drafts.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownDay } from '#web/text/number.ts';
import { Chip, type Meaning } from '#web/ui/chip.tsx';
import { draftTexts } from './texts.ts';

const meanings = {
  open: 'neutral',
  submitted: 'due',
  returned: 'over',
  approved: 'done',
  withdrawn: 'unknown',
} as const satisfies Readonly<Record<DraftSummary['state'], Meaning>>;

/** Where a draft stands; of an approved one, since or from when it counts. */
export function DraftState({ draft }: { readonly draft: DraftSummary }) {
  const text = useText(draftTexts);
  const { state, inForce, takesEffect } = draft;
  const day = shownDay(takesEffect, text.language);
  const said =
    state === 'approved'
      ? text(inForce ? 'inForce' : 'scheduled', { day })
      : text(`state_${state}`);
  return <Chip meaning={meanings[state]}>{said}</Chip>;
}
