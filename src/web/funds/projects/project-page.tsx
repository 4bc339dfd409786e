// One project: where it stands, what is next, its money, what was built, whom it is for, who did what when.
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Project } from '#contract/funds-projects.ts';
import { projectSteps } from '#domain/funds/projects/project.ts';
import { useMay } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { Attachments } from '#web/registry/attachments/attachments.tsx';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, exactYuan, shownYuan } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { NextActs } from './next-acts.tsx';
import { ProjectAssets } from './project-assets.tsx';
import { History } from './project-history.tsx';
import { ProjectHouseholds } from './project-households.tsx';
import { Marks } from './project-list-page.tsx';
import { ProjectMoney } from './project-money.tsx';
import { ProjectNotices } from './project-notices.tsx';
import { projectTexts } from './project-texts.ts';
import { shownQuantity } from './shown-quantity.ts';
import '../funds.css';
import './projects.css';

export function ProjectPage() {
  const { id = '' } = useParams({ strict: false });
  const text = useText(projectTexts);
  const read = useRead('GET /api/funds/projects/:id', { params: { id } });
  if (read.data !== undefined) {
    return <ProjectOf project={read.data} again={() => void read.refetch()} />;
  }
  if (read.error === null) return <PageSkeleton />;
  return (
    <div className="page funds">
      <Link to="/projects" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    </div>
  );
}

function ProjectOf({ project, again }: { readonly project: Project; readonly again: () => void }) {
  const text = useText(projectTexts);
  const { expectedHouseholds, expectedPersons } = project;
  return (
    <div className="page funds">
      <Link to="/projects" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead
        title={project.title}
        note={<Marks one={project} />}
        actions={
          project.mayChange ? (
            <Link to="/projects/$id/change" params={{ id: project.id }} className="button">
              {text('change')}
            </Link>
          ) : undefined
        }
      />
      <Finding
        detail={[
          project.number,
          project.area.name,
          text.pick(project.kindTitle),
          text(`level_${project.level}`),
          text(`mode_${project.mode}`),
        ].join(' · ')}
      >
        {text(project.accepted === null ? 'findingOne' : 'findingAccepted', {
          planned: shownYuan(project.planned, text.language),
          allocated: shownYuan(project.allocated, text.language),
          paid: shownYuan(project.paid, text.language),
          accepted: shownYuan(project.accepted ?? 0, text.language),
        })}
      </Finding>
      <Rail project={project} />
      <NextActs project={project} />
      <Signals project={project} />
      <div className="project-pair">
        <div>
          <ProjectMoney project={project} />
          <Outputs project={project} />
          <ProjectAssets project={project} />
          <ProjectHouseholds project={project} />
        </div>
        <div>
          <History project={project} />
          <ProjectNotices project={project} />
          <Photographs project={project} again={again} />
          <Block title={text('basics')}>
            <dl className="funds-facts">
              <Fact name={text('holder')} words={project.holder} />
              <Fact name={text('arrangement')} words={project.arrangement} />
              <Fact name={text('moneyFrom')} words={project.money} />
              <Fact name={text('organiser')} words={project.organiser} />
              <Fact name={text('implementer')} words={project.implementer} />
              <Fact name={text('dueOn')} words={project.dueOn ?? ''} />
              <Fact name={text('acceptance')} words={project.acceptance} />
              <Fact name={text('mechanism')} words={project.mechanism} />
              {project.linkTitle === null ? null : (
                <Fact name={text('link')} words={text.pick(project.linkTitle)} />
              )}
              {project.contractor === null ? null : (
                <Fact
                  name={text('contractor')}
                  words={`${project.contractor} ${exactYuan(project.contract ?? 0)}`}
                />
              )}
              {project.localLabour || project.workers > 0 ? (
                <Fact
                  name={text('localLabour')}
                  words={text('laboured', {
                    workers: exactNumber(project.workers),
                    wages: exactYuan(project.wages),
                  })}
                />
              ) : null}
              <Fact
                name={text('expected')}
                words={[
                  project.expectedEffect,
                  expectedHouseholds === null && expectedPersons === null
                    ? ''
                    : text('estimate', {
                        households: exactNumber(expectedHouseholds ?? 0),
                        persons: exactNumber(expectedPersons ?? 0),
                      }),
                ]
                  .filter((part) => part !== '')
                  .join(' ')}
              />
              <Fact
                name={text('actual')}
                words={[
                  project.actualEffect,
                  project.accepted === null || project.households === 0
                    ? ''
                    : text('actualCount', {
                        households: exactNumber(project.households),
                        persons: exactNumber(project.persons),
                      }),
                ]
                  .filter((part) => part !== '')
                  .join(' ')}
              />
            </dl>
          </Block>
        </div>
      </div>
    </div>
  );
}

