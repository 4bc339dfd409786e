// A county loads its own outlines; nothing is shipped.
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { BoundaryReport } from '#contract/registry-areas.ts';
import { upload } from '#web/client/call.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Field } from '#web/ui/field.tsx';
import { FileChoice } from '#web/ui/file-choice.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { areasTexts } from './areas-texts.ts';

const systems = ['WGS84', 'CGCS2000', 'GCJ-02'] as const;
type System = (typeof systems)[number];

export function AreaOutlines({ area }: { readonly area: string }) {
  const text = useText(areasTexts);
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const [coordinates, setCoordinates] = useState<System>('CGCS2000');
  const [source, setSource] = useState('');
  const [busy, setBusy] = useState(false);
  const [report, setReport] = useState<BoundaryReport>();
  const [problem, setProblem] = useState<unknown>(null);
  const explanation = useExplanation(problem);
  const load = async (chosen: File) => {
    setBusy(true);
    setProblem(null);
    const sent = { params: { area }, query: { coordinates, source: source.trim() } };
    await upload('PUT /api/registry/areas/:area/boundaries', sent, chosen)
      .then(setReport, setProblem)
      .finally(() => setBusy(false));
    await client.invalidateQueries({ queryKey: ['GET /api/insight/overview'] });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file !== undefined) void load(file);
  };
  return (
    <Block title={text('outlines')} aside={text('outlinesNote')}>
      <p className="sheet-lead">{text('outlinesLead')}</p>
      <form onSubmit={submit}>
        <FileChoice
          label={text('file')}
          button={text('chooseFile')}
          accept=".geojson,.json,application/geo+json"
          chosen={file?.name}
          onChoose={setFile}
        />
        <Field label={text('coordinates')}>
          <select
            className="input"
            value={coordinates}
            onChange={(event) =>
              setCoordinates(systems.find((one) => one === event.target.value) ?? 'CGCS2000')
            }
          >
            {systems.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </Field>
        <Field label={text('source')} hint={text('sourceHint')} problem={explanation}>
          <input
            className="input"
            required
            maxLength={200}
            value={source}
            onChange={(event) => setSource(event.target.value)}
          />
        </Field>
        <p className="sheet-act">
          <button type="submit" className="button" disabled={busy || file === undefined}>
            {text('load')}
          </button>
        </p>
      </form>
      {report === undefined ? null : (
        <div aria-live="polite">
          <p>{text('loaded', { count: report.stored })}</p>
          {report.recognised === null ? null : (
            <p className="notice">{text('recognised', { system: report.recognised })}</p>
          )}
          {report.problems.map((one) => (
            <p key={`${one.feature}${one.code}`} className="notice problem">
              {text('problem', { feature: one.feature, message: text.pick(one.message) })}
            </p>
          ))}
        </div>
      )}
    </Block>
  );
}
