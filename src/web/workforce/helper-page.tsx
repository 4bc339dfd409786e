// One helper: their households with what is due, what is offered to them, leave and departure.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { HelpedRow, Helper } from '#contract/workforce.ts';
import { useMay } from '#web/access/me.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { Day } from '#web/ui/figure.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { useSay } from '#web/ui/said.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { useRule } from './coverage-blocks.tsx';
import { DepartSheet, LeaveSheet } from './helper-acts.tsx';
import { HelperForm } from './helper-form.tsx';
import { HelperState } from './helper-rows.tsx';
import { helperTexts } from './helper-texts.ts';
import { OfferList } from './offer-list.tsx';
import { PairSheet } from './pair-sheet.tsx';
import { staleHelp } from './stale-help.ts';
import './workforce.css';

export function HelperPage() {
  const { id = '' } = useParams({ strict: false });
  const read = useRead('GET /api/workforce/helpers/:id', { params: { id } });
  if (read.data !== undefined) return <HelperOf helper={read.data} />;
  if (read.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    </div>
  );
}

function HelperOf({ helper }: { readonly helper: Helper }) {
  const text = useText(helperTexts);
  const may = useMay();
  const visitRule = useRule(helper.visitRule);
  const [sheet, setSheet] = useState<'leave' | 'depart' | 'edit'>();
  const [handing, setHanding] = useState<HelpedRow>();
  const coverage = useRead(
    'GET /api/workforce/coverage',
    { query: { area: helper.areaCode } },
    { enabled: sheet === 'edit' },
  );
  return (
    <div className="page workforce">
      {may('workforce.read') ? (
        <Link to="/helpers" className="back-link no-print">
          ‹ {text('back')}
        </Link>
      ) : null}
      <PageHead
        title={helper.name}
        note={
          <>
            <span>
              {[text.pick(helper.rankTitle), helper.unit?.name ?? '', helper.title]
                .filter(Boolean)
                .join(' · ')}{' '}
              ·
            </span>{' '}
            {helper.leftOn === null ? (
              <HelperState helper={helper} />
            ) : (
              <Chip meaning="neutral">{text('left', { on: helper.leftOn })}</Chip>
            )}
          </>
        }
        actions={helper.mayManage ? <HelperActs helper={helper} onOpen={setSheet} /> : undefined}
      />
      <div className="workforce-pair">
        <div>
          <OfferList offers={helper.offers} />
          <Block
            title={`${text('helped')} ${helper.helped.length}`}
            aside={text('helpedAside', { rule: visitRule })}
          >
            {helper.helped.length === 0 ? <p className="quiet">{text('helpedEmpty')}</p> : null}
            <ul className="workforce-cards workforce-helped">
              {helper.helped.map((one) => (
                <HelpedItem
                  key={one.pairing}
                  helped={one}
                  onHandOver={
                    helper.mayManage && one.forName === null && one.offeredTo === null
                      ? () => setHanding(one)
                      : undefined
                  }
                />
              ))}
            </ul>
          </Block>
        </div>
        <Facts helper={helper} />
      </div>
      {sheet === 'leave' ? (
        <LeaveSheet helper={helper} onClose={() => setSheet(undefined)} />
      ) : null}
      {sheet === 'depart' ? (
        <DepartSheet helper={helper} onClose={() => setSheet(undefined)} />
      ) : null}
      {sheet === 'edit' && coverage.data !== undefined ? (
        <HelperForm
          area={helper.areaCode}
          ranks={coverage.data.ranks}
          helper={helper}
          onClose={() => setSheet(undefined)}
        />
      ) : null}
      {handing === undefined ? null : (
        <PairSheet
          household={handing.household}
          headName={handing.headName}
          act="offer"
          onClose={() => setHanding(undefined)}
        />
      )}
    </div>
  );
}

function HelperActs({
  helper,
  onOpen,
}: {
  readonly helper: Helper;
  readonly onOpen: (sheet: 'leave' | 'depart' | 'edit') => void;
}) {
  const text = useText(helperTexts);
  const say = useSay();
  const back = useWrite('POST /api/workforce/helpers/:id/return', {
    stale: staleHelp,
    onDone: () => say(text('saidSaved')),
  });
  const problem = useExplanation(back.error);
  return (
    <>
      {problem === undefined ? null : <span role="alert">{problem}</span>}
      <button type="button" className="button" onClick={() => onOpen('edit')}>
        {text('edit')}
      </button>
      {helper.awayFrom === null ? (
        <button type="button" className="button" onClick={() => onOpen('leave')}>
          {text('leave')}
        </button>
      ) : (
        <button
          type="button"
          className="button"
          disabled={back.isPending}
          onClick={() => back.mutate({ params: { id: helper.id } })}
        >
          {text('comeBack')}
        </button>
      )}
      <button type="button" className="button" onClick={() => onOpen('depart')}>
        {text('depart')}
      </button>
    </>
  );
}

function HelpedItem({
  helped,
  onHandOver,
}: {
  readonly helped: HelpedRow;
  readonly onHandOver: (() => void) | undefined;
}) {
  const text = useText(helperTexts);
  return (
    <li>
      <Link to="/households/$id" params={{ id: helped.household }}>
        <strong>{helped.headName ?? text('nameless')}</strong>
        <span className="quiet workforce-parts">
          <Dotted>
            {helped.lastVisitOn === null ? (
              text('neverVisited')
            ) : (
              <>
                {text('lastVisit')} <Day day={helped.lastVisitOn} />
              </>
            )}
            {helped.dueOn === null ? null : (
              <>
                {text('due')} <Day day={helped.dueOn} />
              </>
            )}
          </Dotted>
        </span>
        <small className="quiet">
          <Dotted>
            {`${helped.township} ${helped.village}`}
            {helped.forName === null ? null : text('forName', { name: helped.forName })}
            {helped.offeredTo === null ? null : text('offeredTo', { name: helped.offeredTo })}
          </Dotted>
        </small>
      </Link>
      <span>
        {helped.lateDays > 0 ? (
          <Chip meaning="over">{text('late', { count: helped.lateDays })}</Chip>
        ) : null}{' '}
        {onHandOver === undefined ? null : (
          <button type="button" className="button plain no-print" onClick={onHandOver}>
            {text('handOver')}
          </button>
        )}
      </span>
    </li>
  );
}

function Facts({ helper }: { readonly helper: Helper }) {
  const text = useText(helperTexts);
  // What nobody wrote down is not the same as what there is not.
  const rows: readonly (readonly [string, string, 'none' | 'notEntered'])[] = [
    [text('kind'), text(`kind_${helper.kind}`), 'notEntered'],
    [text('force'), helper.forceTitle === null ? '' : text.pick(helper.forceTitle), 'notEntered'],
    [text('posted'), helper.areaName, 'notEntered'],
    [text('home'), helper.homeVillage?.name ?? '', 'notEntered'],
    [
      text('languages'),
      helper.languages.map(({ title }) => text.pick(title)).join(text.marks.list),
      'notEntered',
    ],
    [text('account'), helper.account ?? '', 'none'],
    [text('joined'), helper.joinedOn, 'notEntered'],
    [
      text('kin'),
      helper.kin.map(({ headName }) => headName ?? text('nameless')).join(text.marks.list),
      'none',
    ],
  ];
  return (
    <Block title={text('facts')}>
      <dl className="workforce-facts">
        {rows.map(([label, value, absent]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{value === '' ? <span className="quiet">{text(absent)}</span> : value}</dd>
          </div>
        ))}
      </dl>
    </Block>
  );
}
