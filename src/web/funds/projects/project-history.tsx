// What was done with a project, the latest first.
import type { Project } from '#contract/funds-projects.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { projectTexts } from './project-texts.ts';

export function History({ project }: { readonly project: Project }) {
  const text = useText(projectTexts);
  const note = (facts: Project['acts'][number]['facts']) =>
    typeof facts.note === 'string' ? facts.note : '';
  return (
    <Block title={text('steps')} aside={text('stepsAside')}>
      <ol className="funds-list project-history">
        {[...project.acts].reverse().map((act) => (
          <li key={act.position}>
            <p>
              <time dateTime={act.on}>{act.on}</time> {text(`did_${act.kind}`)}
              {act.passes ? '' : ` · ${text('failed')}`}
              {act.milestone === null
                ? ''
                : ` · ${project.milestones.find(({ id }) => id === act.milestone)?.title ?? ''}`}
            </p>
            <p className="small quiet">
              {act.by} {act.office} {note(act.facts)}
            </p>
          </li>
        ))}
      </ol>
    </Block>
  );
}
