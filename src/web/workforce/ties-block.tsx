// On the page of the organisation: how many households firms and co-operatives lead, in which ways, where.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Ties } from '#contract/workforce-ties.ts';
import { urlOf } from '#web/client/call.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownShare } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { ColumnMoney } from '#web/ui/figure.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { sumOf, TotalRow } from '#web/ui/total-row.tsx';
import { ImportTiesSheet } from './import-ties-sheet.tsx';
import { tieTexts } from './tie-texts.ts';

export function TiesBlock({ area }: { readonly area: string }) {
  const text = useText(tieTexts);
  const read = useRead('GET /api/workforce/ties', { query: { area } }, { keep: true });
  const [importing, setImporting] = useState(false);
  if (read.error !== null) {
    return <ErrorState error={read.error} retry={() => void read.refetch()} />;
  }
  const { data } = read;
  if (data === undefined) return null;
  return (
    <Block
      title={text('block')}
      aside={
        <span className="workforce-acts no-print">
          <Link to="/market" search={(before) => ({ area: before.area })} className="button">
            {text('market')}
          </Link>
          <a
            className="button"
            href={urlOf('GET /api/workforce/ties/file', { query: { area } })}
            download
          >
            {text('file')}
          </a>
          {data.mayManage ? (
            <button type="button" className="button" onClick={() => setImporting(true)}>
              {text('import')}
            </button>
          ) : null}
        </span>
      }
    >
      <p className="quiet small">{text('help')}</p>
      {data.ties === 0 ? (
        <EmptyState title={text('none')} text={text('noneText')} />
      ) : (
        <Sums ties={data} />
      )}
      {importing ? <ImportTiesSheet area={area} onClose={() => setImporting(false)} /> : null}
    </Block>
  );
}

function Sums({ ties }: { readonly ties: Ties }) {
  const text = useText(tieTexts);
  return (
    <>
      <p>
        <strong>{text.pick(ties.sentence)}</strong>
      </p>
      <div className="workforce-pair">
        <WayTable ways={ties.ways} />
        <StackedTable
          heads={['area', 'households', 'ties', 'registered', 'share']}
          figures={['households', 'ties', 'registered', 'share']}
          nameOf={text}
        >
          <tbody>
            {ties.byArea.map((one) => (
              <tr key={one.code}>
                <td>{one.name}</td>
                <td className="number">{exactNumber(one.households)}</td>
                <td className="number">{exactNumber(one.ties)}</td>
                <td className="number">{exactNumber(one.registered)}</td>
                <td className="number">{shownShare(one.households, one.registered)}</td>
              </tr>
            ))}
          </tbody>
          {/* A household counts in one place only, so the places add up. */}
          <TotalRow
            rows={ties.byArea}
            columns={[
              'households',
              'ties',
              'registered',
              (rows) => shownShare(sumOf(rows, 'households'), sumOf(rows, 'registered')),
            ]}
          />
        </StackedTable>
      </div>
    </>
  );
}

export function WayTable({ ways }: { readonly ways: Ties['ways'] }) {
  const text = useText(tieTexts);
  return (
    <StackedTable
      heads={['way', 'households', 'ties', 'yearlyColumn']}
      figures={['households', 'ties', 'yearlyColumn']}
      nameOf={text}
    >
      <tbody>
        {ways.map((one) => (
          <tr key={one.way}>
            <td>{text.pick(one.title)}</td>
            <td className="number">{exactNumber(one.households)}</td>
            <td className="number">{exactNumber(one.ties)}</td>
            <td className="number">
              {one.yearlyFen === 0 ? (
                <span className="quiet">—</span>
              ) : (
                <ColumnMoney fen={one.yearlyFen} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
      {/* A household led in two ways stands in both, so households do not add up. */}
      <TotalRow
        rows={ways}
        columns={[() => '—', 'ties', (rows) => <ColumnMoney fen={sumOf(rows, 'yearlyFen')} />]}
      />
    </StackedTable>
  );
}
