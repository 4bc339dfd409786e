// What became of a household since its plan, beside what was promised, and what its village got meanwhile.
import type { WhatChanged } from '#contract/assistance-changes.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { changesTexts } from './changes-texts.ts';

const meaning = {
  kept: 'done',
  waiting: 'neutral',
  missed: 'over',
  changed: 'neutral',
  same: 'neutral',
  unknown: 'unknown',
} as const;

export function ChangesBlock({ household }: { readonly household: string }) {
  const text = useText(changesTexts);
  const read = useRead('GET /api/assistance/households/:id/changes', { params: { id: household } });
  if (read.error !== null) {
    return <ErrorState error={read.error} retry={() => void read.refetch()} />;
  }
  const { data } = read;
  if (data === undefined || data.since === null) return null;
  return (
    <Block title={text('title')} aside={text('since', { since: data.since })}>
      <p className="quiet small">{text('help')}</p>
      {data.rows.length === 0 ? <p className="quiet">{text('none')}</p> : <Rows rows={data.rows} />}
      {data.village.length === 0 ? null : <Village rows={data.village} />}
    </Block>
  );
}

function Rows({ rows }: { readonly rows: WhatChanged['rows'] }) {
  const text = useText(changesTexts);
  return (
    <StackedTable heads={['item', 'before', 'now', 'promised', 'standing']} nameOf={text}>
      <tbody>
        {rows.map((one) => (
          <tr key={one.field}>
            <th scope="row">{text.pick(one.title)}</th>
            <td>{text.pick(one.before)}</td>
            <td>
              <strong>{text.pick(one.now)}</strong>
            </td>
            <td>
              {one.promised === null ? null : (
                <>
                  {one.field === 'incomePerHead'
                    ? text('yuan', { amount: inFigures(one.promised.words) })
                    : inFigures(one.promised.words)}{' '}
                  <small className="quiet">
                    {text.pick(one.promised.measure)}{' '}
                    {one.promised.dueOn === null ? '' : text('due', { on: one.promised.dueOn })}
                  </small>
                </>
              )}
            </td>
            <td>
              {one.promised === null ? (
                <span className="quiet">{text(`standing_${one.standing}`)}</span>
              ) : (
                <Chip meaning={meaning[one.standing]}>{text(`standing_${one.standing}`)}</Chip>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </StackedTable>
  );
}

function Village({ rows }: { readonly rows: WhatChanged['village'] }) {
  const text = useText(changesTexts);
  return (
    <>
      <h3 className="help-village-head">{text('village')}</h3>
      <ul className="help-village">
        {rows.map((one) => (
          <li key={`${one.set}.${one.indicator}`}>
            {text.pick(one.title)} {one.before === null ? '' : `${said(one.before, one.unit)} → `}
            <strong>{said(one.now, one.unit)}</strong>{' '}
            <small className="quiet">{text('entered', { on: one.asOf })}</small>
          </li>
        ))}
      </ul>
    </>
  );
}

function said(value: number, unit: string): string {
  const number = exactNumber(value, Number.isInteger(value) ? 0 : 1);
  return unit === 'percent' ? `${number}%` : unit === 'metre' ? `${number} m` : number;
}

/** What was promised as a bare number reads as every other number here. */
function inFigures(words: string): string {
  const number = Number(words);
  if (words.trim() === '' || Number.isNaN(number)) return words;
  return exactNumber(number, Number.isInteger(number) ? 0 : 1);
}
