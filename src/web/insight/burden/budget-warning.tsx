// Before something begins that others have to type for: what it asks of each level, and which limit it would
// break, with who set it. It stands in the form that begins it, and forbids nothing.
import type { Ask } from '#contract/insight-burden.ts';
import { useMay } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { burdenTexts } from './texts.ts';
import './burden.css';

export type AskQuery = NonNullable<
  Parameters<typeof useRead<'GET /api/insight/burden/ask'>>[1]
>['query'];

export function BudgetWarning({ query }: { readonly query: AskQuery }) {
  const text = useText(burdenTexts);
  const may = useMay();
  const read = useRead(
    'GET /api/insight/burden/ask',
    { query },
    { keep: true, enabled: may('insight.read') },
  );
  if (read.data === undefined) return null;
  const { asks } = read.data;
  const breaks = asks.some((one) => one.breaks.length > 0);
  return (
    <section className={`burden-ask ${breaks ? 'breaks' : ''}`} aria-live="polite">
      <h3>{text('askTitle')}</h3>
      {asks.every(({ fields }) => fields === 0) ? <p>{text('askNothing')}</p> : null}
      <ul>
        {asks
          .filter(({ fields }) => fields > 0)
          .map((one) => (
            <AskLine key={one.level} one={one} />
          ))}
      </ul>
      {breaks ? <p className="burden-anyway">{text('askAnyway')}</p> : null}
    </section>
  );
}

function AskLine({ one }: { readonly one: Ask }) {
  const text = useText(burdenTexts);
  const level = text(`level_${one.level}`);
  const { budget, breaks } = one;
  const limit = budget.fields ?? 0;
  const isLimited = budget.fields !== null || budget.rounds !== null;
  return (
    <li>
      {text('askLine', {
        level,
        fields: exactNumber(one.fields),
        hours: exactNumber(one.hours),
        typed: exactNumber(one.typed),
      })}{' '}
      {breaks.length > 0 ? null : text(isLimited ? 'askWithin' : 'askNoLimit')}
      {breaks.includes('fields') ? (
        <p className="burden-over">
          ▲{' '}
          {text('askOverFields', {
            level,
            limit: exactNumber(limit),
            units: text(`unit_${one.level}`, { count: exactNumber(one.units) }),
            whole: exactNumber(limit * Math.max(1, one.units)),
            sum: exactNumber(one.typed + one.fields),
          })}
        </p>
      ) : null}
      {breaks.includes('rounds') ? (
        <p className="burden-over">
          ▲ {text('askOverRounds', { level, limit: budget.rounds ?? 0, begun: one.begun })}
        </p>
      ) : null}
      {breaks.length === 0 ? null : budget.by !== null && budget.on !== null ? (
        <p>{text('askWho', { by: budget.by, on: budget.on, reason: budget.reason })}</p>
      ) : (
        <p>{text('askPack')}</p>
      )}
    </li>
  );
}
