// The way from survey to today as dated steps; each opens the event it rests on.
import { Link } from '@tanstack/react-router';
import type { HouseholdCard } from '#contract/registry-households.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { householdTexts } from './household-texts.ts';

export function StepLine({ card }: { readonly card: HouseholdCard }) {
  const text = useText(householdTexts);
  const now = card.steps.reduce((last, step, index) => (step.done ? index : last), -1);
  return (
    <Block title={text('steps')} aside={text('stepsNote')}>
      <ol className="step-line">
        {card.steps.map((step, index) => {
          const standing = index === now ? 'now' : step.done ? 'done' : 'open';
          return (
            <li key={step.stage} className={standing}>
              <span className="step-day">{step.on ?? '—'}</span>
              <span className="step-mark" aria-hidden="true" />
              <span className="step-name">
                {step.event === null ? (
                  text(step.stage)
                ) : (
                  <Link
                    to="/households/$id/$tab"
                    params={{ id: card.id, tab: 'history' }}
                    hash={step.event}
                    className="count-link"
                  >
                    {text(step.stage)}
                  </Link>
                )}
              </span>
              <span className="step-note">
                {standing === 'now' ? text('stepNow') : standing === 'open' ? text('stepNext') : ''}
              </span>
            </li>
          );
        })}
      </ol>
    </Block>
  );
}
