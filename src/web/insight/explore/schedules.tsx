// What is sent by the clock from one's area.
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { exploreTexts } from './texts.ts';

export function Schedules() {
  const text = useText(exploreTexts);
  const read = useRead('GET /api/insight/schedules', {}, { every: () => 30_000 });
  const stop = useWrite('POST /api/insight/schedules/:id/stop', {
    stale: ['GET /api/insight/schedules'],
  });
  const problem = useExplanation(read.error ?? stop.error);
  const items = read.data?.items ?? [];
  if (items.length === 0 && problem === undefined) return null;
  return (
    <Block title={text('schedules')}>
      <Problem>{problem}</Problem>
      <ul className="explore-views">
        {items.map((one) => (
          <li key={one.id}>
            <span>{one.view.title}</span>
            <span className="small quiet">
              {text('scheduleTold', {
                every: text(`every_${one.every}`),
                format: one.format === 'pdf' ? 'PDF' : 'Excel',
                count: one.recipients.length,
                next: one.nextOn,
              })}
            </span>
            {one.lastOn === null ? null : (
              <span className="small quiet">
                {text('scheduleLast', {
                  last: one.lastOn,
                  delivered: one.delivered,
                  leftOut: one.leftOut,
                })}
              </span>
            )}
            <span className="explore-view-acts">
              <button
                type="button"
                className="link small"
                aria-label={`${text('stop')} ${one.view.title}`}
                onClick={() => stop.mutate({ params: { id: one.id } })}
              >
                {text('stop')}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </Block>
  );
}
