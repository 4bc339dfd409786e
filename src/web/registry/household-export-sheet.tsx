// The filtered list as a file: which kind, what a row is, which columns.

import { useState } from 'react';
import { personFields } from '#domain/registry/form.ts';
import { formGroups } from '#domain/registry/form-groups.ts';
import { urlOf } from '#web/client/call.ts';
import { useText } from '#web/text/catalogue.ts';
import { Problem } from '#web/ui/problem.tsx';
import { saveFrom } from '#web/ui/save-file.ts';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { useFormWords } from './form-words.ts';
import type { HouseholdFilterSearch } from './household-list-search.ts';
import { householdListTexts } from './household-list-texts.ts';

interface HouseholdExportSheetProps {
  readonly area: string | undefined;
  readonly filters: HouseholdFilterSearch;
  /** Fields behind the columns of the list. */
  readonly listed: readonly string[];
  readonly onClose: () => void;
}

type Format = 'xlsx' | 'csv';
type RowOf = 'household' | 'person';

/** The village is named, not coded, so its code is not among the fields to choose. */
const groups = [
  { id: 'place', fields: ['township', 'village', ...fieldsOf('place')] },
  ...formGroups.filter(({ id }) => id !== 'place'),
] as const;

const everything = groups.flatMap(({ fields }) => [...fields]);
const personColumns = personFields.map(({ name }) => `person.${name}`);

export function HouseholdExportSheet(props: HouseholdExportSheetProps) {
  const text = useText(householdListTexts);
  const [format, setFormat] = useState<Format>('xlsx');
  const [rows, setRows] = useState<RowOf>('household');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(props.listed));
  const [state, setState] = useState<'choosing' | 'writing' | 'written'>('choosing');
  const [error, setError] = useState<unknown>(null);
  const problem = useExplanation(error);
  const offered = rows === 'person' ? [...everything, ...personColumns] : everything;
  const columns = offered.filter((name) => chosen.has(name));
  const start = async () => {
    setError(null);
    setState('writing');
    const query = { ...props.filters, area: props.area, format, rows, columns: columns.join(',') };
    try {
      await saveFrom(urlOf('GET /api/registry/households/export', { query }));
      setState('written');
    } catch (reason) {
      setError(reason);
      setState('choosing');
    }
  };
  return (
    <Sheet
      title={text('exportTitle')}
      onClose={props.onClose}
      foot={
        <>
          <button
            type="button"
            className="button primary"
            disabled={state === 'writing' || columns.length === 0}
            onClick={() => void start()}
          >
            {text('exportStart')}
          </button>
          <span className="sheet-count" role="status">
            {state === 'writing'
              ? text('exporting')
              : state === 'written'
                ? text('exported')
                : text('exportCount', { count: columns.length })}
          </span>
        </>
      }
    >
      <p className="quiet">{text('exportText')}</p>
      <Problem>{problem}</Problem>
      <FileShape
        format={format}
        onFormat={setFormat}
        rows={rows}
        onRows={(next) => {
          setRows(next);
          // A row that is a person without anything about the person would be a riddle.
          if (next === 'person') setChosen(new Set([...chosen, ...usualOfPerson]));
        }}
      />
      <ColumnChoice
        persons={rows === 'person'}
        chosen={chosen}
        onChange={setChosen}
        listed={props.listed}
      />
    </Sheet>
  );
}

const usualOfPerson = ['person.name', 'person.relation', 'person.identity'];

interface FileShapeProps {
  readonly format: Format;
  readonly onFormat: (format: Format) => void;
  readonly rows: RowOf;
  readonly onRows: (rows: RowOf) => void;
}

/** Which kind of file, and what one of its rows is. */
function FileShape({ format, onFormat, rows, onRows }: FileShapeProps) {
  const text = useText(householdListTexts);
  return (
    <>
      <Choice
        legend={text('format')}
        value={format}
        onChange={onFormat}
        options={[
          ['xlsx', text('xlsx')],
          ['csv', text('csv')],
        ]}
      />
      <Choice
        legend={text('rows')}
        value={rows}
        onChange={onRows}
        options={[
          ['household', text('rowHousehold')],
          ['person', text('rowPerson')],
        ]}
      />
    </>
  );
}

interface ChoiceProps<Value extends string> {
  readonly legend: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly (readonly [Value, string])[];
}

function Choice<Value extends string>({ legend, value, onChange, options }: ChoiceProps<Value>) {
  return (
    <fieldset className="field checks">
      <legend className="field-label">{legend}</legend>
      {options.map(([one, label]) => (
        <label key={one} className="check">
          <input
            type="radio"
            name={legend}
            checked={one === value}
            onChange={() => onChange(one)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

interface ColumnChoiceProps {
  readonly persons: boolean;
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
  readonly listed: readonly string[];
}

function ColumnChoice({ persons, chosen, onChange, listed }: ColumnChoiceProps) {
  const text = useText(householdListTexts);
  const toggle = (names: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const name of names) {
      if (on) next.add(name);
      else next.delete(name);
    }
    onChange(next);
  };
  const all = persons ? [...everything, ...personColumns] : everything;
  return (
    <>
      <div className="column-choice-head">
        <span>{text('exportColumns')}</span>
        <button type="button" className="link" onClick={() => onChange(new Set(listed))}>
          {text('listColumns')}
        </button>
        <button type="button" className="link" onClick={() => onChange(new Set(all))}>
          {text('allColumns')}
        </button>
      </div>
      {groups.map((group) => (
        <ColumnGroup
          key={group.id}
          legend={text(`group_${group.id}`)}
          names={group.fields}
          chosen={chosen}
          onToggle={toggle}
        />
      ))}
      {persons ? (
        <ColumnGroup
          legend={text('personColumns')}
          names={personColumns}
          chosen={chosen}
          onToggle={toggle}
        />
      ) : null}
    </>
  );
}

interface ColumnGroupProps {
  readonly legend: string;
  readonly names: readonly string[];
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (names: readonly string[], on: boolean) => void;
}

function ColumnGroup({ legend, names, chosen, onToggle }: ColumnGroupProps) {
  const text = useText(householdListTexts);
  const words = useFormWords();
  const count = names.filter((name) => chosen.has(name)).length;
  const label = (name: string) => {
    if (name === 'township' || name === 'village') return text(name);
    return words.field(name.replace(/^person\./, ''));
  };
  return (
    <details className="column-group" open={count > 0}>
      <summary>
        {legend} <span className="quiet">{`${count}/${names.length}`}</span>
      </summary>
      <div className="checks">
        {names.map((name) => (
          <label key={name} className="check">
            <input
              type="checkbox"
              checked={chosen.has(name)}
              onChange={(event) => onToggle([name], event.target.checked)}
            />
            {label(name)}
          </label>
        ))}
      </div>
    </details>
  );
}

function fieldsOf(id: string): readonly string[] {
  const group = formGroups.find((one) => one.id === id);
  return (group?.fields ?? []).filter((name) => name !== 'areaCode');
}
