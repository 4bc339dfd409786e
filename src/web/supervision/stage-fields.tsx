// Sizes of the stages: of a design within what it allows, or of one's own.
import type { PackDesign } from '#contract/supervision.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import type { DrawForm } from './draw-form.ts';
import { planTexts } from './plan-texts.ts';

interface FieldsProps {
  readonly form: DrawForm;
  readonly onChange: (part: Partial<DrawForm>) => void;
}

export function StageSizes({
  design,
  form,
  onChange,
}: FieldsProps & { readonly design: PackDesign }) {
  const text = useText(planTexts);
  const set = (at: number, size: number) =>
    onChange({
      sizes: design.stages.map((_, index) => (index === at ? size : (form.sizes[index] ?? null))),
    });
  return (
    <ol className="check-stages">
      {design.stages.map((stage, at) => {
        const { least, most, unit } = stage;
        const isFixed = least === null || most === null || least === most;
        const isNamed = stage.how === 'assigned' && unit !== 'household';
        const key = `unit_${unit}`;
        return (
          <li key={`${unit}${stage.how}`}>
            {text.pick(stage.text)}
            {isFixed || isNamed || !text.has(key) ? null : (
              <Field label={text('size', { unit: text(key), least, most })}>
                <input
                  className="input narrow"
                  type="number"
                  min={least}
                  max={most}
                  value={form.sizes[at] ?? most}
                  onChange={(event) => set(at, Number(event.target.value))}
                />
              </Field>
            )}
          </li>
        );
      })}
    </ol>
  );
}

export function OwnStages({ form, onChange }: FieldsProps) {
  const text = useText(planTexts);
  return (
    <>
      <Field label={text('manner')}>
        <select
          className="input"
          value={form.manner}
          onChange={(event) => onChange({ manner: event.target.value as DrawForm['manner'] })}
        >
          {(['simple', 'strata', 'clusters'] as const).map((one) => (
            <option key={one} value={one}>
              {text(`manner_${one}`)}
            </option>
          ))}
        </select>
      </Field>
      {form.manner === 'clusters' ? (
        <>
          <Size
            label={text('villages')}
            value={form.villages}
            onChange={(villages) => onChange({ villages })}
          />
          <Size
            label={text('perVillage')}
            value={form.perVillage}
            onChange={(perVillage) => onChange({ perVillage })}
          />
        </>
      ) : (
        <Size label={text('total')} value={form.total} onChange={(total) => onChange({ total })} />
      )}
    </>
  );
}

function Size({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}) {
  return (
    <Field label={label}>
      <input
        className="input narrow"
        type="number"
        min={1}
        max={10_000}
        required
        value={value}
        onChange={(event) => onChange(Math.max(1, Number(event.target.value)))}
      />
    </Field>
  );
}
