// One case: where it stands, what is to be done and by whom, the way it has come, and everything that was
// done in it.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Case } from '#contract/casework.ts';
import { attachmentKinds } from '#domain/kernel/attachment.ts';
import { useMay } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { packName } from '#web/policy/pack-name.ts';
import { Attachments } from '#web/registry/attachments/attachments.tsx';
import { ClockChip } from '#web/registry/cases/clock-chip.tsx';
import { HouseholdSourcesBlock } from '#web/supervision/household-sources-block.tsx';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { ActForm } from './act-form.tsx';
import { CaseLine } from './case-line.tsx';
import { caseTexts } from './case-texts.ts';
import { CaseTrail } from './case-trail.tsx';
import { NoticeBlock } from './notice-block.tsx';
import { HouseholdWord, TakeCode } from './signing/household-word.tsx';
import { SigningBlock } from './signing/signing-block.tsx';
import { WithdrawSheet } from './withdraw-sheet.tsx';
import '#web/registry/household/household.css';
import './casework.css';

export function CasePage() {
  const { id } = useParams({ from: '/frame/cases/$id' });
  const read = useRead('GET /api/casework/cases/:id', { params: { id } });
  if (read.data !== undefined) return <CaseOf one={read.data} />;
  if (read.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    </div>
  );
}

function CaseOf({ one }: { readonly one: Case }) {
  const text = useText(caseTexts);
  const [leaving, setLeaving] = useState(false);
  // A village or county is no household, and a household without a head has no name to put before the word.
  const isNamed = one.areaName === null && one.headName !== null;
  const name = one.areaName ?? one.headName ?? text('nameless');
  const { open } = one;
  return (
    <div className="page case">
      <Link to="/cases" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead
        title={text(isNamed ? 'caseTitle' : 'placeTitle', {
          name,
          process: text.pick(one.process.title),
        })}
        note={
          <>
            <span className="household-place">
              {one.township} {one.areaName === null ? one.village : ''}
            </span>
            {open === null ? null : <ClockChip clock={one.clock} />}
          </>
        }
        actions={
          <>
            {one.household === null ? (
              <Link to="/exits/$area" params={{ area: one.areaCode }} className="button">
                {text('openArea')}
              </Link>
            ) : (
              <Link to="/households/$id" params={{ id: one.household }} className="button">
                {text('openHousehold')}
              </Link>
            )}
            {one.hasChecklist && (open?.checks ?? null) === null ? (
              <Link to="/cases/$id/form" params={{ id: one.id }} className="button">
                {text('checkForm')}
              </Link>
            ) : null}
            {one.mayWithdraw ? (
              <button type="button" className="button" onClick={() => setLeaving(true)}>
                {text('withdraw')}
              </button>
            ) : null}
          </>
        }
      />
      <Finding
        detail={
          <Dotted>
            {text('begun', { on: one.begunOn })}
            {one.helpClass === null ? null : text('class', { class: text.pick(one.helpClass) })}
            <Link to="/packs/$pack" params={{ pack: one.pack.id }} className="link">
              {text('rules', {
                pack: packName(text, { ...one.pack, version: one.pack.edition }),
              })}
            </Link>
          </Dotted>
        }
      >
        <Standing one={one} />
      </Finding>
      <div className="case-body">
        <div>
          <SigningBlock one={one} />
          {one.household !== null && (open?.kind === 'comparison' || open?.kind === 'sample') ? (
            <HouseholdSourcesBlock household={one.household} />
          ) : null}
          {open === null ? null : <ActForm key={one.position} one={one} open={open} />}
          {open?.mayTakeCode === true ? <TakeCode one={one} /> : null}
          {open?.mayConfirm === true ? (
            <HouseholdWord key={`word ${one.position}`} one={one} open={open} />
          ) : null}
          {open?.kind === 'notice' || one.objections.length > 0 ? <NoticeBlock one={one} /> : null}
          <CaseFiles one={one} />
          <CaseTrail one={one} />
        </div>
        <CaseLine one={one} />
      </div>
      {leaving ? <WithdrawSheet one={one} onClose={() => setLeaving(false)} /> : null}
    </div>
  );
}

/** What was handed in for the case; nothing is added to one that has ended. */
function CaseFiles({ one }: { readonly one: Case }) {
  const text = useText(caseTexts);
  const may = useMay();
  const needs = one.open?.needs.map(({ id }) => id) ?? [];
  const asked = attachmentKinds.filter((kind) => needs.includes(kind));
  return (
    <Block title={text('files')}>
      {asked.length === 0 ? null : <p className="field-hint">{text('filesAsked')}</p>}
      <Attachments
        {...(one.household === null ? { area: one.areaCode } : { household: one.household })}
        subject={`case:${one.id}`}
        mayAdd={one.open !== null && may('registry.attach')}
        kinds={[...asked, ...attachmentKinds.filter((kind) => !asked.includes(kind))]}
      />
    </Block>
  );
}

function Standing({ one }: { readonly one: Case }) {
  const text = useText(caseTexts);
  const { open, end, endedOn } = one;
  if (open === null) {
    return (
      <>
        {text('ended', { end: end === null ? '' : text.pick(end.title) })}
        {text.marks.stop}
        {text('endedText', { on: endedOn ?? '' })}
      </>
    );
  }
  const comma = text.marks.list;
  const who = open.awaited.map((title) => text.pick(title)).join(comma);
  return (
    <Dotted>
      {text('now', { step: text.pick(open.title) })}
      {text('waitsFor', { who })}
    </Dotted>
  );
}
