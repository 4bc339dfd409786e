// The income ledger: entries along the national tree by year, the yearly figures computed from them.
import { useState } from 'react';
import type { HouseholdCard } from '#contract/registry-households.ts';
import type { IncomeEntryView, IncomeLedger } from '#contract/registry-income.ts';
import { useMay } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { useSourceWords } from '#web/registry/edit/source-words.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactYuan } from '#web/text/number.ts';
import { Instant } from '#web/ui/figure.tsx';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { useNarrow } from '#web/ui/use-narrow.ts';
import {
  amountOf,
  Kind,
  PerHead,
  Period,
  TakenBack,
  YearCards,
  type YearTableProps,
} from './income-cards.tsx';
import { IncomeEntrySheet } from './income-entry-sheet.tsx';
import { incomeTexts } from './income-texts.ts';
import { ReverseSheet } from './reverse-sheet.tsx';

export function IncomeTab({ card }: { readonly card: HouseholdCard }) {
  const text = useText(incomeTexts);
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const [reversing, setReversing] = useState<IncomeEntryView>();
  const read = useRead('GET /api/registry/households/:id/income', { params: { id: card.id } });
  if (read.error !== null) {
    return <ErrorState error={read.error} retry={() => void read.refetch()} />;
  }
  if (read.data === undefined) return <Skeleton lines={6} />;
  const ledger = read.data;
  const add = may('registry.write') ? (
    <button type="button" className="button" onClick={() => setAdding(true)}>
      {text('add')}
    </button>
  ) : undefined;
  return (
    <>
      {ledger.entries.length === 0 ? (
        <EmptyState title={text('empty')} text={text('emptyText')} action={add} />
      ) : (
        <>
          <p className="ledger-head no-print">
            {add}{' '}
            {ledger.periodStartMonth === 1 ? null : (
              <span className="quiet small">
                {text('periodNote', {
                  month: ledger.periodStartMonth,
                  last: ledger.periodStartMonth - 1,
                })}
              </span>
            )}
          </p>
          {yearsOf(ledger).map((year) => (
            <YearOf
              key={year}
              entries={ledger.entries.filter((entry) => entry.year === year)}
              figures={ledger.years.find((one) => one.year === year)}
              year={year}
              onReverse={may('registry.write') ? setReversing : undefined}
            />
          ))}
        </>
      )}
      {adding ? <IncomeEntrySheet ledger={ledger} onClose={() => setAdding(false)} /> : null}
      {reversing === undefined ? null : (
        <ReverseSheet
          household={card.id}
          entry={reversing}
          onClose={() => setReversing(undefined)}
        />
      )}
    </>
  );
}

function yearsOf(ledger: IncomeLedger): readonly number[] {
  return [...new Set(ledger.entries.map((entry) => entry.year))].sort((one, other) => other - one);
}

function YearOf(props: YearTableProps) {
  return useNarrow() ? <YearCards {...props} /> : <YearTable {...props} />;
}

function YearTable({ year, entries, figures, onReverse }: YearTableProps) {
  const text = useText(incomeTexts);
  return (
    <Scrolled label={String(year)} className="wide-table">
      <table className="rows dense ledger">
        <thead>
          <tr>
            <th scope="col">{year}</th>
            <th scope="col">{text('note')}</th>
            <th scope="col">{text('person')}</th>
            <th scope="col">{text('period')}</th>
            <th scope="col" className="number">
              {text('amountHead')}
            </th>
            <th scope="col">{text('source')}</th>
            <th scope="col">{text('recorded')}</th>
            {onReverse === undefined ? null : (
              <th scope="col" className="no-print">
                <span className="visually-hidden">{text('reverse')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} onReverse={onReverse} />
          ))}
        </tbody>
        {figures === undefined ? null : (
          <tfoot>
            <tr>
              <td colSpan={4}>{text('total', { year })}</td>
              <td className="number">{exactYuan(figures.netFen)}</td>
              <td colSpan={onReverse === undefined ? 2 : 3} className="ledger-per-head">
                <PerHead figures={figures} />
              </td>
            </tr>
          </tfoot>
        )}
      </table>
    </Scrolled>
  );
}

function EntryRow({
  entry,
  onReverse,
}: {
  readonly entry: IncomeEntryView;
  readonly onReverse: ((entry: IncomeEntryView) => void) | undefined;
}) {
  const text = useText(incomeTexts);
  const sourceWords = useSourceWords();
  const { taken, back, shown } = amountOf(entry);
  return (
    <tr className={taken || back ? 'taken-back' : undefined}>
      <td>
        <Kind entry={entry} />
      </td>
      <td>
        {entry.note}
        <TakenBack entry={entry} />
      </td>
      <td>{entry.person?.name ?? <span className="quiet">{text('wholeHousehold')}</span>}</td>
      <td>
        <Period entry={entry} />
      </td>
      <td className="number">{shown}</td>
      <td>{sourceWords(entry.source)}</td>
      <td>
        {entry.authorName}{' '}
        <span className="quiet">
          <Instant at={entry.recordedAt} />
        </span>
      </td>
      {onReverse === undefined ? null : (
        <td className="no-print">
          {taken || back ? null : (
            <button type="button" className="link" onClick={() => onReverse(entry)}>
              {text('reverse')}
            </button>
          )}
        </td>
      )}
    </tr>
  );
}
