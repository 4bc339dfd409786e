// What the plan draws and proves, said before it is drawn; and the sizes that would prove the claim.
import type { PackDesign } from '#contract/supervision.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { ColumnHeads } from '#web/ui/column-heads.tsx';
import { Field } from '#web/ui/field.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { type DrawForm, planPartsOf } from './draw-form.ts';
import { planTexts } from './plan-texts.ts';

export function ClaimPreview({
  form,
  design,
  onChange,
}: {
  readonly form: DrawForm;
  readonly design: PackDesign | undefined;
  readonly onChange: (part: Partial<DrawForm>) => void;
}) {
  const text = useText(planTexts);
  const plan = JSON.stringify(planPartsOf(form, design));
  const foreseen = useRead(
    'GET /api/supervision/previews',
    { query: { area: form.area.code, plan } },
    { enabled: form.area.code !== '', keep: true },
  );
  const problem = useExplanation(foreseen.error);
  const { data } = foreseen;
  const isClustered = design === undefined ? form.manner === 'clusters' : true;
  return (
    <Block title={text('preview')}>
      <div className="check-claim">
        <Field label={text('right')}>
          <input
            className="input narrow"
            type="number"
            min={50}
            max={99.9}
            step={0.1}
            value={form.right}
            onChange={(event) => onChange({ right: Number(event.target.value) })}
          />
        </Field>
        <Field label={text('confidence')}>
          <input
            className="input narrow"
            type="number"
            min={50}
            max={99}
            value={form.confidence}
            onChange={(event) => onChange({ confidence: Number(event.target.value) })}
          />
        </Field>
      </div>
      <div role="status">
        {problem === undefined ? null : <p className="field-problem">{problem}</p>}
        {data === undefined ? (
          <p className="quiet">{text('previewEmpty')}</p>
        ) : (
          <>
            <p className="claim-sentence">{text.pick(data.judged.sentence)}</p>
            <p className="quiet">
              {text('frame', { count: data.frame })}
              {text.marks.comma}
              {text('drawn', { count: data.drawn })}
            </p>
            {isClustered ? <p className="small quiet">{text('clustered')}</p> : null}
          </>
        )}
      </div>
      {data === undefined || data.sizes.length === 0 ? null : (
        <>
          <p className="small quiet">
            {text('table', { right: `${form.right}%`, confidence: `${form.confidence}%` })}
          </p>
          <table className="rows dense">
            <thead>
              <tr>
                <ColumnHeads
                  heads={['faults', 'needed']}
                  figures={['faults', 'needed']}
                  nameOf={text}
                />
              </tr>
            </thead>
            <tbody>
              {data.sizes.map(({ faults, households }) => (
                <tr key={faults}>
                  <td className="number">{faults}</td>
                  <td className="number">{households}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Block>
  );
}
