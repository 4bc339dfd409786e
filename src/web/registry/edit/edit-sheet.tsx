// Changes fields of the household or of a member: only what changed is sent, with who says so and since
// when. What is typed stays on the device until it is sent; a collision shows both sides.

import type { FormEvent } from 'react';
import { useMe } from '#web/access/me.ts';
import { useText } from '#web/text/catalogue.ts';
import { Problem } from '#web/ui/problem.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { BothSides } from './both-sides.tsx';
import { EditFields } from './edit-fields.tsx';
import { editableFields } from './edit-form.ts';
import { editTexts } from './edit-texts.ts';
import { TestimonyFields } from './testimony-fields.tsx';
import { type EditSubject, useEdit } from './use-edit.ts';

interface EditSheetProps extends EditSubject {
  readonly onClose: () => void;
}

type Edit = ReturnType<typeof useEdit>;

export function EditSheet({ card, member, onClose }: EditSheetProps) {
  const edit = useEdit({ card, member }, onClose);
  const { since } = edit;
  if (since === undefined) {
    return <EditForm card={card} member={member} edit={edit} onClose={onClose} />;
  }
  return (
    <BothSides
      since={since}
      changes={edit.changes}
      busy={edit.busy}
      onSend={(sent, keepBoth) =>
        edit.send(keepBoth ? edit.draft.form.baseVersion : since.version, sent, keepBoth)
      }
      onClose={onClose}
    />
  );
}

function EditForm({ card, member, edit, onClose }: EditSheetProps & { readonly edit: Edit }) {
  const text = useText(editTexts);
  const { today } = useMe().installation;
  const { draft, changes } = edit;
  const explanation = useExplanation(edit.problem);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    edit.send(draft.form.baseVersion, changes, false);
  };
  return (
    <Sheet
      title={
        member === undefined
          ? text('title')
          : text('titleMember', { name: String(member.values.name ?? '') })
      }
      onClose={onClose}
      foot={<EditFoot count={changes.length} busy={edit.busy} />}
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
        <Problem>{explanation}</Problem>
        <EditFields
          fields={editableFields(card, member)}
          values={edit.values}
          edited={edit.edited}
          problem={edit.problem}
          onChange={edit.change}
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

function EditFoot({ count, busy }: { readonly count: number; readonly busy: boolean }) {
  const text = useText(editTexts);
  return (
    <>
      <button
        type="submit"
        form="edit-form"
        className="button primary"
        disabled={count === 0 || busy}
      >
        {text('submit')}
      </button>
      <span className="quiet" aria-live="polite">
        {count === 0 ? text('changedNone') : text('changed', { count })}
      </span>
    </>
  );
}
