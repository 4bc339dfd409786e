// Each column of the file beside what stands below it, and what it means; a person corrects a guess.

import { useState } from 'react';
import type { ImportColumn, ImportDetail } from '#contract/exchange.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip, type Meaning } from '#web/ui/chip.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { useNarrow } from '#web/ui/use-narrow.ts';
import { type FieldWords, useFieldWords } from './field-words.ts';
import {
  type Choices,
  changedColumns,
  isDoubtful,
  lettersOf,
  type Sureness,
  sureness,
} from './mapping-choice.ts';
import { exchangeTexts } from './texts.ts';

interface ColumnMappingProps {
  readonly detail: ImportDetail;
  readonly choices: Choices;
  readonly onChoose: (column: number, field: string | null) => void;
}

export function ColumnMapping({ detail, choices, onChoose }: ColumnMappingProps) {
  const text = useText(exchangeTexts);
  const words = useFieldWords();
  const narrow = useNarrow();
  const [doubtfulOnly, setDoubtfulOnly] = useState(false);
  const editable = detail.fileKept && !['checking', 'committing', 'done'].includes(detail.state);
  const meaningOf = (column: ImportColumn) =>
    choices.has(column.column) ? (choices.get(column.column) ?? null) : column.field;
  const shown = doubtfulOnly
    ? detail.columns.filter((column) => isDoubtful(sureness(column, meaningOf(column))))
    : detail.columns;
  const rows = shown.map((column) => ({
    column,
    samples: samplesOf(detail, column.column),
    chosen: meaningOf(column),
    sure: sureness(column, meaningOf(column)),
    choose: (field: string | null) => onChoose(column.column, field),
  }));
  const Rows = narrow ? MappingCards : MappingTable;
  return (
    <Block title={text('mapping')} aside={text('mappingAside')} className="mapping">
      <label className="check no-print">
        <input
          type="checkbox"
          checked={doubtfulOnly}
          onChange={(event) => setDoubtfulOnly(event.target.checked)}
        />
        {text('onlyDoubtful')}
      </label>
      <Rows rows={rows} columns={detail.columns} words={words} editable={editable} />
      {editable ? (
        <SaveMapping detail={detail} changed={changedColumns(detail.columns, choices)} />
      ) : null}
    </Block>
  );
}

interface MappingRow {
  readonly column: ImportColumn;
  readonly samples: readonly string[];
  readonly chosen: string | null;
  readonly sure: Sureness;
  readonly choose: (field: string | null) => void;
}

interface MappingRowsProps {
  readonly rows: readonly MappingRow[];
  readonly columns: readonly ImportColumn[];
  readonly words: FieldWords;
  readonly editable: boolean;
}

