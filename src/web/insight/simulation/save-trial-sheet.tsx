// Keeps a trial with a name and its reasons; the server computes its numbers once more.

import { useState } from 'react';
import type { Change } from '#domain/insight/simulation/change.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { trialListTexts } from './trial-list-texts.ts';
import type { Asked } from './use-trial.ts';

interface SaveTrialSheetProps {
  readonly asked: Asked;
  /** The area that was computed, named in the answer. */
  readonly area: string;
  readonly changes: readonly Change[];
  readonly phrase: string;
  readonly onClose: () => void;
}

export function SaveTrialSheet({ asked, area, changes, phrase, onClose }: SaveTrialSheetProps) {
  const text = useText(trialListTexts);
  const [name, setName] = useState(phrase.slice(0, 40));
  const [reasons, setReasons] = useState('');
  const save = useWrite('POST /api/insight/trials', {
    stale: ['GET /api/insight/trials'],
    onDone: onClose,
  });
  const problem = useExplanation(save.error);
  const send = () =>
    save.mutate({
      body: {
        area,
        margin: asked.margin,
        name,
        reasons,
        changes: [...changes],
        ...(asked.on === undefined ? {} : { on: asked.on }),
      },
    });
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
            form="save-trial"
            className="button primary"
            disabled={save.isPending}
          >
            {text('saveNow')}
          </button>
        </>
      }
    >
      <form
        id="save-trial"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <p className="quiet">{text('saveText')}</p>
        <Problem>{problem}</Problem>
        <Field label={text('name')} hint={text('nameHint')}>
          <input
            className="input"
            required
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label={text('reasons')} hint={text('reasonsHint')}>
          <textarea
            className="input"
            required
            rows={4}
            maxLength={2000}
            value={reasons}
            onChange={(event) => setReasons(event.target.value)}
          />
        </Field>
      </form>
    </Sheet>
  );
}
