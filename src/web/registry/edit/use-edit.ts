// The state of one edit: the draft on the device, the sealed numbers beside it, and how it is sent.
import { useMemo, useState } from 'react';
import type { HouseholdCard, MemberCard } from '#contract/registry-households.ts';
import type { FieldValue, Written } from '#contract/registry-value.ts';
import { useMe } from '#web/access/me.ts';
import { ApiError } from '#web/client/api-error.ts';
import { useWrite } from '#web/client/read.ts';
import { staleAfterWrite } from '#web/registry/household/household-reads.ts';
import { type Text, useText } from '#web/text/catalogue.ts';
import { useSay } from '#web/ui/said.tsx';
import { readChangedSince } from './changed-since.ts';
import { useDraft } from './draft.ts';
import {
  type Change,
  changesOf,
  type EditForm,
  isEditForm,
  keptForm,
  sameValue,
} from './edit-form.ts';
import { editTexts } from './edit-texts.ts';
import { freshTestimony, sentTestimony } from './testimony-fields.tsx';

export interface EditSubject {
  readonly card: HouseholdCard;
  /** Whose fields; the household's own when absent. */
  readonly member?: MemberCard | undefined;
}

export function useEdit({ card, member }: EditSubject, onClose: () => void) {
  const text = useText(editTexts);
  const say = useSay();
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
  const finish = () => {
    draft.drop();
    onClose();
  };
  const options = {
    stale: staleAfterWrite,
    onDone: (written: Written) => {
      say(sentenceOf(written, text));
      finish();
    },
  };
  const changeHousehold = useWrite('PATCH /api/registry/households/:id', options);
  const changePerson = useWrite('PATCH /api/registry/persons/:id', options);
  const edited = { ...draft.form.values, ...sealed };

  const send = (baseVersion: number, changes: readonly Change[], keepBoth: boolean) => {
    const body = {
      baseVersion,
      changes: [...changes],
      keepBoth,
      ...sentTestimony(draft.form.said),
    };
    const told = { onError: (error: Error) => setProblem(error) };
    setProblem(null);
    // Theirs was taken everywhere: nothing is left to write.
    if (changes.length === 0) finish();
    else if (member === undefined) changeHousehold.mutate({ params: { id: card.id }, body }, told);
    else changePerson.mutate({ params: { id: member.id }, body }, told);
  };
  const change = (field: string, value: FieldValue) => {
    if (keptForm(field)) {
      const { [field]: _before, ...rest } = draft.form.values;
      const back = sameValue(values[field] ?? null, value);
      draft.change({ values: back ? rest : { ...rest, [field]: value } });
      return;
    }
    const { [field]: _before, ...rest } = sealed;
    setSealed(value === null ? rest : { ...rest, [field]: value });
  };
  return {
    values,
    edited,
    changes: changesOf(values, edited),
    draft,
    problem,
    since: problem instanceof ApiError ? readChangedSince(problem) : undefined,
    busy: changeHousehold.isPending || changePerson.isPending,
    change,
    send,
  };
}

/** What became of a write: entered, gone into history, or turned into a question. */
function sentenceOf(written: Written, text: Text<NonNullable<(typeof editTexts)['key']>>): string {
  if (written.conflicts.length > 0)
    return text('doneQuestions', { count: written.conflicts.length });
  if (written.historical.length > 0) {
    return text('doneHistorical', { count: written.historical.length });
  }
  return text('done');
}
