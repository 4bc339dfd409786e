// The fields one may change, in the groups of the form, with a filter, what each was before, and the
// problem of each beside it.
import { useState } from 'react';
import type { FieldValue } from '#contract/registry-value.ts';
import { ApiError } from '#web/client/api-error.ts';
import { useFormWords } from '#web/registry/form-words.ts';
import { householdTexts } from '#web/registry/household/household-texts.ts';
import { shownValue } from '#web/registry/shown-value.ts';
import { useText } from '#web/text/catalogue.ts';
import { type FieldGroup, keptForm, sameValue } from './edit-form.ts';
import { editTexts } from './edit-texts.ts';
import { FieldControl } from './field-control.tsx';

interface EditFieldsProps {
  readonly fields: readonly FieldGroup[];
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly edited: Readonly<Record<string, FieldValue>>;
  readonly problem: Error | null;
  readonly onChange: (field: string, value: FieldValue) => void;
}

export function EditFields({ fields, values, edited, problem, onChange }: EditFieldsProps) {
  const text = useText(editTexts);
  const groups = useText(householdTexts);
  const words = useFormWords();
  const [wanted, setWanted] = useState('');
  const find = wanted.trim().toLowerCase();
  const fits = (name: string) => find === '' || words.field(name).toLowerCase().includes(find);
  return (
    <>
      <input
        type="search"
        className="input edit-find"
        aria-label={text('find')}
        placeholder={text('find')}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      {fields.map((group) => {
        const shown = group.fields.filter((field) => fits(field.name));
        const key = `group_${group.id}`;
        if (shown.length === 0) return null;
        return (
          <section key={group.id} className="edit-group">
            {groups.has(key) ? <h3>{groups(key)}</h3> : null}
            {shown.map((field) => {
              const before = values[field.name] ?? null;
              const kept = keptForm(field.name);
              const now =
                field.name in edited ? (edited[field.name] ?? null) : kept ? before : null;
              const changed = field.name in edited && !sameValue(before, now);
              return (
                <div key={field.name} className={changed ? 'edit-field changed' : 'edit-field'}>
                  <FieldControl
                    field={field}
                    value={now}
                    problem={problemOf(problem, field.name)}
                    onChange={(value) => onChange(field.name, value)}
                  />
                  {changed || !kept ? (
                    <p className="small quiet">
                      {text('was', {
                        value: shownValue(before, field, words, text.language) ?? text('unknown'),
                      })}{' '}
                      {changed && kept ? (
                        <button
                          type="button"
                          className="link"
                          onClick={() => onChange(field.name, before)}
                        >
                          {text('undo')}
                        </button>
                      ) : null}
                      {kept ? null : text('sealedHint')}
                    </p>
                  ) : null}
                </div>
              );
            })}
          </section>
        );
      })}
    </>
  );
}

/** The sentence of a refusal that names this field. */
function problemOf(problem: Error | null, field: string): string | undefined {
  if (!(problem instanceof ApiError) || problem.path === undefined) return undefined;
  const last = problem.path.split('.').at(-1);
  return last === field ? problem.message : undefined;
}
