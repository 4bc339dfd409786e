// One household: who they are, how they came here, what they live on, why they are on the register.
// The parts below stand on tabs with addresses of their own.

import { Link, useMatches, useParams } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import type { HouseholdCard } from '#contract/registry-households.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { useIsField, useMay, useMe } from '#web/access/me.ts';
import { HouseholdLine } from '#web/assistance/household-line.tsx';
import { HouseholdMoney } from '#web/funds/household-money.tsx';
import { HouseholdLoans } from '#web/funds/loans/household-loans.tsx';
import { HouseholdCases } from '#web/registry/cases/household-cases.tsx';
import { groupedNo } from '#web/registry/household-no.ts';
import { IncomeSources } from '#web/registry/income/income-sources.tsx';
import { IncomeYears } from '#web/registry/income/income-years.tsx';
import { ScoreBlock } from '#web/registry/score/score-block.tsx';
import { VetoList } from '#web/registry/score/veto-list.tsx';
import { useText } from '#web/text/catalogue.ts';
import { afterNextPaint } from '#web/theme/letters.ts';
import { Chip } from '#web/ui/chip.tsx';
import { later } from '#web/ui/later.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { printPage } from '#web/ui/print-button.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { HouseholdHelp } from '#web/workforce/household-help.tsx';
import { HouseholdFinding } from './household-finding.tsx';
import { type ScoreRead, useCard, useScore } from './household-reads.ts';
import { HouseholdTabs } from './household-tabs.tsx';
import { householdTexts } from './household-texts.ts';
import { LivingFacts } from './living-facts.tsx';
import { MemberTable } from './member-table.tsx';
import { OpenMatters } from './open-matters.tsx';
import { StepLine } from './step-line.tsx';
import { OpenProvenance } from './value.tsx';
import './household.css';

const AbsentHousehold = later(() => import('./absent-household.tsx'), 'AbsentHousehold');
const EditSheet = later(() => import('#web/registry/edit/edit-sheet.tsx'), 'EditSheet');
const FurtherBlocks = later(() => import('./further-blocks.tsx'), 'FurtherBlocks');
const ProvenanceSheet = later(() => import('./provenance-sheet.tsx'), 'ProvenanceSheet');
const OwnPage = later(() => import('#web/publicity/own/own-page.tsx'), 'OwnPage', <PageSkeleton />);
const paper = () => import('#web/registry/paper/household-paper.tsx');
const HouseholdPaper = later(paper, 'HouseholdPaper');

export function HouseholdPage() {
  const place = useMatches().at(-1)?.routeId;
  const isOwn = useMe().role === 'household' && place === '/frame/households/$id';
  return isOwn ? <OwnPage /> : <DeskPage />;
}

function DeskPage() {
  const { id = '' } = useParams({ strict: false });
  const card = useCard(id);
  const score = useScore(id);
  if (card.data !== undefined) return <HouseholdOf card={card.data} score={score} />;
  if (card.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <AbsentHousehold error={card.error} retry={() => void card.refetch()} />
    </div>
  );
}

function HouseholdOf({ card, score }: { readonly card: HouseholdCard; readonly score: ScoreRead }) {
  const isField = useIsField();
  const isOwn = useMe().role === 'household';
  const [asked, setAsked] = useState<string>();
  const [editing, setEditing] = useState(false);
  const [onPaper, setOnPaper] = useState(!isField);
  const open = useCallback((field: string) => setAsked(field), []);
  return (
    <OpenProvenance value={open}>
      <div className="page household">
        <HouseholdHead
          card={card}
          onPrint={() => {
            setOnPaper(true);
            void paper().then(afterNextPaint).then(printPage);
          }}
          onEdit={() => setEditing(true)}
        />
        {isOwn ? null : <HouseholdBlocks card={card} score={score} />}
        <HouseholdTabs card={card} />
        {asked === undefined ? null : (
          <ProvenanceSheet card={card} field={asked} onClose={() => setAsked(undefined)} />
        )}
        {editing ? <EditSheet card={card} onClose={() => setEditing(false)} /> : null}
      </div>
      {onPaper ? <HouseholdPaper card={card} score={score.data} /> : null}
    </OpenProvenance>
  );
}

/** What is read first. A household has read it on its own page and comes here for one part alone. */
function HouseholdBlocks({
  card,
  score,
}: {
  readonly card: HouseholdCard;
  readonly score: ScoreRead;
}) {
  const text = useText(householdTexts);
  const [further, setFurther] = useState(!useIsField());
  const name = card.values.headName;
  return (
    <>
      <HouseholdFinding card={card} />
      <div className="household-grid">
        <div className="household-column">
          <MemberTable card={card} />
          <LivingFacts card={card} />
          <StepLine card={card} />
          {further ? (
            <FurtherBlocks household={card.id} />
          ) : (
            <button type="button" className="button no-print" onClick={() => setFurther(true)}>
              {text('further')}
            </button>
          )}
        </div>
        <div className="household-column">
          <OpenMatters card={card} score={score.data} />
          <HouseholdLine household={card.id} />
          <HouseholdHelp household={card.id} headName={typeof name === 'string' ? name : null} />
          <IncomeYears card={card} />
          <IncomeSources card={card} />
          <HouseholdMoney household={card.id} />
          <HouseholdLoans household={card.id} />
          <HouseholdCases household={card.id} />
        </div>
        <div className="household-column">
          <ScoreBlock card={card} score={score} />
          <VetoList score={score.data} />
        </div>
      </div>
    </>
  );
}

function HouseholdHead({
  card,
  onPrint,
  onEdit,
}: {
  readonly card: HouseholdCard;
  readonly onPrint: () => void;
  readonly onEdit: () => void;
}) {
  const text = useText(householdTexts);
  const may = useMay();
  const isOwn = useMe().role === 'household';
  const number = groupedNo(String(card.values.householdNo ?? ''));
  const name = card.values.headName;
  return (
    <>
      {isOwn ? (
        <Link to="/households/$id" params={{ id: card.id }} className="back-link no-print">
          ‹ {text('backOwn')}
        </Link>
      ) : (
        <Link to="/households" className="back-link no-print">
          ‹ {text('back')}
        </Link>
      )}
      <PageHead
        title={
          typeof name === 'string' ? text('title', { name }) : text('titleNameless', { number })
        }
        note={
          <>
            <span className="household-place">
              {card.path
                .slice(1)
                .map((at) => shortNameOf(at.name))
                .join(' ')}
            </span>
            <span>{text('number', { number })}</span>
            <Chip meaning="neutral">{text(`standing${card.stage}`)}</Chip>
          </>
        }
        actions={
          <>
            <button type="button" className="button" onClick={onPrint}>
              {text('print')}
            </button>
            {may('registry.write') ? (
              <button type="button" className="button primary" onClick={onEdit}>
                {text('edit')}
              </button>
            ) : null}
          </>
        }
      />
    </>
  );
}