function Fact({ name, words }: { readonly name: string; readonly words: string }) {
  const text = useText(projectTexts);
  return (
    <>
      <dt>{name}</dt>
      <dd>{words === '' ? <span className="chip unknown">{text('noHolder')}</span> : words}</dd>
    </>
  );
}

function Rail({ project }: { readonly project: Project }) {
  const text = useText(projectTexts);
  const at = projectSteps.indexOf(project.step);
  const shown = projectSteps.filter((step) => step !== 'stopped' || project.step === 'stopped');
  return (
    <ol className="project-rail" aria-label={text('steps')}>
      {shown.map((step, index) => (
        <li
          key={step}
          className={index < at && project.step !== 'stopped' ? 'done' : ''}
          {...(step === project.step ? { 'aria-current': 'step' as const } : {})}
        >
          {text(`step_${step}`)}
          {step === project.step ? <small>{project.stepOn}</small> : null}
        </li>
      ))}
    </ol>
  );
}

function Signals({ project }: { readonly project: Project }) {
  const text = useText(projectTexts);
  return project.signalsOpen.map(({ signal, words, verified, others }) => (
    <div key={signal} className="notice">
      <p>
        <strong>{text(`signal_${signal}`)}</strong> {text.pick(words)}
        {verified ? '' : text('unverified')}
      </p>
      <p className="small">
        {text('others')}{' '}
        {others.map((one) => (
          <Link key={one.id} to="/projects/$id" params={{ id: one.id }} className="link">
            {one.title} {shownYuan(one.planned, text.language)}{' '}
          </Link>
        ))}
      </p>
    </div>
  ));
}

function Outputs({ project }: { readonly project: Project }) {
  const text = useText(projectTexts);
  if (project.outputs.length === 0) return null;
  return (
    <Block title={text('outputs')} aside={`${project.percent}%`}>
      <StackedTable
        label={text('outputs')}
        heads={['output', 'outputPlanned', 'added', 'total', 'unit']}
        figures={['outputPlanned', 'added', 'total']}
        nameOf={(head) => text(head)}
      >
        <tbody>
          {project.outputs.map((one) => (
            <tr key={one.position}>
              <td>{one.product}</td>
              <td className="number">{shownQuantity(one.planned)}</td>
              <td className="number">{one.added === null ? '—' : shownQuantity(one.added)}</td>
              <td className="number">{one.total === null ? '—' : shownQuantity(one.total)}</td>
              <td>{one.unit}</td>
            </tr>
          ))}
        </tbody>
      </StackedTable>
    </Block>
  );
}

/** A photograph that is handed in opens the acceptance: the project is read again. */
function Photographs({
  project,
  again,
}: {
  readonly project: Project;
  readonly again: () => void;
}) {
  const text = useText(projectTexts);
  const may = useMay();
  const area = project.area.code;
  const subject = `project:${project.id}`;
  const files = useRead('GET /api/registry/areas/:area/attachments', {
    params: { area },
    query: { subject },
  });
  const shown = files.data?.items.filter(({ kind }) => kind === 'picture').length;
  const isNew = shown !== undefined && shown !== project.photographs;
  useEffect(() => {
    if (isNew) again();
  }, [isNew, again]);
  return (
    <Block title={text('photographs')} aside={text('photographsAside')}>
      <Attachments
        area={area}
        subject={subject}
        kinds={['picture', 'document', 'further']}
        mayAdd={may('registry.attach')}
      />
    </Block>
  );
}
