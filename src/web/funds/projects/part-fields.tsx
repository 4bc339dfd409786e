// Rows of the form of a project: budget lines, milestones, outputs; sums beside them as one types.
import type { ReactNode } from 'react';
import type { ProjectChoices } from '#contract/funds-projects.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactYuan } from '#web/text/number.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { projectFormTexts } from './project-form-texts.ts';
import { projectTexts } from './project-texts.ts';
import { sumTyped, type TypedProject } from './typed-project.ts';

export interface FormPart {
  readonly typed: TypedProject;
  readonly put: (part: Partial<TypedProject>) => void;
  readonly choices: ProjectChoices;
}

function changed<Row>(rows: readonly Row[], at: number, part: Partial<Row>): readonly Row[] {
  return rows.map((row, index) => (index === at ? { ...row, ...part } : row));
}

function nextKey(rows: readonly { readonly key: number }[]): number {
  return rows.reduce((most, { key }) => Math.max(most, key), -1) + 1;
}

function Parts({
  title,
  add,
  onAdd,
  foot,
  children,
}: {
  readonly title: string;
  readonly add: string;
  readonly onAdd: () => void;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <fieldset>
      <legend>{title}</legend>
      <div className="project-parts">{children}</div>
      <p className="small quiet">{foot}</p>
      <button type="button" className="button" onClick={onAdd}>
        {add}
      </button>
    </fieldset>
  );
}

function Input({
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
        maxLength={80}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}

function SumLine({
  amounts,
  planned,
}: {
  readonly amounts: readonly string[];
  readonly planned: string;
}) {
  const text = useText(projectFormTexts);
  const { sum, difference } = sumTyped(amounts, planned);
  if (sum === 0) return null;
  return difference === 0
    ? text('sumRight', { sum: exactYuan(sum) })
    : text('sumOff', { sum: exactYuan(sum), difference: exactYuan(difference) });
}

export function LineFields({ typed, put, choices }: FormPart) {
  const text = useText(projectTexts);
  const form = useText(projectFormTexts);
  const { lines } = typed;
  const last = lines.at(-1);
  return (
    <Parts
      title={text('lines')}
      add={form('addLine')}
      foot={<SumLine amounts={lines.map(({ amount }) => amount)} planned={typed.planned} />}
      onAdd={() =>
        put({
          lines: [
            ...lines,
            {
              key: nextKey(lines),
              source: last?.source ?? choices.sources[0]?.id ?? '',
              purpose: last?.purpose ?? choices.uses[0]?.id ?? '',
              amount: '',
            },
          ],
        })
      }
    >
      {lines.map((line, at) => (
        <div key={line.key} className="project-part">
          <Field label={text('source')}>
            <select
              className="input"
              value={line.source}
              onChange={(event) =>
                put({ lines: changed(lines, at, { source: event.target.value }) })
              }
            >
              {choices.sources.map((one) => (
                <option key={one.id} value={one.id}>
                  {text.pick(one.title)}
                </option>
              ))}
            </select>
          </Field>
          <Field label={text('use')}>
            <select
              className="input"
              value={line.purpose}
              onChange={(event) =>
                put({ lines: changed(lines, at, { purpose: event.target.value }) })
              }
            >
              {choices.uses.map((one) => (
                <option key={one.id} value={one.id}>
                  {text.pick(one.title)}
                </option>
              ))}
            </select>
          </Field>
          <Input
            label={text('amount')}
            value={line.amount}
            onChange={(amount) => put({ lines: changed(lines, at, { amount }) })}
          />
        </div>
      ))}
    </Parts>
  );
}

export function MilestoneFields({ typed, put }: FormPart) {
  const text = useText(projectTexts);
  const form = useText(projectFormTexts);
  const { milestones } = typed;
  return (
    <Parts
      title={text('milestones')}
      add={form('addMilestone')}
      foot={<SumLine amounts={milestones.map(({ share }) => share)} planned={typed.planned} />}
      onAdd={() =>
        put({
          milestones: [
            ...milestones,
            { key: nextKey(milestones), title: '', dueOn: '', share: '' },
          ],
        })
      }
    >
      {milestones.map((one, at) => (
        <div key={one.key} className="project-part">
          <Input
            label={text('milestone')}
            value={one.title}
            onChange={(title) => put({ milestones: changed(milestones, at, { title }) })}
          />
          <Field label={text('due')}>
            <DayInput
              value={one.dueOn}
              onChange={(dueOn) => put({ milestones: changed(milestones, at, { dueOn }) })}
            />
          </Field>
          <Input
            label={text('amount')}
            value={one.share}
            onChange={(share) => put({ milestones: changed(milestones, at, { share }) })}
          />
        </div>
      ))}
    </Parts>
  );
}

export function OutputFields({ typed, put }: FormPart) {
  const text = useText(projectTexts);
  const form = useText(projectFormTexts);
  const { outputs } = typed;
  return (
    <Parts
      title={text('outputs')}
      add={form('addOutput')}
      onAdd={() =>
        put({
          outputs: [...outputs, { key: nextKey(outputs), product: '', unit: '', planned: '' }],
        })
      }
    >
      {outputs.map((one, at) => (
        <div key={one.key} className="project-part">
          <Input
            label={text('output')}
            value={one.product}
            onChange={(product) => put({ outputs: changed(outputs, at, { product }) })}
          />
          <Input
            label={text('unit')}
            value={one.unit}
            onChange={(unit) => put({ outputs: changed(outputs, at, { unit }) })}
          />
          <Input
            label={text('outputPlanned')}
            value={one.planned}
            onChange={(planned) => put({ outputs: changed(outputs, at, { planned }) })}
          />
        </div>
      ))}
    </Parts>
  );
}
