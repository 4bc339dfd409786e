// The grid of an area: places with their cells and holes, the cells of a village, or one's own.
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Grid } from '#contract/workforce-grid.ts';
import { useMe } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { ChoosePlace } from '#web/shell/choose-place.tsx';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { TotalRow } from '#web/ui/total-row.tsx';
import { CellCard } from './cell-card.tsx';
import { CellSheet } from './cell-sheet.tsx';
import { gridTexts } from './grid-texts.ts';
import './grid.css';
import './workforce.css';

export function GridPage() {
  const text = useText(gridTexts);
  const me = useMe();
  const { area = me.area.code } = useSearch({ from: '/frame/grid' });
  const isCounty = area.length >= 6;
  const isOwn = me.role === 'helper';
  const read = useRead(
    'GET /api/workforce/grid',
    { query: { area } },
    { enabled: isCounty, keep: true },
  );
  const { data } = read;
  return (
    <div className="page workforce grid-page">
      <PageHead
        title={text(isOwn ? 'mine' : 'title')}
        note={text('lead')}
        actions={
          <Link className="button" to="/grid/events" search={(before) => ({ area: before.area })}>
            {text('events')}
          </Link>
        }
      />
      {isCounty ? null : (
        <ChoosePlace title={text('chooseCounty')} text={text('chooseCountyText')} />
      )}
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {isCounty && read.isPending ? <Skeleton lines={8} /> : null}
      {data === undefined ? null : isOwn ? <Own grid={data} /> : <Whole grid={data} area={area} />}
    </div>
  );
}

function Own({ grid }: { readonly grid: Grid }) {
  const text = useText(gridTexts);
  return grid.items.length === 0 ? (
    <EmptyState title={text('mineNone')} text={text('mineNoneText')} />
  ) : (
    <ul className="grid-cells">
      {grid.items.map((one) => (
        <CellCard key={one.id} cell={one} isOwn />
      ))}
    </ul>
  );
}

function Whole({ grid, area }: { readonly grid: Grid; readonly area: string }) {
  const text = useText(gridTexts);
  const { cells, officers, households, uncovered, open, late } = grid;
  const finding = cells === 0 ? 'findingNone' : uncovered === 0 ? 'findingWhole' : 'findingHoles';
  return (
    <>
      <Finding>
        {text(finding, {
          cells: exactNumber(cells),
          officers: exactNumber(officers),
          households: exactNumber(households),
          uncovered: exactNumber(uncovered),
          open: exactNumber(open),
          late: exactNumber(late),
        })}
      </Finding>
      {area.length < 12 ? <Places grid={grid} /> : <Village grid={grid} area={area} />}
    </>
  );
}

const gridSums = ['cells', 'officers', 'households', 'uncovered', 'open', 'late'] as const;

function Places({ grid }: { readonly grid: Grid }) {
  const text = useText(gridTexts);
  return (
    <Block title={text('places')} aside={text('placesAside')}>
      <StackedTable heads={['place', ...gridSums, 'lastPatrol']} figures={gridSums} nameOf={text}>
        <tbody>
          {grid.below.map((one) => (
            <tr key={one.code}>
              <th scope="row">
                <Link to="/grid" search={{ area: one.code }} className="row-link">
                  {one.name}
                </Link>
              </th>
              <td className="number">{exactNumber(one.cells)}</td>
              <td className={one.officers < one.cells ? 'number grid-short' : 'number'}>
                {exactNumber(one.officers)}
              </td>
              <td className="number">{exactNumber(one.households)}</td>
              <td className={one.uncovered > 0 ? 'number grid-short' : 'number'}>
                {exactNumber(one.uncovered)}
              </td>
              <td className="number">{exactNumber(one.open)}</td>
              <td className={one.late > 0 ? 'number grid-short' : 'number'}>
                {exactNumber(one.late)}
              </td>
              <td className="day">
                {one.patrolledOn ?? <span className="quiet">{text('never')}</span>}
              </td>
            </tr>
          ))}
        </tbody>
        <TotalRow rows={grid.below} columns={gridSums} after={1} />
      </StackedTable>
    </Block>
  );
}

function Village({ grid, area }: { readonly grid: Grid; readonly area: string }) {
  const text = useText(gridTexts);
  const [drawing, setDrawing] = useState(false);
  const { items, holes, mayDraw } = grid;
  return (
    <>
      {holes.length === 0 ? null : (
        <Block title={text('holes')} aside={text('holesAside')} className="grid-holes">
          <ul className="grid-places">
            {holes.map((one) => (
              <li key={one.code}>
                {one.code.length === 12 ? text('villageItself') : one.name}{' '}
                <small className="quiet">{text('householdCount', { count: one.households })}</small>
              </li>
            ))}
          </ul>
        </Block>
      )}
      <Block
        title={text('cellsHere')}
        aside={
          mayDraw && holes.length > 0 ? (
            <button
              type="button"
              className="button primary no-print"
              onClick={() => setDrawing(true)}
            >
              {text('draw')}
            </button>
          ) : undefined
        }
      >
        {items.length === 0 ? (
          <EmptyState title={text('cellsNone')} text={text('cellsNoneText')} />
        ) : null}
        <ul className="grid-cells">
          {items.map((one) => (
            <CellCard key={one.id} cell={one} />
          ))}
        </ul>
      </Block>
      {drawing ? (
        <CellSheet area={area.slice(0, 12)} free={holes} onClose={() => setDrawing(false)} />
      ) : null}
    </>
  );
}
