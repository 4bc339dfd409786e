// What may be done with a project as it stands: a button for each act, or why it is closed to the reader.
import { useState } from 'react';
import type { Project } from '#contract/funds-projects.ts';
import { useText } from '#web/text/catalogue.ts';
import { ActSheet } from './act-sheet.tsx';
import { projectTexts } from './project-texts.ts';

type Act = Project['next'][number]['act'];

export function NextActs({ project }: { readonly project: Project }) {
  const text = useText(projectTexts);
  const [doing, setDoing] = useState<Act | undefined>();
  const open = project.next.filter(({ closed }) => closed === null);
  const [first] = open.filter(({ act }) => act !== 'stop');
  const shut = project.next.filter(({ act, closed }) => closed !== null && act !== 'stop');
  if (project.step === 'handedOver' || project.step === 'stopped') return null;
  return (
    <div className="funds-steps no-print">
      <div className="funds-acts">
        {open.map(({ act }) => (
          <button
            key={act}
            type="button"
            className={
              act === first?.act ? 'button primary' : act === 'stop' ? 'button plain' : 'button'
            }
            onClick={() => setDoing(act)}
          >
            {text(`act_${act}`)}
          </button>
        ))}
      </div>
      {shut.map(({ act, closed }) => (
        <p key={act} className="small quiet">
          {text(`act_${act}`)}
          {text.marks.colon}
          {closed === null ? '' : text.pick(closed)}
        </p>
      ))}
      {project.next.length === 0 ? <p className="small quiet">{text('nextNone')}</p> : null}
      {doing === undefined ? null : (
        <ActSheet project={project} act={doing} onClose={() => setDoing(undefined)} />
      )}
    </div>
  );
}
