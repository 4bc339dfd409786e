// Everything that was done to a draft; and, where two wrote at once, what each of them changed.
import type { DraftView } from '#contract/policy-drafts.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownInstant } from '#web/text/number.ts';
import type { DraftEdits } from './draft-edits.ts';
import { draftTexts } from './texts.ts';

export function DraftHistory({ view }: { readonly view: DraftView }) {
  const text = useText(draftTexts);
  return (
    <ol className="draft-history">
      {gathered(view.history).map((act) => (
        <li key={act.seq}>
          <span className="quiet">{shownInstant(act.at, text.language)}</span>{' '}
          <strong>{act.by}</strong> {text(`act_${act.act}`, { count: act.edits })}
          {act.reason === '' ? null : <p>{act.reason}</p>}
        </li>
      ))}
    </ol>
  );
}

type Act = DraftView['history'][number];

/** One person's edits in a row are one line. */
function gathered(history: readonly Act[]): readonly Act[] {
  const lines: Act[] = [];
  for (const act of history) {
    const last = lines.at(-1);
    const goesOn = last?.act === 'edit' && act.act === 'edit' && last.by === act.by;
    if (goesOn) lines[lines.length - 1] = { ...act, edits: last.edits + act.edits };
    else lines.push(act);
  }
  return lines;
}

interface Side {
  readonly by?: string;
  readonly edits: readonly unknown[];
}

export function DraftConflict({ edits }: { readonly edits: DraftEdits }) {
  const text = useText(draftTexts);
  const { conflict } = edits;
  if (conflict === undefined) return null;
  const { yours, theirs } = sidesIn(conflict.details);
  return (
    <section className="notice problem draft-conflict" role="alert">
      <p>{conflict.message}</p>
      <dl className="draft-sides">
        <div>
          <dt>{text('conflictTheirs')}</dt>
          {theirs.flatMap((side) =>
            side.edits.map((edit) => (
              <dd key={JSON.stringify(edit)}>
                {side.by} <code>{said(edit)}</code>
              </dd>
            )),
          )}
        </div>
        <div>
          <dt>{text('conflictYours')}</dt>
          {yours.map((edit) => (
            <dd key={JSON.stringify(edit)}>
              <code>{said(edit)}</code>
            </dd>
          ))}
        </div>
      </dl>
      <button type="button" className="button" onClick={edits.reload}>
        {text('conflictReload')}
      </button>
    </section>
  );
}

function sidesIn(details: unknown): {
  readonly yours: readonly unknown[];
  readonly theirs: readonly Side[];
} {
  const found = typeof details === 'object' && details !== null ? details : {};
  const yours: unknown = Reflect.get(found, 'yours');
  const theirs: unknown = Reflect.get(found, 'theirs');
  return {
    yours: Array.isArray(yours) ? yours : [],
    theirs: Array.isArray(theirs) ? (theirs as Side[]) : [],
  };
}

/** `listingCutOff 48`, `hasSchooling rule: …`. */
function said(edit: unknown): string {
  if (typeof edit !== 'object' || edit === null) return '';
  const { id, path, value, text: row } = edit as Readonly<Record<string, unknown>>;
  const way = Array.isArray(path) ? path.join('.') : '';
  const shown = typeof value === 'object' ? JSON.stringify(value) : (value ?? row ?? '');
  return [id, way, shown].filter((part) => part !== '').join(' ');
}
