// A household's own page: in plain words and large type, what came and what did not, who helps, why it was
// decided so, what is recorded, and what to do when something is wrong. Everything else is one press away.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { BenefitView } from '#contract/assistance-delivery.ts';
import type { HouseholdCard } from '#contract/registry-households.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { BenefitAnswer } from '#web/assistance/benefit-answer.tsx';
import { benefitMeanings } from '#web/assistance/benefit-meanings.ts';
import { benefitStateTexts } from '#web/assistance/benefit-state-texts.ts';
import { stateKey, useAssistance } from '#web/assistance/household-line.tsx';
import { HouseholdMoney } from '#web/funds/household-money.tsx';
import { HouseholdCases } from '#web/registry/cases/household-cases.tsx';
import { HouseholdFinding } from '#web/registry/household/household-finding.tsx';
import { useCard } from '#web/registry/household/household-reads.ts';
import { householdTexts } from '#web/registry/household/household-texts.ts';
import { LivingFacts } from '#web/registry/household/living-facts.tsx';
import { MemberTable } from '#web/registry/household/member-table.tsx';
import { OpenProvenance } from '#web/registry/household/value.tsx';
import { groupedNo } from '#web/registry/household-no.ts';
import { DecidedBefore } from '#web/registry/why/decided-before.tsx';
import { decidedTexts } from '#web/registry/why/decided-texts.ts';
import { useDecisions } from '#web/registry/why/why-reads.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Yuan } from '#web/ui/figure.tsx';
import { later } from '#web/ui/later.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { HouseholdHelp } from '#web/workforce/household-help.tsx';
import { ownTexts } from './own-texts.ts';
import { ReadAloud } from './read-aloud.tsx';
import '#web/registry/household/household.css';
import './own.css';

const AbsentHousehold = later(
  () => import('#web/registry/household/absent-household.tsx'),
  'AbsentHousehold',
);
const ProvenanceSheet = later(
  () => import('#web/registry/household/provenance-sheet.tsx'),
  'ProvenanceSheet',
);

export function OwnPage() {
  const { id = '' } = useParams({ strict: false });
  const card = useCard(id);
  if (card.data !== undefined) return <OwnOf card={card.data} />;
  if (card.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <AbsentHousehold error={card.error} retry={() => void card.refetch()} />
    </div>
  );
}

function OwnOf({ card }: { readonly card: HouseholdCard }) {
  const text = useText(householdTexts);
  const own = useText(ownTexts);
  const [asked, setAsked] = useState<string>();
  const number = groupedNo(String(card.values.householdNo ?? ''));
  const { headName } = card.values;
  const name = typeof headName === 'string' ? headName : null;
  const places = card.path.slice(1).map((at) => shortNameOf(at.name));
  return (
    <OpenProvenance value={setAsked}>
      <div className="page own">
        <PageHead
          title={name === null ? text('titleNameless', { number }) : text('title', { name })}
          note={
            <>
              <span>{places.join(' ')}</span> <span>{text('number', { number })}</span>{' '}
              <Chip meaning="neutral">{text(`standing${card.stage}`)}</Chip>
            </>
          }
          actions={
            <>
              <ReadAloud />
              <Link
                to="/households/$id/books"
                params={{ id: card.id }}
                search={{ book: 'card' }}
                className="button"
              >
                {own('print')}
              </Link>
            </>
          }
        />
        <HouseholdFinding card={card} />
        <div className="own-grid">
          <div>
            <Owed household={card.id} />
            <HouseholdMoney household={card.id} />
            <HouseholdHelp household={card.id} headName={name} />
            <Reasons household={card.id} />
            <HouseholdCases household={card.id} />
          </div>
          <div>
            <p className="own-text">
              <strong>{own('recorded')}</strong> {own('recordedText')}
            </p>
            <MemberTable card={card} />
            <LivingFacts card={card} />
            <Wrong />
            <More household={card.id} />
          </div>
        </div>
        {asked === undefined ? null : (
          <ProvenanceSheet card={card} field={asked} onClose={() => setAsked(undefined)} />
        )}
      </div>
    </OpenProvenance>
  );
}

