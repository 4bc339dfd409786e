// Problems of a file by how often they occur; pressing one shows its rows.
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ImportDetail } from '#contract/exchange.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { exchangeTexts } from './texts.ts';

export function ImportProblems({ detail }: { readonly detail: ImportDetail }) {
  const text = useText(exchangeTexts);
  const navigate = useNavigate();
  const { problem } = useSearch({ from: '/frame/imports/$id' });
  const choose = (code: string) =>
    void navigate({
      to: '.',
      search: (before) => ({
        ...before,
        problem: code === problem ? undefined : code,
        outcome: 'all',
      }),
      resetScroll: false,
    });
  return (
    <Block title={text('problems')} aside={text('problemsAside')}>
      {detail.problemCounts.length === 0 ? (
        <p className="quiet">{text('problemsNone')}</p>
      ) : (
        <ul className="problem-counts">
          {detail.problemCounts.map((one) => (
            <li key={one.code}>
              <button
                type="button"
                aria-pressed={one.code === problem}
                onClick={() => choose(one.code)}
              >
                <span className="problem-count">{exactNumber(one.count)}</span>
                <span>
                  <Chip meaning={one.severity === 'error' ? 'over' : 'due'}>
                    {text(one.severity === 'error' ? 'problemError' : 'problemWarning')}
                  </Chip>{' '}
                  {text.pick(one.message)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Block>
  );
}
