// Changes fields of the household or of a member: only what changed is sent, with who says so and since
// when. What is typed stays on the device until it is sent; a collision shows both sides.
import { type FormEvent, useMemo, useState } from 'react';
import type { HouseholdCard, MemberCard } from '#contract/registry-households.ts';
import type { FieldValue } from '#contract/registry-value.ts';
import { useMe } from '#web/access/me.ts';
import { ApiError } from '#web/client/api-error.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { BothSides } from './both-sides.tsx';
import { readChangedSince } from './changed-since.ts';
import { useDraft } from './draft.ts';
import { EditFields } from './edit-fields.tsx';
import {
  changesOf,
  type EditForm,
  editableFields,
  isEditForm,
  keptForm,
  sameValue,
} from './edit-form.ts';
import { editTexts } from './edit-texts.ts';
import { staleAfterWrite } from './household-reads.ts';
import { freshTestimony, sentTestimony, TestimonyFields } from './testimony-fields.tsx';

interface EditSheetProps {
  readonly card: HouseholdCard;
  /** Whose fields; the household's own when absent. */
  readonly member?: MemberCard;
  readonly onClose: () => void;
}

export function EditSheet({ card, member, onClose }: EditSheetProps) {
  const text = useText(editTexts);
  const { today } = useMe().installation;
  const values = member === undefined ? card.values : member.values;
  const fresh = useMemo<EditForm>(
    () => ({ baseVersion: card.version, values: {}, said: freshTestimony(today) }),
    [card.version, today],
  );
  const draft = useDraft(`edit.${member?.id ?? card.id}`, fresh, isEditForm);
  // Numbers that are sealed in the register are kept out of the draft, so they live here.
  const [sealed, setSealed] = useState<Readonly<Record<string, FieldValue>>>({});
  const [problem, setProblem] = useState<Error | null>(null);
  const done = {
    stale: staleAfterWrite,
    onDone: () => {
      draft.drop();
      onClose();
    },
  };
  const changeHousehold = useWrite('PATCH /api/registry/households/:id', done);
  const changePerson = useWrite('PATCH /api/registry/persons/:id', done);
  const edited = { ...draft.form.values, ...sealed };
  const changes = changesOf(values, edited);
  const explanation = useExplanation(problem);
  const since = problem instanceof ApiError ? readChangedSince(problem) : undefined;

  const send = (baseVersion: number, sent: typeof changes, keepBoth: boolean) => {
    const body = { baseVersion, changes: [...sent], keepBoth, ...sentTestimony(draft.form.said) };
    const told = { onError: (error: Error) => setProblem(error) };
    setProblem(null);
    if (sent.length === 0) return done.onDone();
    if (member === undefined) changeHousehold.mutate({ params: { id: card.id }, body }, told);
    else changePerson.mutate({ params: { id: member.id }, body }, told);
    return undefined;
  };
  const change = (field: string, value: FieldValue) => {
    if (keptForm(field)) {
      const { [field]: _before, ...rest } = draft.form.values;
      const back = sameValue(values[field] ?? null, value);
      draft.change({ values: back ? rest : { ...rest, [field]: value } });
    } else {
      const { [field]: _before, ...rest } = sealed;
      setSealed(value === null ? rest : { ...rest, [field]: value });
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(draft.form.baseVersion, changes, false);
  };
  const title =
    member === undefined
      ? text('title')
      : text('titleMember', { name: String(member.values.name ?? '') });
  if (since !== undefined) {
    return (
      <BothSides
        since={since}
        changes={changes}
        busy={changeHousehold.isPending || changePerson.isPending}
        onSend={(sent, keepBoth) =>
          send(keepBoth ? draft.form.baseVersion : since.version, sent, keepBoth)
        }
        onClose={onClose}
      />
    );
  }
  return (
    <Sheet
      title={title}
      onClose={onClose}
      foot={
        <>
          <button
            type="submit"
            form="edit-form"
            className="button primary"
            disabled={changes.length === 0 || changeHousehold.isPending || changePerson.isPending}
          >
            {text('submit')}
          </button>
          <span className="quiet" aria-live="polite">
            {changes.length === 0
              ? text('changedNone')
              : text('changed', { count: changes.length })}
          </span>
        </>
      }
    >
      <form id="edit-form" onSubmit={submit}>
        {draft.restored ? (
          <p className="notice">
            {text('draft')}{' '}
            <button type="button" className="link" onClick={draft.drop}>
              {text('draftDrop')}
            </button>
          </p>
        ) : (
          <p className="sheet-lead">{text('lead')}</p>
        )}
        {explanation === undefined ? null : (
          <p className="notice problem" role="alert">
            {explanation}
          </p>
        )}
        <EditFields
          fields={editableFields(card, member)}
          values={values}
          edited={edited}
          problem={problem}
          onChange={change}
        />
        <TestimonyFields
          value={draft.form.said}
          today={today}
          onChange={(part) => draft.change({ said: { ...draft.form.said, ...part } })}
        />
      </form>
    </Sheet>
  );
}
