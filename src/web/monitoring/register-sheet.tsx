// Registers a problem: what, where, and in words.
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { AreaField, type ChosenArea } from '#web/ui/area-field.tsx';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { problemTexts } from './problem-texts.ts';
import { staleProblems } from './stale-problems.ts';
import { useAreaName } from './use-area-name.ts';

interface RegisterProps {
  readonly area: string;
  readonly title: string;
  readonly finding: string | undefined;
  readonly source: 'check' | 'report' | undefined;
  readonly onClose: () => void;
}

export function RegisterSheet({ area, title, finding, source, onClose }: RegisterProps) {
  const text = useText(problemTexts);
  const say = useSay();
  const navigate = useNavigate();
  const [what, setWhat] = useState(title);
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<ChosenArea>();
  const name = useAreaName(area);
  const place = chosen ?? { code: area, name: name ?? area };
  const register = useWrite('POST /api/monitoring/problems', {
    stale: staleProblems,
    onDone: ({ id, number }) => {
      say(text('saidRegistered', { number }));
      onClose();
      void navigate({ to: '/problems/$id', params: { id } });
    },
  });
  const problem = useExplanation(register.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    register.mutate({
      body: {
        area: place.code,
        title: what,
        words,
        ...(finding === undefined ? {} : { finding }),
        ...(source === undefined ? {} : { source }),
      },
    });
  };
  return (
    <Sheet title={text('register')} onClose={onClose}>
      <form onSubmit={submit}>
        <Field label={text('titleLabel')} hint={text('titleHint')}>
          <input
            className="input"
            required
            minLength={2}
            maxLength={120}
            value={what}
            onChange={(event) => setWhat(event.target.value)}
          />
        </Field>
        {finding === undefined ? (
          <AreaField
            label={text('areaLabel')}
            hint={text('areaHint')}
            value={place}
            onChoose={setChosen}
          />
        ) : null}
        <Field label={text('wordsLabel')}>
          <textarea
            className="input"
            rows={5}
            maxLength={2000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </Field>
        <Problem>{problem}</Problem>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={register.isPending}>
            {text('save')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
