// Buttons that take a book away, and what was printed when.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Print } from '#contract/assistance-books.ts';
import type { ReadAddress } from '#web/client/api.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Instant } from '#web/ui/figure.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { saveFrom } from '#web/ui/save-file.ts';
import { useExplanation } from '#web/ui/states.tsx';
import { bookTexts } from './book-texts.ts';
import './assistance.css';

/** `urlOf` gives the address of the file in a format and size. */
export function PrintActs({
  urlOf,
  stale,
  sizes = ['a4', 'a3'],
}: {
  readonly urlOf: (format: 'pdf' | 'xlsx', size: 'a4' | 'a3') => string;
  readonly stale: ReadAddress;
  readonly sizes?: readonly ('a4' | 'a3')[];
}) {
  const text = useText(bookTexts);
  const client = useQueryClient();
  const [isMaking, setMaking] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const problem = useExplanation(error);
  const take = async (format: 'pdf' | 'xlsx', size: 'a4' | 'a3') => {
    setMaking(true);
    setError(null);
    try {
      await saveFrom(urlOf(format, size));
      await client.invalidateQueries({ queryKey: [stale] });
    } catch (failure) {
      setError(failure);
    } finally {
      setMaking(false);
    }
  };
  return (
    <div className="no-print">
      <div className="help-acts">
        {sizes.map((size, at) => (
          <button
            key={size}
            type="button"
            className={`button ${at === 0 ? 'primary' : ''}`}
            disabled={isMaking}
            onClick={() => void take('pdf', size)}
          >
            {at === 0
              ? text(isMaking ? 'making' : 'pdf', { size: size.toUpperCase() })
              : size.toUpperCase()}
          </button>
        ))}
        <button
          type="button"
          className="button"
          disabled={isMaking}
          onClick={() => void take('xlsx', 'a4')}
        >
          {text('excel')}
        </button>
      </div>
      <Problem>{problem}</Problem>
    </div>
  );
}

export function PrintHistory({
  prints,
  onFetch,
}: {
  readonly prints: readonly Print[];
  readonly onFetch?: (print: string) => void;
}) {
  const text = useText(bookTexts);
  return (
    <Block title={text('history')}>
      {prints.length === 0 ? <p className="quiet">{text('historyEmpty')}</p> : null}
      <ul>
        {prints.map((one) => (
          <li key={one.id} className="help-item help-head">
            <span>
              <Instant at={one.at} /> {one.by}
            </span>
            <span>
              {text.has(`paper_${one.paper}`)
                ? text(`paper_${one.paper}` as 'paper_card')
                : one.paper}{' '}
              {one.format.toUpperCase()}{' '}
              <span className="quiet">
                {text('historyPages', { count: one.pages })}
                {one.households > 1
                  ? ` · ${text('historyMany', { households: one.households })}`
                  : ''}
              </span>
            </span>
            {onFetch === undefined || one.job === null ? null : (
              <button type="button" className="link no-print" onClick={() => onFetch(one.id)}>
                {text('fetch')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </Block>
  );
}
