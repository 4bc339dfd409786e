// What somebody found of one item: values that differ, whether it is met, since when it is known, the proof.
import { type FormEvent, useState } from 'react';
import type { CheckItem, Checklist } from '#contract/casework-checks.ts';
import type { FieldValue } from '#contract/registry-value.ts';
import { AnswerControl } from '#web/casework/answer-control.tsx';
import { staleCases } from '#web/casework/stale-cases.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { checkTexts } from './check-texts.ts';
import { type Proof, ProofFile } from './proof-file.tsx';

interface FormProps {
  readonly list: Checklist;
  readonly item: CheckItem;
  readonly onDone: () => void;
  readonly onCancel: (() => void) | undefined;
}

interface Draft {
  readonly found: Readonly<Record<string, FieldValue>>;
  readonly holds: boolean | undefined;
  readonly note: string;
  readonly seenOn: string;
  readonly paper: string;
  readonly file: Proof | undefined;
}

export function CheckForm({ list, item, onDone, onCancel }: FormProps) {
  const text = useText(checkTexts);
  const [draft, setDraft] = useState<Draft>(() => blank(list.today));
  const enter = useWrite('POST /api/casework/cases/:id/checks/:item', {
    stale: ['GET /api/casework/cases/:id/checks', ...staleCases],
    onDone,
  });
  const problem = useExplanation(enter.error);
  const change = (more: Partial<Draft>) => setDraft((now) => ({ ...now, ...more }));
  const { earlier } = item;
  const isDecided = item.kind === 'measure' && item.register.holds !== null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate({ params: { id: list.case, item: item.id }, body: bodyOf(draft) });
  };
  return (
    <form className="check-form no-print" onSubmit={submit}>
      {earlier === null ? null : (
        <button type="button" className="button small" onClick={() => change(draftOf(earlier))}>
          {text('sameAsBefore')}
        </button>
      )}
      <FoundValues item={item} draft={draft} onChange={change} />
      {isDecided ? (
        <p>{text(item.register.holds === true ? 'limitMet' : 'limitMissed')}</p>
      ) : (
        <Holds draft={draft} onChange={change} />
      )}
      <Field label={text('note')} hint={text(draft.holds === false ? 'noteNeeded' : 'noteHint')}>
        <textarea
          className="input"
          rows={2}
          maxLength={1000}
          required={draft.holds === false}
          value={draft.note}
          onChange={({ target }) => change({ note: target.value })}
        />
      </Field>
      <Field label={text('seenOn')}>
        <DayInput
          required
          max={list.today}
          value={draft.seenOn}
          onChange={(seenOn) => change({ seenOn })}
        />
      </Field>
      {item.needsEvidence ? <p>{text('needsProof')}</p> : null}
      <ProofFile list={list} chosen={draft.file} onChosen={(file) => change({ file })} />
      <Field label={text('paper')} hint={text('paperHint')}>
        <input
          className="input"
          maxLength={200}
          value={draft.paper}
          onChange={({ target }) => change({ paper: target.value })}
        />
      </Field>
      <Problem>{problem}</Problem>
      <div className="interview-acts">
        <button
          type="submit"
          className="button primary"
          disabled={enter.isPending || (!isDecided && draft.holds === undefined)}
        >
          {text('enter')}
        </button>
        {onCancel === undefined ? null : (
          <button type="button" className="button" onClick={onCancel}>
            {text('cancel')}
          </button>
        )}
      </div>
    </form>
  );
}

interface PartProps {
  readonly draft: Draft;
  readonly onChange: (more: Partial<Draft>) => void;
}

/** Each value as it is recorded; what is changed here is changed in the register. */
function FoundValues({ item, draft, onChange }: PartProps & { readonly item: CheckItem }) {
  const text = useText(checkTexts);
  return item.register.values.map((value) => {
    const { id, kind } = value;
    if (item.kind === 'measure') return null;
    if (kind === 'figure') {
      return (
        <p key={id} className="quiet">
          {text.pick(value.label)} {text.pick(value.shown)}
          {text.marks.stop}
          {text('figure')}
        </p>
      );
    }
    const now = Object.hasOwn(draft.found, id) ? (draft.found[id] ?? null) : value.value;
    return (
      <fieldset key={id} className="check-value">
        <legend className="field-label">
          {text('found')}
          {text.marks.colon}
          {text.pick(value.label)}
        </legend>
        <AnswerControl
          question={{ id, kind, label: value.label }}
          value={now}
          onChange={(next) => onChange({ found: { ...draft.found, [id]: next } })}
        />
      </fieldset>
    );
  });
}

function Holds({ draft, onChange }: PartProps) {
  const text = useText(checkTexts);
  return (
    <fieldset className="interview-choices check-holds">
      <legend className="field-label">{text('holds')}</legend>
      {([true, false] as const).map((holds) => (
        <label key={String(holds)}>
          <input
            type="radio"
            name="holds"
            required
            checked={draft.holds === holds}
            onChange={() => onChange({ holds })}
          />{' '}
          {text(holds ? 'met' : 'wanting')}
        </label>
      ))}
    </fieldset>
  );
}

function blank(today: string): Draft {
  return {
    found: {},
    holds: undefined,
    note: '',
    seenOn: today,
    paper: '',
    file: undefined,
  };
}

/** What was found the last time; the day is that of this visit. */
function draftOf({ holds, note, paper, file }: NonNullable<CheckItem['earlier']>) {
  return {
    holds,
    note,
    paper,
    file: file === null ? undefined : { id: file.id, name: file.fileName },
  };
}

function bodyOf({ found, holds, note, seenOn, paper, file }: Draft) {
  return {
    found,
    note: note.trim(),
    seenOn,
    paper: paper.trim(),
    ...(holds === undefined ? {} : { holds }),
    ...(file === undefined ? {} : { attachment: file.id }),
  };
}
