// A rule being edited: the editor, what it reads back as, its faults, and what the examples come to.
import { lazy, Suspense, useEffect, useState } from 'react';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { AcceptResult } from './accept-result.tsx';
import type { DraftEdits } from './draft-edits.ts';
import { ExampleComparison } from './example-comparison.tsx';
import { SavedState } from './saved-state.tsx';
import { draftTexts } from './texts.ts';
import { useTyped } from './use-typed.ts';

const RuleEditor = lazy(() =>
  import('./rule-editor.tsx').then((module) => ({ default: module.RuleEditor })),
);

interface RuleFieldProps {
  readonly edits: DraftEdits;
  readonly kind: string;
  readonly row: string;
  readonly path: readonly (string | number)[];
  readonly label: string;
  readonly value: string;
}

export function RuleField({ edits, kind, row, path, label, value }: RuleFieldProps) {
  const text = useText(draftTexts);
  const { id } = edits.view.summary;
  const joined = path.join('.');
  const typed = useTyped({
    key: `bangfu.draft.${id}.${kind}.${row}.${joined}`,
    saved: value,
    save: (rule) => edits.save([{ do: 'set', kind, id: row, path: [...path], value: rule }]),
  });
  const tried = useLate(typed.value, 350);
  const names = useRead('GET /api/policy/drafts/:id/names', { params: { id } });
  const trial = useRead(
    'GET /api/policy/drafts/:id/trial',
    { params: { id }, query: { kind, row, path: joined, rule: tried } },
    { keep: true, enabled: tried.trim() !== '' },
  );
  const isCurrent = tried === typed.value && !trial.isPlaceholderData;
  const problems = trial.data?.problems ?? [];
  const words = trial.data?.words ?? null;
  return (
    <div className="rule-field">
      <div className="rule-field-head">
        <span className="field-label">{label}</span>
        <SavedState typed={typed} />
      </div>
      <Suspense fallback={<code className="rule-waiting">{typed.value}</code>}>
        <RuleEditor
          label={label}
          value={typed.value}
          names={names.data}
          problems={isCurrent ? problems : []}
          readOnly={!edits.mayEdit}
          onChange={typed.type}
          onLeave={typed.flush}
        />
      </Suspense>
      <span className="field-hint no-print">{text('ruleHint')}</span>
      <p className="rule-words" aria-live="polite">
        <span className="quiet small">{text('readBack')}</span>{' '}
        {words === null ? text('notReadable') : text.pick(words)}
      </p>
      {problems.map((problem) => (
        <p key={`${problem.from} ${problem.message.en}`} className="notice problem" role="alert">
          {typed.value.slice(problem.from, problem.to) === '' ? null : (
            <code>{typed.value.slice(problem.from, problem.to)}</code>
          )}{' '}
          {text.pick(problem.message)}
        </p>
      ))}
      <section className="rule-examples" aria-label={text('liveExamples')}>
        <h4>{text('liveExamples')}</h4>
        {problems.length > 0 ? (
          <p className="quiet">{text('liveWait')}</p>
        ) : (trial.data?.examples ?? []).length === 0 ? (
          <p className="quiet">{text('liveNone')}</p>
        ) : (
          trial.data?.examples.map((example) => (
            <ExampleComparison
              key={example.id}
              example={example}
              action={<AcceptResult edits={edits} example={example} />}
            />
          ))
        )}
      </section>
    </div>
  );
}

/** The value once it has rested for a moment. */
function useLate(value: string, milliseconds: number): string {
  const [late, setLate] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLate(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return late;
}
