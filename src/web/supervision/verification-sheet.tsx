// Enters one verification: how, whom, which papers, and only the answers that were given.
import { type FormEvent, useState } from 'react';
import type { Datum, HouseholdSources } from '#contract/supervision-sources.ts';
import { verifiableFields } from '#domain/supervision/verifiable-fields.ts';
import { useMe } from '#web/access/me.ts';
import { useWrite } from '#web/client/read.ts';
import { useFormWords } from '#web/registry/form-words.ts';
import { fieldOf } from '#web/registry/shown-value.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { sourcesTexts } from './sources-texts.ts';

interface Given {
  readonly field: string;
  readonly value: string;
}

export function VerificationSheet({
  sources,
  onClose,
}: {
  readonly sources: HouseholdSources;
  readonly onClose: () => void;
}) {
  const text = useText(sourcesTexts);
  const { today } = useMe().installation;
  const methods = sources.methods.filter(({ id }) => id !== 'crossCheck');
  const [method, setMethod] = useState(methods[0]?.id ?? '');
  const [informant, setInformant] = useState('');
  const [documents, setDocuments] = useState<readonly string[]>([]);
  const [askedOn, setAskedOn] = useState<string>(today);
  const [answers, setAnswers] = useState<readonly Given[]>([{ field: '', value: '' }]);
  const [note, setNote] = useState('');
  const enter = useWrite('POST /api/supervision/households/:id/entries', {
    stale: ['GET /api/supervision/households/:id/sources', 'GET /api/registry/conflicts'],
    onDone: onClose,
  });
  const problem = useExplanation(enter.error);
  const seesPapers = method === 'documentCheck';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate({
      params: { id: sources.household.id },
      body: {
        method,
        informant: seesPapers ? '' : informant.trim(),
        documents: seesPapers ? [...documents] : [],
        askedOn,
        answers: answers.flatMap(({ field, value }) =>
          field === '' || value === '' ? [] : [{ field, value: typedValue(field, value) }],
        ),
        note: note.trim(),
      },
    });
  };
  return (
    <Sheet title={text('enter')} onClose={onClose} centred>
      <form onSubmit={submit}>
        <Field label={text('method')}>
          <select
            className="input"
            value={method}
            onChange={(event) => setMethod(event.target.value)}
          >
            {methods.map(({ id, title }) => (
              <option key={id} value={id}>
                {text.pick(title)}
              </option>
            ))}
          </select>
        </Field>
        {seesPapers ? (
          <fieldset className="field check-again">
            <legend className="field-label">{text('documents')}</legend>
            {sources.documents.map(({ id, title }) => (
              <label key={id}>
                <input
                  type="checkbox"
                  checked={documents.includes(id)}
                  onChange={(event) =>
                    setDocuments(
                      event.target.checked
                        ? [...documents, id]
                        : documents.filter((one) => one !== id),
                    )
                  }
                />{' '}
                {text.pick(title)}
              </label>
            ))}
          </fieldset>
        ) : (
          <Field label={text('who')} hint={text('whoHint')}>
            <input
              className="input"
              maxLength={60}
              value={informant}
              onChange={(event) => setInformant(event.target.value)}
            />
          </Field>
        )}
        <Field label={text('askedOn')}>
          <input
            className="input"
            type="date"
            required
            max={today}
            value={askedOn}
            onChange={(event) => setAskedOn(event.target.value)}
          />
        </Field>
        <fieldset className="field">
          <legend className="field-label">{text('answers')}</legend>
          <p className="field-hint">{text('answersHint')}</p>
          {answers.map((answer, at) => (
            <AnswerRow
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name, and none is taken out.
              key={at}
              answer={answer}
              onChange={(next) =>
                setAnswers(answers.map((one, index) => (index === at ? next : one)))
              }
            />
          ))}
          <button
            type="button"
            className="button"
            onClick={() => setAnswers([...answers, { field: '', value: '' }])}
          >
            {text('addAnswer')}
          </button>
        </fieldset>
        <Field label={text('note')} problem={problem}>
          <input
            className="input"
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Field>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={enter.isPending}>
            {text('save')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}

function AnswerRow({
  answer,
  onChange,
}: {
  readonly answer: Given;
  readonly onChange: (answer: Given) => void;
}) {
  const text = useText(sourcesTexts);
  const words = useFormWords();
  const field = answer.field === '' ? undefined : fieldOf(answer.field);
  const codes = field?.list === undefined ? [] : words.codes(field.list);
  const isYesNo = field?.type === 'boolean';
  return (
    <p className="answer-row">
      <select
        className="input"
        aria-label={text('item')}
        value={answer.field}
        onChange={(event) => onChange({ field: event.target.value, value: '' })}
      >
        <option value="">{text('choose')}</option>
        {verifiableFields.map(({ name }) => (
          <option key={name} value={name}>
            {words.field(name)}
          </option>
        ))}
      </select>
      {isYesNo || codes.length > 0 ? (
        <select
          className="input"
          aria-label={text('value')}
          value={answer.value}
          onChange={(event) => onChange({ ...answer, value: event.target.value })}
        >
          <option value="">{text('choose')}</option>
          {isYesNo ? (
            <>
              <option value="true">{text('yes')}</option>
              <option value="false">{text('no')}</option>
            </>
          ) : (
            codes.map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))
          )}
        </select>
      ) : (
        <input
          className="input"
          type="number"
          step="any"
          aria-label={text('value')}
          value={answer.value}
          onChange={(event) => onChange({ ...answer, value: event.target.value })}
        />
      )}
    </p>
  );
}

function typedValue(name: string, value: string): Datum['registered'] {
  const type = fieldOf(name)?.type;
  if (type === 'boolean') return value === 'true';
  return type === 'integer' || type === 'number' ? Number(value) : value;
}
