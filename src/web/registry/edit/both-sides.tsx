// Somebody else changed the same fields: what both started from, what each wrote, and a choice for each;
// or both sides are kept for the township to decide.
import { useState } from 'react';
import type { ChangedSince } from '#contract/registry-value.ts';
import { useFormWords } from '#web/registry/form-words.ts';
import { shownValue } from '#web/registry/shown-value.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownInstant } from '#web/text/number.ts';
import { Unwritten } from '#web/ui/figure.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import type { Change } from './edit-form.ts';
import { editTexts } from './edit-texts.ts';
import { useSourceWords } from './source-words.ts';

interface BothSidesProps {
  readonly since: ChangedSince;
  readonly changes: readonly Change[];
  readonly busy: boolean;
  readonly onSend: (changes: readonly Change[], keepBoth: boolean) => void;
  readonly onClose: () => void;
}

export function BothSides({ since, changes, busy, onSend, onClose }: BothSidesProps) {
  const text = useText(editTexts);
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set());
  const take = (field: string, own: boolean) => {
    const next = new Set(mine);
    if (own) next.add(field);
    else next.delete(field);
    setMine(next);
  };
  const send = () => {
    const chosen = changes.flatMap((change) => {
      const side = since.conflicts.find((conflict) => conflict.field === change.field);
      if (side === undefined) return [change];
      // What stands there now has been seen, so writing over it is a decision, not an accident.
      return mine.has(change.field) ? [{ ...change, from: side.theirs }] : [];
    });
    onSend(chosen, false);
  };
  return (
    <Sheet
      title={text('bothTitle')}
      onClose={onClose}
      foot={
        <>
          <button type="button" className="button primary" disabled={busy} onClick={send}>
            {text('bothSubmit')}
          </button>
          <button
            type="button"
            className="button"
            disabled={busy}
            onClick={() => onSend(changes, true)}
          >
            {text('keepBoth')}
          </button>
        </>
      }
    >
      <p className="sheet-lead">{text('bothLead')}</p>
      {since.conflicts.map((conflict) => (
        <Side
          key={conflict.field}
          conflict={conflict}
          mine={mine.has(conflict.field)}
          onTake={(own) => take(conflict.field, own)}
        />
      ))}
    </Sheet>
  );
}

function Side({
  conflict,
  mine,
  onTake,
}: {
  readonly conflict: ChangedSince['conflicts'][number];
  readonly mine: boolean;
  readonly onTake: (own: boolean) => void;
}) {
  const text = useText(editTexts);
  const words = useFormWords();
  const sourceWords = useSourceWords();
  const shown = (value: typeof conflict.mine) =>
    shownValue(value, conflict, words, text.language) ?? <Unwritten />;
  return (
    <fieldset className="both-sides">
      <legend>{words.field(conflict.field)}</legend>
      <p className="small quiet">
        {text('base')}: {shown(conflict.base)}
      </p>
      <label>
        <input type="radio" checked={!mine} onChange={() => onTake(false)} />
        <span>
          <strong>{shown(conflict.theirs)}</strong>
          <small>
            {text('theirs')}:{' '}
            {text('theirsBy', {
              name: conflict.theirsBy,
              when: shownInstant(conflict.theirsAt, text.language),
              source: sourceWords(conflict.theirsSource),
            })}
          </small>
        </span>
      </label>
      <label>
        <input type="radio" checked={mine} onChange={() => onTake(true)} />
        <span>
          <strong>{shown(conflict.mine)}</strong>
          <small>{text('mine')}</small>
        </span>
      </label>
    </fieldset>
  );
}
