// One worked example by the old rules and by the new, with the reasons of each.
import type { ReactNode } from 'react';
import type { DraftExample } from '#contract/policy-drafts.ts';
import { useText } from '#web/text/catalogue.ts';
import { Chip } from '#web/ui/chip.tsx';
import { draftTexts } from './texts.ts';

interface ExampleComparisonProps {
  readonly example: DraftExample;
  /** Beside the verdict: to take the new result as the right one. */
  readonly action?: ReactNode;
}

export function ExampleComparison({ example, action }: ExampleComparisonProps) {
  const text = useText(draftTexts);
  const { title, passes, differs, before, after, isOwn, problems } = example;
  return (
    <article className="draft-example">
      <h5>
        {text.pick(title)}
        {isOwn ? null : <small className="quiet">{text('belowExample')}</small>}
      </h5>
      <p className="draft-example-marks">
        {passes === null ? null : (
          <Chip meaning={passes ? 'done' : 'over'}>{text(passes ? 'pass' : 'fail')}</Chip>
        )}
        <Chip meaning={differs ? 'due' : 'neutral'}>{text(differs ? 'differs' : 'same')}</Chip>
        {action}
      </p>
      {differs ? (
        <dl className="draft-sides">
          <Lines name={text('before')} lines={before} />
          <Lines name={text('after')} lines={after} />
        </dl>
      ) : null}
      {passes === false
        ? problems.map((problem) => (
            <p key={problem.zh} className="small">
              {text.pick(problem)}
            </p>
          ))
        : null}
    </article>
  );
}

interface LinesProps {
  readonly name: string;
  readonly lines: DraftExample['before'];
}

function Lines({ name, lines }: LinesProps) {
  const text = useText(draftTexts);
  return (
    <div>
      <dt>{name}</dt>
      {lines.map((line) => (
        <dd key={line.title.zh}>
          {text.pick(line.title)} <strong>{text.pick(line.shown)}</strong>
          {line.why.length === 0 ? null : (
            <span className="quiet small">
              {text('because')} {line.why.map((one) => text.pick(one)).join(text.marks.semicolon)}
            </span>
          )}
        </dd>
      ))}
    </div>
  );
}
