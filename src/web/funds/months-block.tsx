// Months of a county: what arrived and was paid, and whether the month is closed.
import { useState } from 'react';
import type { Books } from '#contract/funds.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { ColumnMoney } from '#web/ui/figure.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { WordsSheet } from '#web/ui/words-sheet.tsx';
import { moneyTexts } from './money-texts.ts';
import { staleFunds } from './stale-funds.ts';

const shownMost = 9;

export function MonthsBlock({ area, books }: { readonly area: string; readonly books: Books }) {
  const text = useText(moneyTexts);
  const say = useSay();
  const [opening, setOpening] = useState<string>();
  const read = useRead('GET /api/funds/months', { query: { area } });
  const turn = useWrite('POST /api/funds/months', { stale: staleFunds });
  const problem = useExplanation(turn.error);
  const flows = new Map(books.months.map((one) => [one.month, one]));
  const months = (read.data?.items ?? []).slice(0, shownMost);
  const hasState = books.mayClose || months.some(({ state }) => state === 'closed');
  if (months.length === 0) return null;
  const close = (month: string) =>
    turn.mutate(
      { body: { area, month, state: 'closed' } },
      { onSuccess: () => say(text('saidClosed', { month })) },
    );
  return (
    <Block title={text('months')} aside={text('monthsAside')}>
      <StackedTable
        label={text('months')}
        heads={[
          ...(['month', 'monthArrived', 'monthPaid'] as const),
          ...(hasState ? (['monthState'] as const) : []),
        ]}
        figures={['monthArrived', 'monthPaid']}
        nameOf={(head) => text(head)}
      >
        <tbody>
          {months.map((one) => (
            <tr key={one.month}>
              <td>{one.month}</td>
              <td className="number">
                <ColumnMoney fen={flows.get(one.month)?.arrived ?? 0} />
              </td>
              <td className="number">
                <ColumnMoney fen={flows.get(one.month)?.paid ?? 0} />
              </td>
              {hasState ? (
                <td>
                  {one.state === 'closed' ? (
                    <Chip meaning="done" title={one.by ?? ''}>
                      {text('stateClosed')}
                    </Chip>
                  ) : null}{' '}
                  {books.mayClose && one.month < books.on.slice(0, 7) ? (
                    <button
                      type="button"
                      className="button plain"
                      disabled={turn.isPending}
                      aria-label={`${text(one.state === 'closed' ? 'openMonth' : 'closeMonth')} ${one.month}`}
                      onClick={() =>
                        one.state === 'closed' ? setOpening(one.month) : close(one.month)
                      }
                    >
                      {text(one.state === 'closed' ? 'openMonth' : 'closeMonth')}
                    </button>
                  ) : null}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </StackedTable>
      <Problem>{problem}</Problem>
      {opening === undefined ? null : (
        <OpenSheet area={area} month={opening} onClose={() => setOpening(undefined)} />
      )}
    </Block>
  );
}

function OpenSheet({
  area,
  month,
  onClose,
}: {
  readonly area: string;
  readonly month: string;
  readonly onClose: () => void;
}) {
  const text = useText(moneyTexts);
  const say = useSay();
  const turn = useWrite('POST /api/funds/months', {
    stale: staleFunds,
    onDone: () => {
      say(text('saidOpened', { month }));
      onClose();
    },
  });
  const problem = useExplanation(turn.error);
  return (
    <WordsSheet
      title={text('openTitle', { month })}
      lead={text('openLead')}
      label={text('reason')}
      act={text('openMonth')}
      problem={problem}
      busy={turn.isPending}
      onSend={(reason) => turn.mutate({ body: { area, month, state: 'opened', reason } })}
      onClose={onClose}
    />
  );
}
