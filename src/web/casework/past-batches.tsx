// One's own batches, the latest first: a batch is come back to from the queue it was begun in.
import { Link } from '@tanstack/react-router';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Instant } from '#web/ui/figure.tsx';
import { batchTexts } from './batch-texts.ts';

const shownMost = 5;

export function PastBatches() {
  const text = useText(batchTexts);
  const items = useRead('GET /api/casework/batches', {}).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Block title={text('past')}>
      <ul className="batch-list">
        {items.slice(0, shownMost).map((one) => (
          <li key={one.id}>
            <Link to="/cases/batches/$id" params={{ id: one.id }} className="row-link">
              {text('batch', { step: text.pick(one.step.title) })}
            </Link>{' '}
            <small className="quiet">
              {(['decided', 'refused', 'waiting'] as const)
                .filter((sort) => one[sort] > 0)
                .map((sort) => `${text(sort)} ${exactNumber(one[sort])}`)
                .join(' · ')}{' '}
              · <Instant at={one.beganAt} />
            </small>
          </li>
        ))}
      </ul>
    </Block>
  );
}
