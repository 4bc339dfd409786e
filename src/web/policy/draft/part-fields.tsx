// The form of a row: one field for each part it can change, saved as one types.
import { useId } from 'react';
import { useText } from '#web/text/catalogue.ts';
import type { DraftEdits } from './draft-edits.ts';
import type { PartPath, PointsLine, RowPart } from './row-parts.ts';
import { RuleField } from './rule-field.tsx';
import { SavedState } from './saved-state.tsx';
import { draftTexts } from './texts.ts';
import { useTyped } from './use-typed.ts';

export interface RowPlace {
  readonly edits: DraftEdits;
  readonly kind: string;
  readonly row: string;
}

export function PartFields({
  place,
  parts,
}: {
  readonly place: RowPlace;
  readonly parts: readonly RowPart[];
}) {
  return (
    <div className="part-fields">
      {parts.map((part) => (
        <PartField key={part.path.join('.')} place={place} part={part} />
      ))}
    </div>
  );
}

function PartField({ place, part }: { readonly place: RowPlace; readonly part: RowPart }) {
  const text = useText(draftTexts);
  const label = text.pick(part.title);
  switch (part.kind) {
    case 'entry':
      return (
        <details className="part-entry">
          <summary>{label}</summary>
          <PartFields place={place} parts={part.parts} />
        </details>
      );
    case 'rule':
      return (
        <RuleField
          edits={place.edits}
          kind={place.kind}
          row={place.row}
          path={part.path}
          label={label}
          value={part.value}
        />
      );
    case 'words':
      return <WordsField place={place} part={part} />;
    case 'number':
      return <NumberField place={place} path={part.path} label={label} value={part.value} />;
    case 'boolean':
      return <BooleanField place={place} part={part} />;
    case 'points':
      return <PointsTable place={place} lines={part.lines} />;
  }
}

function WordsField({
  place,
  part,
}: {
  readonly place: RowPlace;
  readonly part: Extract<RowPart, { kind: 'words' }>;
}) {
  const text = useText(draftTexts);
  const label = text.pick(part.title);
  const { zh, en } = part.value;
  return (
    <fieldset className="words-field">
      <legend className="field-label">{label}</legend>
      <TextField
        place={place}
        path={[...part.path, 'zh']}
        label={`${label}，${text('zh')}`}
        lang="zh-CN"
        value={zh}
        save={(next) => ({ zh: next, en })}
        at={part.path}
      />
      <TextField
        place={place}
        path={[...part.path, 'en']}
        label={`${label}${text.marks.comma}${text('en')}`}
        lang="en"
        value={en}
        save={(next) => ({ zh, en: next })}
        at={part.path}
      />
    </fieldset>
  );
}

interface TextFieldProps {
  readonly place: RowPlace;
  readonly path: PartPath;
  readonly label: string;
  readonly lang: string;
  readonly value: string;
  /** The whole part with this text in it: both languages are saved together. */
  readonly save: (text: string) => { readonly zh: string; readonly en: string };
  readonly at: PartPath;
}

function TextField({ place, path, label, lang, value, save, at }: TextFieldProps) {
  const { edits, kind, row } = place;
  const typed = useTyped({
    key: keyOf(place, path),
    saved: value,
    save: (next) => edits.save([{ do: 'set', kind, id: row, path: [...at], value: save(next) }]),
  });
  return (
    <div>
      <textarea
        className="input"
        rows={value.length > 60 ? 3 : 1}
        lang={lang}
        aria-label={label}
        readOnly={!edits.mayEdit}
        value={typed.value}
        onChange={(event) => typed.type(event.target.value)}
        onBlur={typed.flush}
      />
      <SavedState typed={typed} />
    </div>
  );
}

interface NumberFieldProps {
  readonly place: RowPlace;
  readonly path: PartPath;
  readonly label: string;
  readonly value: number;
  /** In a table the label is read and not shown. */
  readonly bare?: boolean;
}

function NumberField({ place, path, label, value, bare }: NumberFieldProps) {
  const id = useId();
  const { edits, kind, row } = place;
  const typed = useTyped({
    key: keyOf(place, path),
    saved: String(value),
    save: (next) =>
      edits.save([{ do: 'set', kind, id: row, path: [...path], value: numberOf(next) }]),
  });
  return (
    <div className={bare === true ? 'number-field bare' : 'number-field'}>
      {bare === true ? null : (
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
      )}
      <input
        id={id}
        className="input"
        inputMode="decimal"
        aria-label={bare === true ? label : undefined}
        aria-invalid={typed.state === 'refused'}
        readOnly={!edits.mayEdit}
        value={typed.value}
        onChange={(event) => typed.type(event.target.value)}
        onBlur={typed.flush}
      />
      <SavedState typed={typed} />
    </div>
  );
}

/** What is no number is sent as it is: the server says what is wrong with it. */
function numberOf(text: string): number | string {
  const plain = text.replace(/[,，\s]/g, '');
  const number = Number(plain);
  return plain === '' || Number.isNaN(number) ? text : number;
}

function BooleanField({
  place,
  part,
}: {
  readonly place: RowPlace;
  readonly part: Extract<RowPart, { kind: 'boolean' }>;
}) {
  const text = useText(draftTexts);
  const { edits, kind, row } = place;
  return (
    <label className="check">
      <input
        type="checkbox"
        disabled={!edits.mayEdit}
        checked={part.value}
        onChange={(event) =>
          void edits
            .save([{ do: 'set', kind, id: row, path: [...part.path], value: event.target.checked }])
            .catch(() => undefined)
        }
      />
      {text.pick(part.title)}
    </label>
  );
}

/** Bands with their limits, or cases in their order, and what each gives. */
function PointsTable({
  place,
  lines,
}: {
  readonly place: RowPlace;
  readonly lines: readonly PointsLine[];
}) {
  const text = useText(draftTexts);
  const hasLimits = lines.some(({ limit }) => limit !== null);
  return (
    <table className="rows dense points-table">
      <thead>
        <tr>
          <th scope="col">{text(hasLimits ? 'band' : 'when')}</th>
          <th scope="col">{text('points')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ path, limit, points }, index) => {
          const name =
            index === lines.length - 1
              ? text('otherwise')
              : `${text(hasLimits ? 'band' : 'when')} ${index + 1}`;
          return (
            <tr key={path.join('.')}>
              <td>
                {limit === null ? (
                  name
                ) : (
                  <NumberField
                    bare
                    place={place}
                    path={limit.path}
                    label={name}
                    value={limit.value}
                  />
                )}
              </td>
              <td>
                <NumberField
                  bare
                  place={place}
                  path={points.path}
                  label={`${name} ${text('points')}`}
                  value={points.value}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function keyOf({ edits, kind, row }: RowPlace, path: PartPath): string {
  return `bangfu.draft.${edits.view.summary.id}.${kind}.${row}.${path.join('.')}`;
}
