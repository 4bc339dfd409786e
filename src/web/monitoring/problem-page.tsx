// One problem: where it stands among the states of its list, who has it until when, everything that was
// done about it, and what the reader may do now.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Problem } from '#contract/monitoring.ts';
import { useMay } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { Attachments } from '#web/registry/attachments/attachments.tsx';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { Day } from '#web/ui/figure.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { WholeDays } from '#web/ui/whole-days.tsx';
import { ActSheet, type Offered } from './act-sheet.tsx';
import { ProblemDue } from './problem-rows.tsx';
import { problemTexts } from './problem-texts.ts';
import './monitoring.css';

export function ProblemPage() {
  const text = useText(problemTexts);
  const { id } = useParams({ from: '/frame/problems/$id' });
  const read = useRead('GET /api/monitoring/problems/:id', { params: { id } });
  return (
    <div className="page monitoring monitoring-one">
      <Link to="/problems" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      {read.isPending ? <Skeleton lines={8} /> : null}
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {read.data === undefined ? null : <Loaded one={read.data} />}
    </div>
  );
}

function Loaded({ one }: { readonly one: Problem }) {
  const text = useText(problemTexts);
  const may = useMay();
  const [acting, setActing] = useState<Offered>();
  const [first, ...others] = one.may.filter(({ act }) => act !== 'remark');
  const remark = one.may.find(({ act }) => act === 'remark');
  const button = (offered: Offered | undefined, accent: boolean) =>
    offered === undefined ? null : (
      <button
        key={offered.act}
        type="button"
        className={accent ? 'button primary' : 'button'}
        onClick={() => setActing(offered)}
      >
        {text(`act_${offered.act}`, { state: text.pick(offered.to.title) })}
      </button>
    );
  const at = one.states.findIndex(({ id }) => id === one.state.id);
  return (
    <>
      <PageHead title={one.title} note={`${text('number')} ${one.number} · ${one.place}`} />
      <ol className="monitoring-steps" aria-label={text('stateLabel')}>
        {one.states.map((state, index) => (
          <li
            key={state.id}
            className={index < at || one.closedOn !== null ? 'past' : index === at ? 'here' : ''}
            aria-current={index === at ? 'step' : undefined}
          >
            {text.pick(state.title)}
          </li>
        ))}
      </ol>
      <p>
        <span className="quiet">{text('owner')}</span> {one.owner ?? text('noOwner')}
        {one.dueOn === null || one.closedOn !== null ? (
          ' '
        ) : (
          <span className="quiet"> · {text('due')} </span>
        )}
        <ProblemDue one={one} />{' '}
        {one.urged === 0 ? null : (
          <Chip meaning="due">{text('urgedTimes', { count: one.urged })}</Chip>
        )}
      </p>
      <p className="monitoring-acts no-print">
        {button(first, true)}
        {others.map((offered) => button(offered, false))}
        {button(remark, false)}
      </p>
      {first === undefined && one.closedOn === null ? (
        <p className="quiet">
          {one.owner === null ? text('nothingOpen') : text('nothing', { owner: one.owner })}
        </p>
      ) : null}
      <div className="monitoring-sides">
        <Block title={text('words')}>
          <p className="monitoring-words">{one.words === '' ? one.title : one.words}</p>
          <p className="small quiet">
            <Dotted>
              {text(`source_${one.source}`)}
              <span>
                {text('registeredOn')} <Day day={one.registeredOn} />
              </span>
              {one.household === null ? null : (
                <Link to="/households/$id" params={{ id: one.household }}>
                  {text('openHousehold')}
                </Link>
              )}
            </Dotted>
          </p>
        </Block>
        {may('registry.read') ? (
          <Block title={text('files')} className="monitoring-beside">
            <Attachments
              {...(one.household === null ? { area: one.areaCode } : { household: one.household })}
              subject={`problem:${one.id}`}
              mayAdd={may('registry.attach')}
            />
          </Block>
        ) : null}
        <Block title={text('history')}>
          <ol className="monitoring-trail">
            {[...one.acts].reverse().map((act) => (
              <li key={act.position}>
                <strong>{text(`did_${act.act}`, { state: text.pick(act.state) })}</strong>{' '}
                <small className="quiet">
                  <Day day={act.on} /> {act.by}
                </small>
                {act.owner === null ? null : (
                  <span>
                    <WholeDays>
                      {text('given', { owner: act.owner, due: act.dueOn ?? '' })}
                    </WholeDays>
                  </span>
                )}
                {act.words === '' ? null : <span>{act.words}</span>}
              </li>
            ))}
          </ol>
        </Block>
      </div>
      {acting === undefined ? null : (
        <ActSheet one={one} offered={acting} onClose={() => setActing(undefined)} />
      )}
    </>
  );
}