/** What the household is to get: each thing with its own word on it. */
function Owed({ household }: { readonly household: string }) {
  const own = useText(ownTexts);
  const { data } = useAssistance(household);
  if (data === undefined || !data.needed) return null;
  const { benefits, mayAnswer } = data;
  return (
    <Block title={own('owed')} aside={benefits.length === 0 ? undefined : own('owedAside')}>
      {benefits.length === 0 ? <p className="quiet">{own('owedNone')}</p> : null}
      <ul className="own-list">
        {benefits.map((one) => (
          <OwedItem key={one.id} one={one} mayAnswer={mayAnswer} />
        ))}
      </ul>
    </Block>
  );
}

function OwedItem({ one, mayAnswer }: { readonly one: BenefitView; readonly mayAnswer: boolean }) {
  const own = useText(ownTexts);
  const words = useText(benefitStateTexts);
  const asks = mayAnswer && (one.state === 'delivered' || one.state === 'promised');
  return (
    <li>
      <div className="own-line">
        <strong>{one.title}</strong>
        <Chip meaning={benefitMeanings[one.state]}>
          {asks && one.state === 'delivered' ? own('waitsForYou') : words(stateKey(one.state))}
        </Chip>
      </div>
      <div className="own-line quiet">
        <span>
          {one.year} {one.personName ?? ''} {one.deliverer}
        </span>
        <span>
          {one.promisedFen === null ? null : (
            <>
              {own('promised')} <Yuan fen={one.promisedFen} />
            </>
          )}{' '}
          {one.deliveredFen === null ? null : (
            <>
              {own('delivered')} <Yuan fen={one.deliveredFen} />
            </>
          )}
        </span>
      </div>
      {asks ? <BenefitAnswer one={one} /> : null}
    </li>
  );
}

/** The first decisions, in the order in which a household meets them, each in the pack's own sentence. */
function Reasons({ household }: { readonly household: string }) {
  const own = useText(ownTexts);
  const text = useText(householdTexts);
  const words = useText(decidedTexts);
  const { data } = useDecisions(household, {});
  const decided = (data?.items ?? []).filter(({ kind }) => kind === 'sheet' || kind === 'outcome');
  if (data === undefined || decided.length === 0) return null;
  return (
    <Block
      title={data.decided === null ? own('why') : words('list')}
      aside={
        <Link to="/households/$id/why" params={{ id: household }} className="link no-print">
          {own('whyAll')}
        </Link>
      }
    >
      <DecidedBefore household={household} decided={data.decided} on={data.on} />
      <ul className="own-list">
        {decided.slice(0, 4).map((line) => (
          <li key={line.key}>
            <Link
              to="/households/$id/why/$decision/sheet"
              params={{ id: household, decision: line.key }}
              className="row-link"
            >
              {text.pick(line.title)}
            </Link>
            <p>{text.pick(line.sentence)}</p>
          </li>
        ))}
      </ul>
    </Block>
  );
}

function Wrong() {
  const own = useText(ownTexts);
  return (
    <Block title={own('wrong')}>
      <ul className="own-list">
        <li>{own('wrongMoney')}</li>
        <li>{own('wrongRecord')}</li>
        <li>{own('wrongDecision')}</li>
      </ul>
    </Block>
  );
}

const parts = [
  ['form', 'moreForm'],
  ['income', 'moreIncome'],
  ['help', 'moreHelp'],
  ['history', 'moreHistory'],
] as const;

function More({ household }: { readonly household: string }) {
  const own = useText(ownTexts);
  return (
    <Block className="no-print" title={own('more')}>
      <ul className="own-links">
        {parts.map(([tab, key]) => (
          <li key={tab}>
            <Link to="/households/$id/$tab" params={{ id: household, tab }} className="link">
              {own(key)}
            </Link>
          </li>
        ))}
        <li>
          <Link to="/households/$id/books" params={{ id: household }} className="link">
            {own('moreBooks')}
          </Link>
        </li>
        <li>
          <Link to="/households/$id/sources" params={{ id: household }} className="link">
            {own('moreSources')}
          </Link>
        </li>
      </ul>
    </Block>
  );
}