function MappingTable({ rows, columns, words, editable }: MappingRowsProps) {
  const text = useText(exchangeTexts);
  return (
    <table className="rows mapping-table">
      <thead>
        <tr>
          <th scope="col">{text('column')}</th>
          <th scope="col">{text('headingOf')}</th>
          <th scope="col">{text('samples')}</th>
          <th scope="col">{text('meaning')}</th>
          <th scope="col">{text('sure')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.column.column}>
            <td className="quiet">{row.column.letters}</td>
            <td>{row.column.heading || text('emptyHeading')}</td>
            <td className="mapping-samples">{row.samples.join('　')}</td>
            <td>
              <MeaningChoice row={row} words={words} editable={editable} />
            </td>
            <td>
              <SurenessChip row={row} columns={columns} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function MappingCards({ rows, columns, words, editable }: MappingRowsProps) {
  const text = useText(exchangeTexts);
  return (
    <ul className="mapping-cards">
      {rows.map((row) => (
        <li key={row.column.column}>
          <p>
            <span className="quiet">{row.column.letters}</span>{' '}
            <strong>{row.column.heading || text('emptyHeading')}</strong>{' '}
            <SurenessChip row={row} columns={columns} />
          </p>
          <p className="quiet small mapping-samples">{row.samples.join('　')}</p>
          <MeaningChoice row={row} words={words} editable={editable} />
        </li>
      ))}
    </ul>
  );
}

interface MeaningChoiceProps {
  readonly row: MappingRow;
  readonly words: FieldWords;
  readonly editable: boolean;
}

const levels = ['household', 'person', 'income'] as const;

function MeaningChoice({ row, words, editable }: MeaningChoiceProps) {
  const text = useText(exchangeTexts);
  const { chosen, choose, column } = row;
  if (!editable) return chosen === null ? text('leaveOut') : words.label(chosen);
  return (
    <select
      className="input"
      aria-label={`${text('meaning')}${text.marks.colon}${column.letters} ${column.heading}`}
      value={chosen ?? ''}
      onChange={(event) => choose(event.target.value === '' ? null : event.target.value)}
    >
      <option value="">{text('leaveOut')}</option>
      {levels.map((level) => (
        <optgroup key={level} label={text(`level_${level}`)}>
          {words.fields
            .filter((field) => levelOf(field) === level)
            .map((field) => (
              <option key={field.id} value={field.id}>
                {words.label(field.id)}
              </option>
            ))}
        </optgroup>
      ))}
      {chosen === 'ignore' ? <option value="ignore">{text('field_ignore')}</option> : null}
    </select>
  );
}

const sureTexts = {
  known: 'sureKnown',
  guessed: 'sureGuessed',
  none: 'sureNone',
  ignored: 'sureIgnored',
  duplicate: 'sureDuplicate',
} as const;

const sureMeanings: Readonly<Record<Sureness, Meaning>> = {
  known: 'done',
  guessed: 'due',
  none: 'unknown',
  ignored: 'neutral',
  duplicate: 'due',
};

function SurenessChip({
  row,
  columns,
}: Pick<MappingRowsProps, 'columns'> & { readonly row: MappingRow }) {
  const text = useText(exchangeTexts);
  const { column, sure } = row;
  const other = lettersOf(columns, column.duplicateOf ?? column.column);
  return <Chip meaning={sureMeanings[sure]}>{text(sureTexts[sure], { column: other })}</Chip>;
}

interface SaveMappingProps {
  readonly detail: ImportDetail;
  readonly changed: { column: number; field: string | null }[];
}

function SaveMapping({ detail, changed }: SaveMappingProps) {
  const text = useText(exchangeTexts);
  const [name, setName] = useState('');
  const save = useWrite('PUT /api/exchange/imports/:id/mapping', {
    stale: [
      'GET /api/exchange/imports/:id',
      'GET /api/exchange/imports',
      'GET /api/exchange/profiles',
    ],
  });
  const problem = useExplanation(save.error);
  const kept = name.trim();
  return (
    <form
      className="mapping-save no-print"
      onSubmit={(event) => {
        event.preventDefault();
        const body = { columns: changed, ...(kept === '' ? {} : { saveProfileAs: kept }) };
        save.mutate({ params: { id: detail.id }, body });
      }}
    >
      <button
        type="submit"
        className="button"
        disabled={save.isPending || (changed.length === 0 && kept === '')}
      >
        {text('saveMapping')}
      </button>
      <label>
        {text('saveAs')}
        <input
          className="input"
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <span role="status" className="quiet">
        {changed.length > 0 ? text('mappingChanged') : save.isSuccess ? text('mappingSaved') : null}
      </span>
      <Problem>{problem}</Problem>
    </form>
  );
}

function levelOf({ id, level }: FieldWords['fields'][number]): string {
  return id.startsWith('income.') ? 'income' : level;
}

/** Three different values below a heading say more than the first three. */
function samplesOf({ sample }: ImportDetail, column: number): readonly string[] {
  const values = sample.map(({ cells }) => cells[column] ?? '').filter((value) => value !== '');
  return [...new Set(values)].slice(0, 3);
}
