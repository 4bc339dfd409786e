// On the page of a project: what it formed, entered after its acceptance.
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Project } from '#contract/funds-projects.ts';
import { assetKinds } from '#domain/funds/projects/asset.ts';
import { useMay } from '#web/access/me.ts';
import { usePages, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { Yuan } from '#web/ui/figure.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { fenOfTyped } from '../read-yuan.ts';
import { TextField } from './act-sheet.tsx';
import { assetMeanings } from './asset-list-page.tsx';
import { assetTexts } from './asset-texts.ts';
import { staleAssets } from './stale-assets.ts';

export function ProjectAssets({ project }: { readonly project: Project }) {
  const text = useText(assetTexts);
  const may = useMay();
  const [entering, setEntering] = useState(false);
  const isFinished = project.accepted !== null;
  const list = usePages(
    'GET /api/funds/assets',
    { query: { area: project.area.code, project: project.id, limit: 50 } },
    { enabled: isFinished && may('funds.read') },
  );
  if (!isFinished || !may('funds.read')) return null;
  return (
    <Block title={text('ofProject')}>
      {list.items.length === 0 ? <p className="quiet">{text('ofProjectNone')}</p> : null}
      <ul className="funds-list">
        {list.items.map((one) => (
          <li key={one.id}>
            <p>
              <Link to="/assets/$id" params={{ id: one.id }} className="row-link">
                {one.title}
              </Link>{' '}
              <Yuan fen={one.value} />{' '}
              <Chip meaning={assetMeanings[one.state]}>{text(`state_${one.state}`)}</Chip>
            </p>
          </li>
        ))}
      </ul>
      {may('funds.list') ? (
        <p className="funds-acts no-print">
          <button type="button" className="button" onClick={() => setEntering(true)}>
            {text('enter')}
          </button>
        </p>
      ) : null}
      {entering ? <EnterSheet project={project} onClose={() => setEntering(false)} /> : null}
    </Block>
  );
}

function EnterSheet({
  project,
  onClose,
}: {
  readonly project: Project;
  readonly onClose: () => void;
}) {
  const text = useText(assetTexts);
  const say = useSay();
  const [title, setTitle] = useState(project.title);
  const [kind, setKind] = useState<(typeof assetKinds)[number]>('public');
  const [yuan, setYuan] = useState(String((project.accepted ?? 0) / 100));
  const [formedOn, setFormedOn] = useState(project.stepOn);
  const enter = useWrite('POST /api/funds/projects/:id/assets', {
    stale: staleAssets,
    onDone: () => {
      say(text('saidEntered'));
      onClose();
    },
  });
  const problem = useExplanation(enter.error);
  const value = fenOfTyped(yuan);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (value === undefined) return;
    enter.mutate({ params: { id: project.id }, body: { title, kind, value, formedOn } });
  };
  return (
    <Sheet title={text('enterTitle')} onClose={onClose} centred>
      <form onSubmit={submit}>
        <p className="sheet-lead">{text('enterLead')}</p>
        <TextField label={text('name')} value={title} required onChange={setTitle} />
        <Field label={text('kind')}>
          <select
            className="input"
            value={kind}
            onChange={(event) =>
              setKind(assetKinds.find((one) => one === event.target.value) ?? 'public')
            }
          >
            {assetKinds.map((one) => (
              <option key={one} value={one}>
                {text(`kind_${one}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field
          label={text('valueYuan')}
          problem={value === undefined ? text('amountWrong') : undefined}
        >
          <input
            className="input"
            required
            value={yuan}
            onChange={(event) => setYuan(event.target.value)}
          />
        </Field>
        <Field label={text('formedOn')} problem={problem}>
          <DayInput required value={formedOn} onChange={setFormedOn} />
        </Field>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={enter.isPending}>
            {text('submit')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
