// What waits to be posted: the lists of one step stand together, place by place, those of one's own office
// first and those of other offices folded below.
import { Link } from '@tanstack/react-router';
import type { WaitingNotice } from '#contract/publicity.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { noticeTexts } from './notice-texts.ts';

export function WaitingBlock({ area }: { readonly area: string | undefined }) {
  const text = useText(noticeTexts);
  const waiting = useRead('GET /api/publicity/waiting', { query: { area } });
  const items = waiting.data?.items;
  const mine = items?.filter(({ mayPost }) => mayPost) ?? [];
  const others = items?.filter(({ mayPost }) => !mayPost) ?? [];
  return (
    <Block
      title={items === undefined ? text('waiting') : `${text('waiting')} ${mine.length}`}
      aside={text('waitingAside')}
      className="notice-waiting"
    >
      {waiting.error === null ? null : (
        <ErrorState error={waiting.error} retry={() => void waiting.refetch()} />
      )}
      {items === undefined && waiting.error === null ? <Skeleton lines={3} /> : null}
      {items !== undefined && mine.length === 0 ? (
        <p className="quiet">{text('waitingNone')}</p>
      ) : null}
      <Groups items={mine} />
      {others.length === 0 ? null : (
        <details className="notice-others">
          <summary>{text('others', { count: others.length })}</summary>
          <Groups items={others} />
        </details>
      )}
    </Block>
  );
}

interface WaitingProps {
  readonly items: readonly WaitingNotice[];
}

function Groups({ items }: WaitingProps) {
  const groups = new Map<string, WaitingNotice[]>();
  for (const one of items) {
    const key = `${one.process.id} ${one.step.id}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].map(([key, lists]) => <Group key={key} items={lists} />);
}

function Group({ items }: WaitingProps) {
  const text = useText(noticeTexts);
  const first = items[0];
  if (first === undefined) return null;
  const cases = items.reduce((sum, one) => sum + one.cases, 0);
  return (
    <section className="notice-group">
      <h3>
        {`${text.pick(first.process.title)}\u00a0· ${text.pick(first.step.title)} `}
        <small className="quiet">
          <Dotted>
            {text('lists', { count: items.length })}
            {text(first.isOfAreas ? 'places' : 'cases', { count: cases })}
          </Dotted>
        </small>
      </h3>
      <ul className="notice-places">
        {items.map((one) => (
          <li key={one.areaCode}>
            <strong>{one.area}</strong>
            <span className="number">
              {text(one.isOfAreas ? 'places' : 'cases', { count: one.cases })}
            </span>
            {one.mayPost ? (
              <Link
                to="/notices/new"
                search={(before) => ({
                  ...before,
                  of: one.areaCode,
                  process: one.process.id,
                  step: one.step.id,
                })}
                className="button small"
                aria-label={`${text('prepare')} ${one.area}`}
              >
                {text('prepare')}
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
