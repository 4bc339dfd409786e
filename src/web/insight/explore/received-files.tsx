// Files one was sent by the clock.

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { saveFrom } from '#web/ui/save-file.ts';
import { useExplanation } from '#web/ui/states.tsx';
import { exploreTexts } from './texts.ts';

const aMinute = 60_000;

export function ReceivedFiles() {
  const text = useText(exploreTexts);
  const client = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const read = useRead('GET /api/insight/deliveries', {}, { every: () => aMinute });
  const problem = useExplanation(error ?? read.error);
  const items = read.data?.items ?? [];
  const open = async (id: string) => {
    setError(null);
    try {
      await saveFrom(`/api/insight/deliveries/${id}/file`);
      await client.invalidateQueries({ queryKey: ['GET /api/insight/deliveries'] });
    } catch (caught) {
      setError(caught);
    }
  };
  return (
    <Block title={text('deliveries')}>
      <Problem>{problem}</Problem>
      {read.data !== undefined && items.length === 0 ? (
        <p className="quiet small">{text('deliveriesEmpty')}</p>
      ) : null}
      <ul className="explore-views">
        {items.map((one) => (
          <li key={one.id}>
            <button type="button" className="link row-link" onClick={() => void open(one.id)}>
              {one.title} · {one.format === 'pdf' ? 'PDF' : 'Excel'}
            </button>
            <span className="small quiet">
              {text('delivered', { day: one.dataDay })}
              {one.masked ? ` · ${text('maskedFile')}` : ''}
              {one.openedAt === null ? ` · ${text('unread')}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </Block>
  );
}
