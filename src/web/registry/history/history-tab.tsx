// What happened, and what the household was on a day.

import type { HouseholdCard } from '#contract/registry-households.ts';
import { usePages } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { historyTexts } from './history-texts.ts';
import { StateAt } from './state-at.tsx';
import { TimelineEvent } from './timeline-event.tsx';

export function HistoryTab({ card }: { readonly card: HouseholdCard }) {
  const text = useText(historyTexts);
  return (
    <div className="history">
      <Block title={text('timeline')} aside={text('timelineNote')}>
        <Timeline household={card.id} />
      </Block>
      <StateAt card={card} />
    </div>
  );
}

function Timeline({ household }: { readonly household: string }) {
  const text = useText(historyTexts);
  const events = usePages('GET /api/registry/households/:id/events', {
    params: { id: household },
    query: {},
  });
  if (events.error !== null) return <ErrorState error={events.error} retry={events.refetch} />;
  if (events.isPending) return <Skeleton lines={6} />;
  if (events.items.length === 0) return <EmptyState title={text('empty')} />;
  return (
    <>
      <ol className="timeline">
        {events.items.map((event) => (
          <TimelineEvent key={event.id} event={event} />
        ))}
      </ol>
      <MoreButton list={events}>{text('more')}</MoreButton>
    </>
  );
}
