// All examples of a draft: those that fail first, then those that come out otherwise, then the rest.
import type { DraftExample } from '#contract/policy-drafts.ts';
import { useText } from '#web/text/catalogue.ts';
import { AcceptResult } from './accept-result.tsx';
import type { DraftEdits } from './draft-edits.ts';
import { ExampleComparison } from './example-comparison.tsx';
import { draftTexts } from './texts.ts';

export function ExampleTab({ edits }: { readonly edits: DraftEdits }) {
  const text = useText(draftTexts);
  const { examples } = edits.view;
  const rank = ({ passes, differs }: DraftExample) => (passes === false ? 0 : differs ? 1 : 2);
  const sorted = [...examples].sort((left, right) => rank(left) - rank(right));
  if (sorted.length === 0) return <p className="quiet">{text('liveWait')}</p>;
  return (
    <section className="example-tab">
      {sorted.map((example) => (
        <ExampleComparison
          key={`${example.isOwn} ${example.id}`}
          example={example}
          action={<AcceptResult edits={edits} example={example} />}
        />
      ))}
    </section>
  );
}
