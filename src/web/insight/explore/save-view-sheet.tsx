// Saves the question under a name, for oneself or for a role.
import { useState } from 'react';
import type { Exploration } from '#contract/insight-explore.ts';
import type { Sent } from '#web/client/api.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import type { ExploreSearch } from './explore-search.ts';
import { exploreTexts } from './texts.ts';
import { keptQuestion } from './use-question.ts';

const shareable = [
  'city',
  'county',
  'township',
  'village',
  'department',
  'bank',
  'supervisor',
  'auditor',
] as const;

type Body = NonNullable<Sent<'POST /api/insight/views'>['body']>;

interface SaveViewSheetProps {
  readonly search: ExploreSearch;
  readonly exploration: Exploration;
  readonly onClose: () => void;
}

export function SaveViewSheet({ search, exploration, onClose }: SaveViewSheetProps) {
  const text = useText(exploreTexts);
  const [title, setTitle] = useState(text.pick(exploration.panel.title).slice(0, 60));
  const [role, setRole] = useState('');
  const save = useWrite('POST /api/insight/views', {
    stale: ['GET /api/insight/views'],
    onDone: onClose,
  });
  const problem = useExplanation(save.error);
  return (
    <Sheet
      title={text('saveTitle')}
      onClose={onClose}
      centred
      foot={
        <>
          <button type="button" className="button" onClick={onClose}>
            {text('cancel')}
          </button>
          <button
            type="submit"
            form="save-view"
            className="button primary"
            disabled={save.isPending}
          >
            {text('saveNow')}
          </button>
        </>
      }
    >
      <form
        id="save-view"
        onSubmit={(event) => {
          event.preventDefault();
          const question = keptQuestion(search) as Body['question'];
          const shared = shareable.find((one) => one === role);
          save.mutate({
            body: {
              area: exploration.area.code === '' ? undefined : exploration.area.code,
              title,
              question,
              ...(shared === undefined ? {} : { role: shared }),
            },
          });
        }}
      >
        <p className="quiet">{text('saveText')}</p>
        <Problem>{problem}</Problem>
        <Field label={text('name')}>
          <input
            className="input"
            required
            maxLength={60}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </Field>
        <Field label={text('share')} hint={text('shareHint')}>
          <select className="input" value={role} onChange={(event) => setRole(event.target.value)}>
            <option value="">{text('shareNone')}</option>
            {shareable.map((one) => (
              <option key={one} value={one}>
                {text(`role_${one}`)}
              </option>
            ))}
          </select>
        </Field>
      </form>
    </Sheet>
  );
}
