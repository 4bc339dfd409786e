// The exit of one village or county: what was begun, and what may be begun with the reason where not.
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { AreaExits, ExitRow } from '#contract/casework-areas.ts';
import { useMay } from '#web/access/me.ts';
import { shownMeasure } from '#web/casework/checks/shown-measure.ts';
import { staleCases } from '#web/casework/stale-cases.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { exitTexts } from './exit-texts.ts';
import { exitMeanings } from './exits-page.tsx';
import './exits.css';

export function AreaPage() {
  const text = useText(exitTexts);
  const { area } = useParams({ from: '/frame/exits/$area' });
  const cases = useRead('GET /api/casework/areas/:area/cases', { params: { area } });
  const exits = useRead('GET /api/casework/exits', { query: { area } });
  const failed = [cases, exits].find(({ error }) => error !== null);
  if (failed !== undefined) {
    return (
      <div className="page">
        <ErrorState error={failed.error} retry={() => void failed.refetch()} />
      </div>
    );
  }
  if (cases.data === undefined || exits.data === undefined) return <PageSkeleton />;
  const row = exits.data.items.find((one) => one.area === area);
  return (
    <div className="page">
      <Link to="/exits" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead
        title={text('areaTitle', { name: row?.name ?? area })}
        note={row === undefined ? undefined : row.township}
      />
      {row === undefined ? null : <Incidence row={row} exits={exits.data} />}
      <Block title={text('cases')}>
        {cases.data.items.length === 0 ? (
          <p className="quiet">{text('casesNone')}</p>
        ) : (
          <ul className="exits-cases">
            {cases.data.items.map((one) => (
              <li key={one.id}>
                <Link to="/cases/$id" params={{ id: one.id }} className="link">
                  {text.pick(one.process.title)}
                </Link>{' '}
                {one.step === null
                  ? text('ended', {
                      end: one.end === null ? '' : text.pick(one.end.title),
                      on: one.endedOn ?? '',
                    })
                  : text('waits', { step: text.pick(one.step.title), on: one.clock.since })}
              </li>
            ))}
          </ul>
        )}
      </Block>
      <Begin area={area} processes={cases.data.processes} />
    </div>
  );
}

/** What decides whether an exit may be begun at all, with both its numbers. */
function Incidence({ row, exits }: { readonly row: ExitRow; readonly exits: AreaExits }) {
  const text = useText(exitTexts);
  const { holds, incidence, poorPersons, ruralPopulation } = row;
  const standing = holds === null ? 'unknown' : holds ? 'below' : 'above';
  return (
    <Finding
      detail={
        <>
          <Chip meaning={exitMeanings[standing]}>{text(standing)}</Chip>{' '}
          {exits.limit === null
            ? null
            : text('against', { limit: shownMeasure(exits.limit, '', text.language) })}
        </>
      }
    >
      {incidence === null || ruralPopulation === null
        ? text('areaUnknown')
        : text('areaFinding', {
            incidence: exactNumber(incidence, 2),
            poor: exactNumber(poorPersons),
            rural: exactNumber(ruralPopulation),
          })}
    </Finding>
  );
}

interface BeginProps {
  readonly area: string;
  readonly processes: readonly {
    readonly id: string;
    readonly title: { readonly zh: string; readonly en: string };
    readonly closed: { readonly zh: string; readonly en: string } | null;
  }[];
}

function Begin({ area, processes }: BeginProps) {
  const text = useText(exitTexts);
  const may = useMay();
  const navigate = useNavigate();
  const begin = useWrite('POST /api/casework/areas/:area/cases', {
    stale: ['GET /api/casework/areas/:area/cases', 'GET /api/casework/exits', ...staleCases],
    onDone: ({ id }) => void navigate({ to: '/cases/$id', params: { id } }),
  });
  const problem = useExplanation(begin.error);
  if (!may('casework.act')) return null;
  return (
    <Block title={text('beginTitle')}>
      {processes.length === 0 ? <p className="quiet">{text('beginNone')}</p> : null}
      <ul className="exits-cases">
        {processes.map(({ id, title, closed }) => (
          <li key={id}>
            {closed === null ? (
              <button
                type="button"
                className="button primary"
                disabled={begin.isPending}
                onClick={() => begin.mutate({ params: { area }, body: { process: id } })}
              >
                {text('begin', { process: text.pick(title) })}
              </button>
            ) : (
              <>
                {text.pick(title)} <span className="quiet">{text.pick(closed)}</span>
              </>
            )}
          </li>
        ))}
      </ul>
      <Problem>{problem}</Problem>
    </Block>
  );
}
