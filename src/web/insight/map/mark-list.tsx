// What the marks mean, and what stands in the village that was pressed.
import { Link } from '@tanstack/react-router';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownDay, shownYuan } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { projectTexts } from '../../funds/projects/project-texts.ts';
import { mapTexts } from './texts.ts';
import type { ShownMarks } from './use-marks.ts';

interface MarkListProps {
  readonly marks: ShownMarks;
  readonly village: string | undefined;
}

export function MarkList({ marks, village }: MarkListProps) {
  const index = marks.villages.findIndex(({ code }) => code === village);
  const found = marks.villages[index];
  return (
    <>
      <MarkKey marks={marks} />
      {found === undefined ? null : <VillageList marks={marks} index={index} name={found.name} />}
    </>
  );
}

function MarkKey({ marks }: { readonly marks: ShownMarks }) {
  const text = useText(mapTexts);
  const { kinds, projects, teams, funds, villages } = marks;
  const most = Math.max(0, ...(funds ?? []).map(({ paidFen }) => paidFen));
  const late = projects.filter(({ isLate }) => isLate).length;
  const isWide = villages.length === 0 && projects.length === 0;
  return (
    <div className="mark-key quiet">
      {kinds.includes('projects') ? (
        <span>
          <svg className="map-mark" width={16} height={16} aria-hidden="true">
            <rect className="project" x={1.5} y={1.5} width={13} height={13} />
          </svg>
          {text('projectsKey', { count: projects.length, late })}
        </span>
      ) : null}
      {kinds.includes('teams') ? (
        <span>
          <svg className="map-mark" width={18} height={18} aria-hidden="true">
            <path className="team" d="M9 1L17 9L9 17L1 9Z" />
          </svg>
          {text('teamsKey', { count: teams.length })}
        </span>
      ) : null}
      {kinds.includes('funds') ? (
        <span>
          <svg className="fund" width={18} height={18} aria-hidden="true">
            <circle cx={9} cy={9} r={7.5} />
          </svg>
          {funds === null
            ? text('fundsClosed')
            : most === 0
              ? text('fundsNone')
              : text('fundsKey', { yuan: shownYuan(most, text.language) })}
        </span>
      ) : null}
      {isWide && kinds.some((kind) => kind !== 'funds') ? <span>{text('marksWide')}</span> : null}
      {marks.capped ? <span>{text('marksCapped', { count: projects.length })}</span> : null}
    </div>
  );
}

function VillageList({
  marks,
  index,
  name,
}: {
  readonly marks: ShownMarks;
  readonly index: number;
  readonly name: string;
}) {
  const text = useText(mapTexts);
  const project = useText(projectTexts);
  const stepOf = (step: string) => {
    const key = `step_${step}`;
    return project.has(key) ? project(key) : step;
  };
  const projects = marks.projects.filter((one) => one.village === index);
  const teams = marks.teams.filter((one) => one.village === index);
  return (
    <Block title={text('standsIn', { village: name })}>
      <ul className="mark-list">
        {projects.map((one) => (
          <li key={one.id}>
            <Link to="/projects/$id" params={{ id: one.id }} className="row-link">
              {one.title}
            </Link>
            <span className="small quiet">
              {stepOf(one.step)} {exactNumber(one.percent)}%
            </span>
            {one.dueOn === null ? null : (
              <span className={one.isLate ? 'small over' : 'small quiet'}>
                {one.isLate ? '▲ ' : ''}
                {text('due', { day: shownDay(one.dueOn, text.language) })}
              </span>
            )}
          </li>
        ))}
        {teams.map(({ title, people }) => (
          <li key={title.zh}>
            <span>{text.pick(title)}</span>
            <span className="small quiet">{text('teamPeople', { people })}</span>
          </li>
        ))}
      </ul>
    </Block>
  );
}
