// Which households to show. Each choice counts at once, so that the number in the foot can be watched.
import type { ReactNode } from 'react';
import { stages, stagesFrom } from '#domain/registry/stage.ts';
import { useText } from '#web/text/catalogue.ts';
import { AreaField, type ChosenArea } from '#web/ui/area-field.tsx';
import { Field } from '#web/ui/field.tsx';
import { SearchInput } from '#web/ui/search-input.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useFormWords } from './form-words.ts';
import { poorStages } from './household-filter-parts.ts';
import type { HouseholdListSearch } from './household-list-search.ts';
import { householdListTexts } from './household-list-texts.ts';
import { WholeNumberField } from './whole-number-field.tsx';

interface HouseholdFilterSheetProps {
  readonly search: HouseholdListSearch;
  readonly area: ChosenArea;
  readonly onArea: (code: string) => void;
  readonly onChange: (next: HouseholdListSearch) => void;
  readonly onClose: () => void;
  /** How many there are now. */
  readonly count: ReactNode;
}

export function HouseholdFilterSheet({
  search,
  area,
  onArea,
  onChange,
  onClose,
  count,
}: HouseholdFilterSheetProps) {
  const text = useText(householdListTexts);
  const set = (next: HouseholdListSearch) => onChange({ ...next, cursor: undefined });
  const given = (value: string) => (value === '' ? undefined : value);
  return (
    <Sheet
      title={text('filterTitle')}
      onClose={onClose}
      foot={
        <>
          <button type="button" className="button primary" onClick={onClose}>
            {text('show')}
          </button>
          <span className="sheet-count">{count}</span>
        </>
      }
    >
      <div className="field">
        <SearchInput
          label={text('searchLabel')}
          value={search.q ?? ''}
          onSettled={(q) => set({ q: given(q) })}
        />
      </div>
      <AreaField
        label={text('area')}
        hint={text('areaHint')}
        value={area}
        onChoose={({ code }) => onArea(code)}
      />
      <StageField search={search} onChange={set} />
      {coded.map(([name, list]) => (
        <CodeField
          key={name}
          label={text(name)}
          list={list}
          value={search[name]}
          onChange={(code) => set({ [name]: code })}
        />
      ))}
      <NumberFields search={search} onChange={set} />
      <CodeField
        label={text('grade')}
        list="houseGrade"
        value={search.houseGrade}
        onChange={(houseGrade) => set({ houseGrade })}
      />
      <CodeField
        label={text('classHead')}
        list="difficultyClass"
        value={search.helpClass}
        onChange={(helpClass) => set({ helpClass })}
      />
      <CodeField
        label={text('ethnicityLabel')}
        list="ethnicity"
        value={search.ethnicity}
        withoutNone
        onChange={(ethnicity) => set({ ethnicity })}
      />
    </Sheet>
  );
}

/** Income and size: ranges, or that the income is not written. */
function NumberFields({ search, onChange: set }: StageFieldProps) {
  const text = useText(householdListTexts);
  return (
    <>
      <fieldset className="field pair">
        <legend className="field-label">{text('income')}</legend>
        <WholeNumberField
          label={text('incomeFromLabel')}
          value={search.incomeFrom}
          onChange={(incomeFrom) => set({ incomeFrom, incomeUnknown: undefined })}
        />
        <WholeNumberField
          label={text('incomeBelowLabel')}
          value={search.incomeBelow}
          onChange={(incomeBelow) => set({ incomeBelow, incomeUnknown: undefined })}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={search.incomeUnknown === 'true'}
            onChange={(event) =>
              set({
                incomeUnknown: event.target.checked ? 'true' : undefined,
                incomeFrom: undefined,
                incomeBelow: undefined,
              })
            }
          />
          {text('incomeOnlyUnknown')}
        </label>
      </fieldset>
      <fieldset className="field pair">
        <legend className="field-label">{text('size')}</legend>
        <WholeNumberField
          label={text('sizeFrom')}
          value={search.membersFrom}
          onChange={(membersFrom) => set({ membersFrom })}
        />
        <WholeNumberField
          label={text('sizeTo')}
          value={search.membersTo}
          onChange={(membersTo) => set({ membersTo })}
        />
      </fieldset>
    </>
  );
}

/** Conditions that are one code of a list. */
const coded = [
  ['cause', 'cause'],
  ['attribute', 'povertyAttribute'],
  ['measure', 'measure'],
] as const;

interface StageFieldProps {
  readonly search: HouseholdListSearch;
  readonly onChange: (next: HouseholdListSearch) => void;
}

/** One choice for the two ways in which the address may say it. */
function StageField({ search, onChange }: StageFieldProps) {
  const text = useText(householdListTexts);
  const words = useFormWords();
  const choices = [
    ['', text('any')],
    ['registered=true', text('stageRegistered')],
    ['registered=false', text('stageSurveyedOnly')],
    [`stage=${poorStages}`, text('stagePoor')],
    ...stages.map((stage) => [`stage=${stage}`, words.code('stage', stage)]),
    ...stages
      .filter((stage) => stage.startsWith('EXIT') && stage !== 'EXIT_ANNOUNCED')
      .map((stage) => [
        `stage=${stagesFrom(stage).join(',')}`,
        text('stageFrom', { stage: words.code('stage', stage) }),
      ]),
  ] as const;
  const now =
    search.stage !== undefined
      ? `stage=${search.stage}`
      : search.registered === undefined
        ? ''
        : `registered=${search.registered}`;
  return (
    <Field label={text('stage')}>
      <select
        className="input"
        value={now}
        onChange={(event) => {
          const [name, value] = event.target.value.split('=');
          onChange({ stage: undefined, registered: undefined, [name ?? '']: value });
        }}
      >
        {choices.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
        {choices.some(([value]) => value === now) ? null : <option value={now}>{now}</option>}
      </select>
    </Field>
  );
}

interface CodeFieldProps {
  readonly label: string;
  readonly list: string;
  readonly value: string | undefined;
  readonly withoutNone?: boolean;
  readonly onChange: (value: string | undefined) => void;
}

function CodeField({ label, list, value, withoutNone, onChange }: CodeFieldProps) {
  const text = useText(householdListTexts);
  const words = useFormWords();
  const codes = words.codes(list);
  const known = value === undefined || value === 'none' || codes.some(({ code }) => code === value);
  return (
    <Field label={label}>
      <select
        className="input"
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      >
        <option value="">{text('any')}</option>
        {codes.map((one) => (
          <option key={one.code} value={one.code}>
            {one.label}
          </option>
        ))}
        {known ? null : <option value={value}>{words.code(list, value ?? '')}</option>}
        {withoutNone === true ? null : <option value="none">{text('none')}</option>}
      </select>
    </Field>
  );
}
