// One cell: a patrol to log, what is open, its households, who answered for it before.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { CellView } from '#contract/workforce-grid.ts';
import { useMe } from '#web/access/me.ts';
import { usePages, useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Day } from '#web/ui/figure.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState, useExplanation } from '#web/ui/states.tsx';
import { WholeDays } from '#web/ui/whole-days.tsx';
import { RedrawSheet } from './cell-sheet.tsx';
import { EventLine } from './event-line.tsx';
import { gridTexts } from './grid-texts.ts';
import { OfficerSheet } from './officer-sheet.tsx';
import { PatrolForm } from './patrol-form.tsx';
import { staleGrid } from './stale-grid.ts';
import './grid.css';
import './line-rows.css';
import './workforce.css';

export function CellPage() {
  const { id } = useParams({ from: '/frame/grid/cells/$id' });
  const read = useRead('GET /api/workforce/cells/:id', { params: { id } }, { keep: true });
  if (read.data === undefined) {
    return read.error === null ? (
      <PageSkeleton />
    ) : (
      <div className="page">
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      </div>
    );
  }
  return <Loaded key={id} cell={read.data} />;
}

type Doing = 'redraw' | 'officer' | 'giveUp';

function Loaded({ cell }: { readonly cell: CellView }) {
  const text = useText(gridTexts);
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  return (
    <div className="page workforce grid-page">
      <Link to="/grid" search={{ area: cell.areaCode }} className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead
        title={cell.name}
        note={`${cell.township} ${cell.village}`}
        actions={
          cell.mayDraw
            ? (['giveUp', 'redraw', 'officer'] as const).map((one) => (
                <button key={one} type="button" className="button" onClick={() => setDoing(one)}>
                  {text(one === 'officer' ? 'nameOfficer' : one)}
                </button>
              ))
            : undefined
        }
      />
      <p className="grid-chips">
        {cell.endedOn === null ? null : (
          <Chip meaning="neutral">{text('ended', { on: cell.endedOn })}</Chip>
        )}
        {cell.officer === null ? (
          <Chip meaning="over">{text('noOfficer')}</Chip>
        ) : (
          <span>
            {text('officer')} {cell.officer}{' '}
            <small className="quiet">
              <WholeDays>{text('since', { on: cell.officerSince ?? '' })}</WholeDays>
            </small>
          </span>
        )}
        <span>
          {cell.places
            .map(({ code, name }) => (code.length === 12 ? text('villageItself') : name))
            .join(text.marks.list)}
        </span>
      </p>
      {cell.mayPatrol ? <PatrolForm cell={cell} /> : null}
      <Block title={text('events')}>
        {cell.incidents.length === 0 ? <p className="quiet">{text('eventsFindingNone')}</p> : null}
        <ul className="line-rows">
          {cell.incidents.map((one) => (
            <EventLine key={one.id} one={one} />
          ))}
        </ul>
      </Block>
      <Patrols cell={cell} />
      <Households cell={cell} />
      {doing === 'redraw' ? <RedrawSheet cell={cell} onClose={close} /> : null}
      {doing === 'officer' ? <OfficerSheet cell={cell} onClose={close} /> : null}
      {doing === 'giveUp' ? <GiveUpSheet cell={cell} onClose={close} /> : null}
    </div>
  );
}

function Patrols({ cell }: { readonly cell: CellView }) {
  const text = useText(gridTexts);
  return (
    <Block title={text('patrols')}>
      {cell.patrols.length === 0 ? <p className="quiet">{text('patrolsNone')}</p> : null}
      <ul className="workforce-visits">
        {cell.patrols.map((one) => (
          <li key={one.id}>
            <Day day={one.on} /> {one.by} {one.note}{' '}
            {one.events === 0 ? null : (
              <small className="quiet">{text('found', { count: one.events })}</small>
            )}
          </li>
        ))}
      </ul>
      {cell.officers.length === 0 ? null : (
        <details>
          <summary>{text('formerOfficers')}</summary>
          <ul className="workforce-visits">
            {cell.officers.map((one) => (
              <li key={`${one.name} ${one.from} ${one.to}`}>
                {one.name}{' '}
                <small className="quiet">
                  <WholeDays>{text('term', { from: one.from, to: one.to })}</WholeDays>
                </small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Block>
  );
}

function Households({ cell }: { readonly cell: CellView }) {
  const text = useText(gridTexts);
  const isOwn = useMe().role === 'helper';
  const list = usePages('GET /api/workforce/cells/:id/households', { params: { id: cell.id } });
  return (
    <Block
      title={text(isOwn ? 'householdsOwn' : 'householdsHere')}
      aside={text('householdCount', { count: cell.households })}
    >
      {list.error === null ? null : <ErrorState error={list.error} retry={list.refetch} />}
      <ul className="workforce-visits">
        {list.items.map((one) => (
          <li key={one.household}>
            <Link to="/households/$id" params={{ id: one.household }} className="row-link">
              {one.headName ?? one.householdNo}
            </Link>{' '}
            <small className="quiet">
              {cell.places.find(({ code }) => one.areaCode.startsWith(code) && code.length > 12)
                ?.name ?? ''}{' '}
              {text('members', { count: one.members })}
              {one.isRegistered ? '' : ` · ${text('notRegistered')}`}
            </small>
          </li>
        ))}
      </ul>
      <MoreButton list={list}>{text('householdsMore')}</MoreButton>
    </Block>
  );
}

function GiveUpSheet({ cell, onClose }: { readonly cell: CellView; readonly onClose: () => void }) {
  const text = useText(gridTexts);
  const say = useSay();
  const end = useWrite('POST /api/workforce/cells/:id/end', {
    stale: staleGrid,
    onDone: () => {
      say(text('saidSaved'));
      onClose();
    },
  });
  const problem = useExplanation(end.error);
  return (
    <Sheet title={text('giveUpTitle', { cell: cell.name })} onClose={onClose} centred>
      <EmptyState title={text('giveUp')} text={text('giveUpText')} />
      <Problem>{problem}</Problem>
      <p className="sheet-act">
        <button
          type="button"
          className="button primary"
          disabled={end.isPending}
          onClick={() => end.mutate({ params: { id: cell.id } })}
        >
          {text('giveUp')}
        </button>
      </p>
    </Sheet>
  );
}
