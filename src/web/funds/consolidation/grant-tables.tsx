// What sources and departments gave year by year, what was paid of it, whom it reached, and who is credited.
import { Link } from '@tanstack/react-router';
import type { Consolidation } from '#contract/funds-consolidation.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownShare } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { ColumnMoney } from '#web/ui/figure.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { consolidationTexts } from './consolidation-texts.ts';

interface Part {
  readonly money: Consolidation;
}

export function GrantTable({ money }: Part) {
  const text = useText(consolidationTexts);
  const nameOf = useHeadName();
  const { sources, years } = money;
  const hasYears = years.length > 1;
  const heads = [
    ...(hasYears ? (['granted'] as const) : []),
    'paid',
    'villages',
    'households',
  ] as const;
  const area = money.area.code;
  return (
    <Block title={text('sources')} aside={text('sourcesAside')}>
      <StackedTable
        label={text('sources')}
        heads={['source', ...years.map(String), ...heads]}
        figures={[...years.map(String), ...heads]}
        nameOf={nameOf}
        className="dense together"
      >
        <tbody>
          {sources.map((one) => (
            <tr key={one.source} className={one.within === null ? undefined : 'together-part'}>
              <td>
                {one.within === null ? null : <span className="quiet">{text('within')} </span>}
                {text.pick(one.title)}{' '}
                {one.verified ? null : <Chip meaning="unknown">{text('unverified')}</Chip>}
                <br />
                <span className="small quiet">
                  {one.channels.map(text.pick).join(text.marks.list)}
                </span>
              </td>
              {one.amounts.map((amount, index) => (
                <td key={years[index]} className="number">
                  <Granted
                    amount={amount}
                    search={{
                      area,
                      source: one.source,
                      stage: 'granted',
                      since: `${years[index]}-01-01`,
                      on: `${years[index]}-12-31`,
                    }}
                  />
                </td>
              ))}
              {hasYears ? (
                <td className="number">
                  <Granted
                    amount={one.granted}
                    search={{ area, source: one.source, stage: 'granted' }}
                  />
                </td>
              ) : null}
              <td className="number">
                <Granted amount={one.paid} search={{ area, source: one.source, stage: 'paid' }} />
              </td>
              <td className="number">{counted(one.villages)}</td>
              <td className="number">{counted(one.households)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{text('total')}</td>
            <SumCells money={money} />
            <td />
            <td />
          </tr>
        </tfoot>
      </StackedTable>
    </Block>
  );
}

/** Of all sources together: what each year gave, all years where there are several, what was paid. */
function SumCells({ money: { years, totals, granted, paid } }: Part) {
  return (
    <>
      {totals.map(({ amount }, index) => (
        <td key={years[index]} className="number">
          <ColumnMoney fen={amount} />
        </td>
      ))}
      {years.length > 1 ? (
        <td className="number">
          <ColumnMoney fen={granted} />
        </td>
      ) : null}
      <td className="number">
        <ColumnMoney fen={paid} />
      </td>
    </>
  );
}

export function DepartmentTable({ money }: Part) {
  const text = useText(consolidationTexts);
  const nameOf = useHeadName();
  const { departments, years, paid } = money;
  const heads = [
    ...(years.length > 1 ? (['granted'] as const) : []),
    'credited',
    'ofPaid',
  ] as const;
  return (
    <Block title={text('departments')} aside={text('departmentsAside')}>
      <StackedTable
        label={text('departments')}
        heads={['department', ...years.map(String), ...heads]}
        figures={[...years.map(String), ...heads]}
        nameOf={nameOf}
        className="dense together"
      >
        <tbody>
          {departments.map((one) => (
            <tr key={one.department}>
              <td>
                {one.department === '' ? (
                  <span className="quiet">{text('noDepartment')}</span>
                ) : (
                  one.department
                )}
                <br />
                <span className="small quiet">
                  {one.sources.map(text.pick).join(text.marks.list)}
                </span>
              </td>
              {one.amounts.map((amount, index) => (
                <td key={years[index]} className="number">
                  {amount === 0 ? <span className="quiet">0</span> : <ColumnMoney fen={amount} />}
                </td>
              ))}
              {years.length > 1 ? (
                <td className="number">
                  <ColumnMoney fen={one.granted} />
                </td>
              ) : null}
              <td className="number">
                <ColumnMoney fen={one.credited} />
              </td>
              <td className="number quiet">{shownShare(one.credited, paid)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{text('total')}</td>
            <SumCells money={money} />
            <td className="number">{shownShare(paid, paid)}</td>
          </tr>
        </tfoot>
      </StackedTable>
    </Block>
  );
}

function counted(count: number | null): string {
  return count === null ? '—' : exactNumber(count);
}

/** A column is a year or has a word of its own. */
function useHeadName() {
  const text = useText(consolidationTexts);
  return (head: string) => (text.has(head) ? text(head) : text('year', { year: head }));
}

function Granted({
  amount,
  search,
}: {
  readonly amount: number;
  readonly search: {
    readonly area: string;
    readonly source: string;
    readonly stage: 'granted' | 'paid';
    readonly since?: string;
    readonly on?: string;
  };
}) {
  if (amount === 0) return <span className="quiet">0</span>;
  return (
    <Link to="/money/lines" search={search} className="count-link">
      <ColumnMoney fen={amount} />
    </Link>
  );
}
