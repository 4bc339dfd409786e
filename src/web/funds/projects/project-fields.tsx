// What a project is, and the six questions its application answers.
import { projectLevels, projectModes } from '#domain/funds/projects/project.ts';
import { useText } from '#web/text/catalogue.ts';
import { AreaField, type ChosenArea } from '#web/ui/area-field.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { TextField } from './act-sheet.tsx';
import type { FormPart } from './part-fields.tsx';
import { projectFormTexts } from './project-form-texts.ts';
import { projectTexts } from './project-texts.ts';

interface BasicProps extends FormPart {
  readonly area?: {
    readonly value: ChosenArea | undefined;
    readonly onChoose: (area: ChosenArea) => void;
  };
}

function Choice({
  label,
  value,
  choices,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <Field label={label}>
      <select className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map(([id, title]) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </Field>
  );
}

export function BasicFields({ typed, put, choices, area }: BasicProps) {
  const text = useText(projectTexts);
  const form = useText(projectFormTexts);
  return (
    <fieldset>
      <legend>{text('basics')}</legend>
      <TextField
        label={form('name')}
        hint={form('nameHint')}
        value={typed.title}
        required
        onChange={(title) => put({ title })}
      />
      {area === undefined ? null : (
        <AreaField
          label={text('place')}
          hint={form('areaHint')}
          value={area.value}
          onChoose={area.onChoose}
        />
      )}
      <div className="project-part">
        <Choice
          label={text('kind')}
          value={typed.kind}
          choices={choices.kinds.map(({ id, title }) => [id, text.pick(title)])}
          onChange={(kind) => put({ kind })}
        />
        <Choice
          label={text('level')}
          value={typed.level}
          choices={projectLevels.map((one) => [one, text(`level_${one}`)])}
          onChange={(level) => put({ level })}
        />
        <Choice
          label={text('mode')}
          value={typed.mode}
          choices={projectModes.map((one) => [one, text(`mode_${one}`)])}
          onChange={(mode) => put({ mode })}
        />
      </div>
      <div className="project-part">
        <Field label={text('year')}>
          <input
            className="input"
            type="number"
            min={2000}
            max={2100}
            required
            value={typed.year}
            onChange={(event) => put({ year: event.target.value })}
          />
        </Field>
        <TextField
          label={form('plannedYuan')}
          hint={text('amountHint')}
          value={typed.planned}
          required
          onChange={(planned) => put({ planned })}
        />
        <TextField
          label={text('holder')}
          value={typed.holder}
          onChange={(holder) => put({ holder })}
        />
      </div>
    </fieldset>
  );
}

export function PlanFields({ typed, put, choices }: FormPart) {
  const text = useText(projectTexts);
  const form = useText(projectFormTexts);
  return (
    <>
      <fieldset>
        <legend>{text('questions')}</legend>
        <TextField
          label={text('arrangement')}
          value={typed.arrangement}
          onChange={(arrangement) => put({ arrangement })}
        />
        <TextField
          label={text('moneyFrom')}
          value={typed.money}
          onChange={(money) => put({ money })}
        />
        <TextField
          label={text('organiser')}
          value={typed.organiser}
          onChange={(organiser) => put({ organiser })}
        />
        <TextField
          label={text('implementer')}
          value={typed.implementer}
          onChange={(implementer) => put({ implementer })}
        />
        <Field label={text('dueOn')}>
          <DayInput value={typed.dueOn} onChange={(dueOn) => put({ dueOn })} />
        </Field>
        <TextField
          label={text('acceptance')}
          value={typed.acceptance}
          onChange={(acceptance) => put({ acceptance })}
        />
        <TextField
          label={text('mechanism')}
          hint={form('mechanismHint')}
          value={typed.mechanism}
          onChange={(mechanism) => put({ mechanism })}
        />
      </fieldset>
      <fieldset>
        <legend>{text('expected')}</legend>
        {choices.links.length === 0 ? null : (
          <Choice
            label={text('link')}
            value={typed.link}
            choices={[
              ['', form('noLink')],
              ...choices.links.map(({ id, title }) => [id, text.pick(title)] as const),
            ]}
            onChange={(link) => put({ link })}
          />
        )}
        <TextField
          label={text('expected')}
          value={typed.expectedEffect}
          onChange={(expectedEffect) => put({ expectedEffect })}
        />
        <div className="project-part">
          <NumberField
            label={form('expectedHouseholds')}
            value={typed.expectedHouseholds}
            onChange={(expectedHouseholds) => put({ expectedHouseholds })}
          />
          <NumberField
            label={form('expectedPersons')}
            value={typed.expectedPersons}
            onChange={(expectedPersons) => put({ expectedPersons })}
          />
        </div>
        <p className="field-hint">{form('coordinates')}</p>
        <div className="project-part">
          <NumberField
            label={form('latitude')}
            value={typed.latitude}
            onChange={(latitude) => put({ latitude })}
          />
          <NumberField
            label={form('longitude')}
            value={typed.longitude}
            onChange={(longitude) => put({ longitude })}
          />
        </div>
        <label className="check">
          <input
            type="checkbox"
            checked={typed.localLabour}
            onChange={(event) => put({ localLabour: event.target.checked })}
          />
          {text('localLabour')}
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={typed.isDemonstration}
            onChange={(event) => put({ isDemonstration: event.target.checked })}
          />
          {text('demonstration')}
        </label>
      </fieldset>
    </>
  );
}

function NumberField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <Field label={label}>
      <input
        className="input"
        type="number"
        min={0}
        step="any"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
