// What a visit found, each in a sentence; a change may go into the register at once.
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { visitTexts } from './visit-texts.ts';

const kinds = ['need', 'problem', 'warning', 'change'] as const;

/** Fields of the form that a visitor can see with their own eyes; true from the visit on. */
const visible = ['waterSafe', 'television', 'sanitaryToilet', 'inCooperative'] as const;

export interface FoundHere {
  readonly key: number;
  readonly kind: (typeof kinds)[number];
  readonly words: string;
  /** A field that is true now; empty where the register stays as it is. */
  readonly field: string;
}

export function FindingFields({
  found,
  onChange,
}: {
  readonly found: readonly FoundHere[];
  readonly onChange: (found: readonly FoundHere[]) => void;
}) {
  const text = useText(visitTexts);
  const change = (key: number, part: Partial<FoundHere>) =>
    onChange(found.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const add = (kind: FoundHere['kind']) =>
    onChange([
      ...found,
      { key: Math.max(0, ...found.map((one) => one.key)) + 1, kind, words: '', field: '' },
    ]);
  return (
    <fieldset>
      <legend>{text('found')}</legend>
      <div className="workforce-choices">
        {kinds.map((kind) => (
          <button key={kind} type="button" className="button" onClick={() => add(kind)}>
            + {text(`kind_${kind}`)}
          </button>
        ))}
      </div>
      {found.map((one) => (
        <div key={one.key} className="workforce-found">
          <Field label={`${text(`kind_${one.kind}`)}${text.marks.colon}${text('wordsLabel')}`}>
            <input
              className="input"
              required
              maxLength={500}
              value={one.words}
              onChange={(event) => change(one.key, { words: event.target.value })}
            />
          </Field>
          {one.kind === 'change' ? (
            <Field label={text('registerChange')}>
              <select
                className="input"
                value={one.field}
                onChange={(event) => change(one.key, { field: event.target.value })}
              >
                <option value="">{text('registerNone')}</option>
                {visible.map((field) => (
                  <option key={field} value={field}>
                    {text(field)}
                  </option>
                ))}
              </select>
            </Field>
          ) : null}
        </div>
      ))}
    </fieldset>
  );
}
