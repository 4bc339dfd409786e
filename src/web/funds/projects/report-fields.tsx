// How far the works are: per cent, each output new and in all, and what people of poor households earned.

import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import type { ActPart } from './act-sheet.tsx';
import { projectTexts } from './project-texts.ts';
import { shownQuantity } from './shown-quantity.ts';
import type { ReportedOutput } from './typed-act.ts';

export function ReportFields({ project, typed, put }: ActPart) {
  const text = useText(projectTexts);
  const set = (position: number, part: Partial<ReportedOutput>) =>
    put({
      outputs: typed.outputs.map((one) => (one.position === position ? { ...one, ...part } : one)),
    });
  return (
    <>
      <Field label={text('percent')}>
        <input
          className="input"
          type="number"
          min={0}
          max={100}
          required
          value={typed.percent}
          onChange={(event) => put({ percent: event.target.value })}
        />
      </Field>
      {project.outputs.map((one, index) => (
        <fieldset key={one.position} className="project-parts">
          <legend className="field-label">
            {one.product} {text('outputPlanned')} {shownQuantity(one.planned)} {one.unit}
          </legend>
          <div className="project-part">
            <Field label={text('added')} hint={text('addedHint')}>
              <input
                className="input"
                type="number"
                min={0}
                step="any"
                value={typed.outputs[index]?.added ?? ''}
                onChange={(event) => set(one.position, { added: event.target.value })}
              />
            </Field>
            <Field label={text('total')} hint={text('totalHint')}>
              <input
                className="input"
                type="number"
                min={0}
                step="any"
                value={typed.outputs[index]?.total ?? ''}
                onChange={(event) => set(one.position, { total: event.target.value })}
              />
            </Field>
          </div>
        </fieldset>
      ))}
      <div className="project-part">
        <Field label={text('workers')}>
          <input
            className="input"
            type="number"
            min={0}
            value={typed.workers}
            onChange={(event) => put({ workers: event.target.value })}
          />
        </Field>
        <Field label={text('wages')}>
          <input
            className="input"
            value={typed.wages}
            onChange={(event) => put({ wages: event.target.value })}
          />
        </Field>
      </div>
    </>
  );
}
