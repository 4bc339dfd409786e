// The table of a set to read: each cell against its limit, and its history one press away.
import { useState } from 'react';
import type { IndicatorCell, IndicatorColumn } from '#contract/registry-indicators.ts';
import { amountText, parseUnit } from '#domain/policy/expression-unit.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { SearchInput } from '#web/ui/search-input.tsx';
import type { AskedCell, Chosen } from './indicator-chosen.tsx';
import { indicatorTexts } from './indicator-texts.ts';

export function IndicatorView({
  chosen,
  onAsk,
}: {
  readonly chosen: Chosen;
  readonly onAsk: (asked: AskedCell) => void;
}) {
  const text = useText(indicatorTexts);
  const [wanted, setWanted] = useState('');
  const { columns, rows } = chosen;
  const shown = rows.filter(({ name, township }) => `${township}${name}`.includes(wanted.trim()));
  return (
    <>
      {rows.length > 12 ? (
        <SearchInput label={text('searchVillage')} value={wanted} onSettled={setWanted} />
      ) : null}
      <Scrolled>
        <table className="rows dense indicator-table">
          <IndicatorHead chosen={chosen} />
          <tbody>
            {shown.map((row) => (
              <tr key={row.area}>
                <th scope="row">
                  {row.name} <small className="quiet">{row.township}</small>
                </th>
                {row.cells.map((cell, index) => {
                  const column = columns[index];
                  if (column === undefined) return null;
                  const ask = () => onAsk({ area: row.area, place: row.name, indicator: column });
                  return (
                    <td key={column.id} className="number">
                      {cell === null ? (
                        <span className="unknown">{text('missing')}</span>
                      ) : (
                        <CellButton cell={cell} column={column} place={row.name} onAsk={ask} />
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </>
  );
}

export function IndicatorHead({ chosen }: { readonly chosen: Chosen }) {
  const text = useText(indicatorTexts);
  const { columns, rows, set } = chosen;
  return (
    <thead>
      <tr>
        <th scope="col">{text(set.subject === 'village' ? 'place' : 'placeCounty')}</th>
        {columns.map((column, index) => {
          const cells = rows.map((row) => row.cells[index] ?? null);
          const missing = cells.filter((cell) => cell === null).length;
          const unmet = cells.filter((cell) => cell?.holds === false).length;
          return (
            <th key={column.id} scope="col" className="number" title={text.pick(column.measure)}>
              {text.pick(column.title)}
              <small className="indicator-limit">
                {limitWords(column, text)}
                {column.verified ? '' : ` ${text('unverified')}`}
              </small>
              <small className="indicator-limit">
                {missing === 0 ? '' : text('colMissing', { count: missing })}{' '}
                {unmet === 0 ? '' : text('colUnmet', { count: unmet })}
              </small>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

type IndicatorText = ReturnType<typeof useText<NonNullable<(typeof indicatorTexts)['key']>>>;

function limitWords(column: IndicatorColumn, text: IndicatorText): string {
  if (column.isJudged) return `${text('yes')}/${text('no')}`;
  const unit = text.pick(column.unitWords);
  const limit = (value: number) =>
    amountText(
      exactNumber(value, Number.isInteger(value) ? 0 : 1),
      value,
      parseUnit(column.unit) ?? {},
    )[text.language];
  const parts = [
    ...(column.least === null ? [] : [text('least', { limit: limit(column.least) })]),
    ...(column.most === null ? [] : [text('most', { limit: limit(column.most) })]),
  ];
  return parts.length === 0 ? `${unit}${text.marks.comma}${text('noLimit')}` : parts.join(' ');
}

function CellButton({
  cell,
  column,
  place,
  onAsk,
}: {
  readonly cell: IndicatorCell;
  readonly column: IndicatorColumn;
  readonly place: string;
  readonly onAsk: () => void;
}) {
  const text = useText(indicatorTexts);
  const said = shownValue(cell, column, text);
  const mark = cell.holds === null ? '' : cell.holds ? '●' : '▲';
  const word = cell.holds === null ? '' : text(cell.holds ? 'met' : 'unmet');
  return (
    <button
      type="button"
      className={`indicator-cell ${cell.holds === false ? 'over' : ''}`}
      aria-label={`${place} ${text.pick(column.title)} ${said} ${word}`}
      title={`${cell.asOf} · ${cell.evidence} · ${cell.by}`}
      onClick={onAsk}
    >
      {said}
      <span aria-hidden="true" className="mark">
        {mark}
      </span>
    </button>
  );
}

export function shownValue(
  { value, part, whole }: Pick<IndicatorCell, 'value' | 'part' | 'whole'>,
  column: IndicatorColumn,
  text: IndicatorText,
): string {
  if (column.isJudged) return text(value === 1 ? 'yes' : 'no');
  const number = exactNumber(
    value,
    Number.isInteger(value) ? 0 : column.unit === 'percent' ? 1 : 2,
  );
  const share = part === null || whole === null ? '' : ` (${part}/${whole})`;
  return column.unit === 'percent' ? `${number}%${share}` : number;
}
