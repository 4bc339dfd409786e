// Takes what comes out of an example now as what it expects from the day of the draft on.
import { useState } from 'react';
import type { DraftExample } from '#contract/policy-drafts.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownDay } from '#web/text/number.ts';
import { useExplanation } from '#web/ui/states.tsx';
import type { DraftEdits } from './draft-edits.ts';
import { draftTexts } from './texts.ts';

interface AcceptResultProps {
  readonly edits: DraftEdits;
  readonly example: DraftExample;
}

export function AcceptResult({ edits, example }: AcceptResultProps) {
  const text = useText(draftTexts);
  const [error, setError] = useState<unknown>(null);
  const problem = useExplanation(error);
  const { takesEffect } = edits.view.summary;
  const { id, expected, passes } = example;
  if (passes !== false || !edits.mayEdit) return null;
  return (
    <>
      <button
        type="button"
        className="button"
        title={text('acceptTitle', { day: shownDay(takesEffect, text.language) })}
        onClick={() =>
          edits
            .save([{ do: 'expect', id, on: takesEffect, expected }])
            .then(() => setError(null))
            .catch(setError)
        }
      >
        {text('accept')}
      </button>
      {problem === undefined ? null : (
        <span className="field-problem" role="alert">
          {problem}
        </span>
      )}
    </>
  );
}
