// All examples of a draft: those that fail first, then those that come out otherwise, then the rest.
import { useState } from 'react';
import type { DraftExample } from '#contract/policy-drafts.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownDay } from '#web/text/number.ts';
import { useExplanation } from '#web/ui/states.tsx';
import type { DraftEdits } from './draft-edits.ts';
import { ExampleComparison } from './example-comparison.tsx';
import { draftTexts } from './texts.ts';

export function ExampleTab({ edits }: { readonly edits: DraftEdits }) {
  const text = useText(draftTexts);
  const { examples, summary } = edits.view;
  const [error, setError] = useState<unknown>(null);
  const problem = useExplanation(error);
  const rank = ({ passes, differs }: DraftExample) => (passes === false ? 0 : differs ? 1 : 2);
  const sorted = [...examples].sort((left, right) => rank(left) - rank(right));
  const day = shownDay(summary.takesEffect, text.language);
  const accept = ({ id, expected }: DraftExample) =>
    edits
      .save([{ do: 'expect', id, on: summary.takesEffect, expected }])
      .then(() => setError(null))
      .catch(setError);
  return (
    <section className="example-tab">
      {problem === undefined ? null : (
        <p className="notice problem" role="alert">
          {problem}
        </p>
      )}
      {sorted.map((example) => (
        <ExampleComparison
          key={`${example.isOwn} ${example.id}`}
          example={example}
          action={
            example.passes === false && edits.mayEdit ? (
              <button
                type="button"
                className="button"
                title={text('acceptTitle', { day })}
                onClick={() => void accept(example)}
              >
                {text('accept')}
              </button>
            ) : null
          }
        />
      ))}
    </section>
  );
}
