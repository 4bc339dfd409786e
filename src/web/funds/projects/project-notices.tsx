// On the page of a project: its notices before it is built and when it is done.
import { Link } from '@tanstack/react-router';
import type { Project } from '#contract/funds-projects.ts';
import { useMay } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { projectNoticeTexts } from './project-notice-texts.ts';

export function ProjectNotices({ project }: { readonly project: Project }) {
  const text = useText(projectNoticeTexts);
  const may = useMay();
  const area = project.area.code;
  const read = useRead(
    'GET /api/publicity/project-notices',
    { query: { area, project: project.id } },
    { enabled: may('publicity.read') },
  );
  const { data } = read;
  if (data === undefined) return null;
  const wasApproved = project.acts.some(({ kind, passes }) => kind === 'approve' && passes);
  const make = [
    ...(wasApproved && project.step !== 'stopped' ? (['projectPlan'] as const) : []),
    ...(project.accepted === null ? [] : (['projectDone'] as const)),
  ].filter((topic) => !data.items.some((one) => one.topic === topic && !one.isWithdrawn));
  return (
    <Block
      title={text('projectBlock')}
      aside={
        <>
          {text('projectAside', { term: text.pick(data.term) })}{' '}
          {data.daysVerified ? null : <Chip meaning="unknown">{text('unverified')}</Chip>}
        </>
      }
    >
      {data.items.length === 0 ? <p className="quiet">{text('projectNone')}</p> : null}
      <ul className="funds-list">
        {data.items.map((one) => (
          <li key={one.id}>
            <p>
              <Link to="/notices/$id" params={{ id: one.id }} className="row-link">
                {text(`topic_${one.topic === 'projectDone' ? 'projectDone' : 'projectPlan'}`)}
              </Link>{' '}
              {text('until', { first: one.firstDay, last: one.lastDay })}{' '}
              <Chip meaning={one.isWithdrawn ? 'neutral' : one.isOver ? 'done' : 'due'}>
                {text(one.isWithdrawn ? 'withdrawn' : one.isOver ? 'over' : 'hanging')}
              </Chip>
            </p>
          </li>
        ))}
      </ul>
      {data.mayPost ? (
        <p className="funds-acts no-print">
          {make.map((topic) => (
            <Link
              key={topic}
              to="/notices/money"
              search={{ of: area, topic, project: project.id }}
              className="button"
            >
              {text(topic === 'projectPlan' ? 'makePlan' : 'makeDone')}
            </Link>
          ))}
        </p>
      ) : null}
    </Block>
  );
}
