// The table of a set to fill in like a spreadsheet: typing, pasting a block, one save with its day and
// evidence. A cell that was refused is marked and says why.
import { type ClipboardEvent, type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { IndicatorCell, IndicatorColumn } from '#contract/registry-indicators.ts';
import { useMe } from '#web/access/me.ts';
import { ApiError } from '#web/client/api-error.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import type { Chosen } from './indicator-chosen.tsx';
import { indicatorTexts } from './indicator-texts.ts';
import { IndicatorHead } from './indicator-view.tsx';
import { type GridPlace, pastedCells, placeAfter } from './pasted-cells.ts';

export const staleIndicators = [
  'GET /api/registry/indicators',
  'GET /api/registry/indicators/entries',
] as const;

interface EditorProps {
  readonly area: string;
  readonly chosen: Chosen;
  readonly onDone: () => void;
}

export function IndicatorEditor({ area, chosen, onDone }: EditorProps) {
  const text = useText(indicatorTexts);
  const say = useSay();
  const { today } = useMe().installation;
  const { columns, rows, set } = chosen;
  const size = { rows: rows.length, columns: columns.length };
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const [beyond, setBeyond] = useState(0);
  const [asOf, setAsOf] = useState<string>(today);
  const [evidence, setEvidence] = useState('');
  const table = useRef<HTMLTableElement>(null);
  const save = useWrite('PUT /api/registry/indicators', {
    stale: staleIndicators,
    onDone: (done) => {
      say(text('saidSaved', { saved: done.saved, unchanged: done.unchanged }));
      onDone();
    },
  });
  const problem = useExplanation(save.error);
  const wrong = wrongCells(save.error, text.language);

  const change = (cells: readonly (GridPlace & { readonly text: string })[]) =>
    setTyped((before) => {
      const after = new Map(before);
      for (const { row, column, text: said } of cells) after.set(`${row} ${column}`, said);
      return after;
    });
  const paste = (event: ClipboardEvent, at: GridPlace) => {
    const said = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(said.replace(/\n$/, ''))) return;
    event.preventDefault();
    const pasted = pastedCells(said, at, size);
    change(pasted.cells);
    setBeyond(pasted.beyond);
  };
  const move = (event: KeyboardEvent, at: GridPlace) => {
    const next = placeAfter(event.key, at, size);
    if (event.key === 'Enter') event.preventDefault();
    if (next === undefined) return;
    event.preventDefault();
    table.current
      ?.querySelector<HTMLInputElement>(`[data-cell="${next.row} ${next.column}"]`)
      ?.select();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({
      body: {
        area,
        set: set.id,
        asOf,
        evidence,
        cells: [...typed].map(([key, said]) => {
          const [row = 0, column = 0] = key.split(' ').map(Number);
          return {
            area: rows[row]?.area ?? '',
            indicator: columns[column]?.id ?? '',
            text: said,
          };
        }),
      },
    });
  };
  return (
    <form onSubmit={submit}>
      <p className="small quiet">{text('gridHint')}</p>
      <Scrolled>
        <table className="rows dense indicator-table filling" ref={table}>
          <IndicatorHead chosen={chosen} />
          <tbody>
            {rows.map((row, down) => (
              <tr key={row.area}>
                <th scope="row">
                  {row.name} <small className="quiet">{row.township}</small>
                </th>
                {columns.map((column, across) => {
                  const at = { row: down, column: across };
                  const key = `${down} ${across}`;
                  const said = wrong.get(`${row.area} ${column.id}`);
                  return (
                    <td key={column.id} className="number">
                      <input
                        className="input"
                        data-cell={key}
                        aria-label={`${row.name} ${text.pick(column.title)}`}
                        aria-invalid={said !== undefined}
                        title={said}
                        autoComplete="off"
                        value={
                          typed.get(key) ?? typedValue(row.cells[across] ?? null, column, text)
                        }
                        onChange={(event) => change([{ ...at, text: event.target.value }])}
                        onPaste={(event) => paste(event, at)}
                        onKeyDown={(event) => move(event, at)}
                      />
                      {said === undefined ? null : <small className="over">▲ {said}</small>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      {beyond === 0 ? null : (
        <p className="notice" role="status">
          {text('beyond', { count: beyond })}
        </p>
      )}
      <div className="indicator-save">
        <Field label={text('asOf')}>
          <DayInput required max={today} value={asOf} onChange={setAsOf} />
        </Field>
        <Field label={text('evidence')} hint={text('evidenceHint')}>
          <input
            className="input"
            required
            minLength={2}
            maxLength={300}
            value={evidence}
            onChange={(event) => setEvidence(event.target.value)}
          />
        </Field>
        <button
          type="submit"
          className="button primary"
          disabled={typed.size === 0 || save.isPending}
        >
          {typed.size === 0 ? text('saveNone') : text('save', { count: typed.size })}
        </button>
      </div>
      <Problem>{problem}</Problem>
    </form>
  );
}

interface WrongCell {
  readonly area: string;
  readonly indicator: string;
  readonly words: { readonly zh: string; readonly en: string };
}

/** What the refusal names besides its sentence. */
function wrongCells(error: unknown, language: 'zh' | 'en'): ReadonlyMap<string, string> {
  const named = error instanceof ApiError && Array.isArray(error.details) ? error.details : [];
  const cells = named.filter(
    (one): one is WrongCell => typeof one === 'object' && one !== null && 'words' in one,
  );
  return new Map(cells.map((one) => [`${one.area} ${one.indicator}`, one.words[language]]));
}

/** As it can be typed again. */
function typedValue(
  cell: IndicatorCell | null,
  column: IndicatorColumn,
  text: (key: 'yes' | 'no') => string,
): string {
  if (cell === null) return '';
  if (column.isJudged) return text(cell.value === 1 ? 'yes' : 'no');
  return cell.part === null || cell.whole === null
    ? String(cell.value)
    : `${cell.part}/${cell.whole}`;
}
