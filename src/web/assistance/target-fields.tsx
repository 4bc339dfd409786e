// Yearly targets and milestones of a plan as they are typed; the actual is computed and typed by nobody.
import { useText } from '#web/text/catalogue.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import type { DraftTarget } from './plan-draft.ts';
import { planTexts } from './plan-texts.ts';

const ofHousehold = ['incomePerHead', 'free'] as const;
const ofVillage = ['exitedHouseholds', 'exitedPersons', 'free'] as const;

export function TargetFields({
  targets,
  isVillage,
  onChange,
  onAdd,
}: {
  readonly targets: readonly DraftTarget[];
  readonly isVillage: boolean;
  readonly onChange: (next: readonly DraftTarget[]) => void;
  readonly onAdd: (kind: DraftTarget['kind']) => void;
}) {
  const text = useText(planTexts);
  const set = (at: number, one: DraftTarget) =>
    onChange(targets.map((each, index) => (index === at ? one : each)));
  return (
    <fieldset>
      <legend>{text('targets')}</legend>
      {targets.map((one, at) => (
        <div key={one.key} className="plan-fields">
          {one.kind === 'milestone' ? (
            <Field label={text('milestone')}>
              <input
                className="input"
                maxLength={120}
                value={one.title}
                onChange={(event) => set(at, { ...one, title: event.target.value })}
              />
            </Field>
          ) : (
            <Field label={text('target')}>
              <select
                className="input"
                value={one.metric}
                onChange={(event) =>
                  set(at, {
                    ...one,
                    metric:
                      [...ofHousehold, ...ofVillage].find((each) => each === event.target.value) ??
                      'free',
                  })
                }
              >
                {(isVillage ? ofVillage : ofHousehold).map((metric) => (
                  <option key={metric} value={metric}>
                    {text(`metric_${metric}`)}
                  </option>
                ))}
              </select>
            </Field>
          )}
          <Field label={text('dueOn')}>
            <DayInput required value={one.dueOn} onChange={(dueOn) => set(at, { ...one, dueOn })} />
          </Field>
          {one.kind === 'milestone' ? null : (
            <Field label={`${text('value')} ${one.unit}`}>
              <input
                className="input"
                inputMode="decimal"
                maxLength={12}
                value={one.value}
                onChange={(event) => set(at, { ...one, value: event.target.value })}
              />
            </Field>
          )}
          <p className="wide no-print">
            <button
              type="button"
              className="link"
              onClick={() => onChange(targets.filter((_, index) => index !== at))}
            >
              {text('removeMeasure')}
            </button>
          </p>
        </div>
      ))}
      <p className="help-acts no-print">
        <button type="button" className="button" onClick={() => onAdd('year')}>
          {text('addYear')}
        </button>
        <button type="button" className="button" onClick={() => onAdd('milestone')}>
          {text('addMilestone')}
        </button>
      </p>
    </fieldset>
  );
}
