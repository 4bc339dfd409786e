// The steps in the order of the rules: which were taken, when, by whom and with what outcome.
import type { Case } from '#contract/casework.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { caseTexts } from './case-texts.ts';

export function CaseLine({ one }: { readonly one: Case }) {
  const text = useText(caseTexts);
  return (
    <Block title={text('line')} aside={text('lineAside')}>
      <ol className="case-line">
        {one.line.map((step) => (
          <li
            key={step.id}
            className={step.state}
            aria-current={step.state === 'open' ? 'step' : undefined}
          >
            <span className="quiet">{(step.state === 'open' ? step.since : step.on) ?? '—'}</span>
            <span className="step-mark" aria-hidden="true" />
            <span>
              <strong>{text.pick(step.title)}</strong>
              <br />
              <small className="quiet">
                {step.state === 'done'
                  ? `${step.outcome === null ? '' : text.pick(step.outcome)} ${step.by ?? ''}`
                  : text(`state_${step.state}`)}
                {step.times > 1 ? ` · ${text('times', { count: step.times })}` : ''}
              </small>
            </span>
          </li>
        ))}
        {one.end === null ? null : (
          <li className="done">
            <span className="quiet">{one.endedOn}</span>
            <span className="step-mark" aria-hidden="true" />
            <strong>{text.pick(one.end.title)}</strong>
          </li>
        )}
      </ol>
    </Block>
  );
}
