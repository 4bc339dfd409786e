import { useText } from '#web/text/catalogue.ts';
import { draftTexts } from './texts.ts';
import type { Typed } from './use-typed.ts';

/** Whether what stands in a field is on the server yet; said softly, and aloud when it is not. */
export function SavedState({ typed }: { readonly typed: Typed }) {
  const text = useText(draftTexts);
  const { state, problem, isRestored } = typed;
  if (state === 'refused') {
    return (
      <span className="field-problem" role="alert">
        {text('unsaved', { why: problem ?? '' })}
      </span>
    );
  }
  const said = { same: '', waiting: '', saving: text('saving'), saved: text('saved') }[state];
  return (
    <span className="draft-saved" role="status">
      {isRestored ? text('restored') : said}
    </span>
  );
}
