// Which fields of which households were asked twice, by whom and when.
import { Link } from '@tanstack/react-router';
import type { AskedTwice } from '#contract/insight-burden.ts';
import type { BurdenLevel } from '#domain/insight/burden/burden.ts';
import { usePages } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { burdenTexts } from './texts.ts';

interface AskedTwiceProps {
  readonly area: string | undefined;
  readonly level: BurdenLevel | undefined;
  /** Of more than a county nothing is listed. */
  readonly isWide: boolean;
}

export function AskedTwiceList({ area, level, isWide }: AskedTwiceProps) {
  const text = useText(burdenTexts);
  const list = usePages(
    'GET /api/insight/burden/asked-twice',
    { query: { area, level, limit: 30 } },
    { enabled: !isWide },
  );
  return (
    <Block title={text('askedTwice')}>
      <p className="burden-note">{text('askedTwiceHelp')}</p>
      {isWide ? <p className="burden-note">{text('wide')}</p> : null}
      {list.error === null ? null : <ErrorState error={list.error} retry={list.refetch} />}
      {list.isPending && !isWide ? <Skeleton lines={3} /> : null}
      {!isWide && !list.isPending && list.error === null && list.items.length === 0 ? (
        <EmptyState title={text('askedTwiceNone')} text={text('askedTwiceNoneText')} />
      ) : null}
      <ul className="burden-twice">
        {list.items.map((one) => (
          <TwiceLine
            key={`${one.id} ${one.person} ${one.field.zh} ${one.level}`}
            one={one}
            field={text.pick(one.field)}
          />
        ))}
      </ul>
      {isWide ? null : <MoreButton list={list}>{text('more')}</MoreButton>}
    </Block>
  );
}

function TwiceLine({ one, field }: { readonly one: AskedTwice; readonly field: string }) {
  const text = useText(burdenTexts);
  return (
    <li>
      <strong>
        {one.person === null ? field : text('ofPerson', { field, person: one.person })}
      </strong>
      <Link to="/households/$id" params={{ id: one.id }}>
        {one.headName ?? text('notNamed')}
      </Link>
      <span className="quiet">
        {one.township} {one.village}
      </span>
      <span className="burden-times">
        {text('timesLine', {
          level: text(`level_${one.level}`),
          times: one.times,
          first: one.firstOn,
          firstBy: one.firstBy,
          last: one.lastOn,
          lastBy: one.lastBy,
        })}
      </span>
    </li>
  );
}
