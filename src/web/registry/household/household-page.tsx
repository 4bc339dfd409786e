// One household: who they are, how they came here, what they live on, why they are on the register.
// The parts below stand on tabs with addresses of their own.
import { Link, useParams } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import type { HouseholdCard } from '#contract/registry-households.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { useMay } from '#web/access/me.ts';
import { HouseholdLine } from '#web/assistance/household-line.tsx';
import { HouseholdMoney } from '#web/funds/household-money.tsx';
import { HouseholdCredit } from '#web/funds/loans/household-credit.tsx';
import { HouseholdLoans } from '#web/funds/loans/household-loans.tsx';
import { HouseholdCases } from '#web/registry/cases/household-cases.tsx';
import { HouseholdDuplicates } from '#web/registry/duplicates/household-duplicates.tsx';
import { EditSheet } from '#web/registry/edit/edit-sheet.tsx';
import { IncomeSources } from '#web/registry/income/income-sources.tsx';
import { IncomeYears } from '#web/registry/income/income-years.tsx';
import { HouseholdLeads } from '#web/registry/leads/household-leads.tsx';
import { HouseholdPaper } from '#web/registry/paper/household-paper.tsx';
import { ScoreBlock } from '#web/registry/score/score-block.tsx';
import { VetoList } from '#web/registry/score/veto-list.tsx';
import { HouseholdSourcesBlock } from '#web/supervision/household-sources-block.tsx';
import { useText } from '#web/text/catalogue.ts';
import { Chip } from '#web/ui/chip.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { HouseholdHelp } from '#web/workforce/household-help.tsx';
import { AbsentHousehold } from './absent-household.tsx';
import { HouseholdFinding } from './household-finding.tsx';
import { type ScoreRead, useCard, useScore } from './household-reads.ts';
import { HouseholdTabs } from './household-tabs.tsx';
import { householdTexts } from './household-texts.ts';
import { LivingFacts } from './living-facts.tsx';
import { MemberTable } from './member-table.tsx';
import { OpenMatters } from './open-matters.tsx';
import { ProvenanceSheet } from './provenance-sheet.tsx';
import { StepLine } from './step-line.tsx';
import { OpenProvenance } from './value.tsx';
import './household.css';

export function HouseholdPage() {
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
  const text = useText(householdTexts);
  const may = useMay();
  const [asked, setAsked] = useState<string>();
  const [editing, setEditing] = useState(false);
  const open = useCallback((field: string) => setAsked(field), []);
  const number = String(card.values.householdNo ?? '');
  const name = card.values.headName;
  const title =
    typeof name === 'string' ? text('title', { name }) : text('titleNameless', { number });
  return (
    <OpenProvenance value={open}>
      <div className="page household">
        <Link to="/households" className="back-link no-print">
          ‹ {text('back')}
        </Link>
        <PageHead
          title={title}
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
              <button type="button" className="button" onClick={() => window.print()}>
                {text('print')}
              </button>
              {may('registry.write') ? (
                <button type="button" className="button primary" onClick={() => setEditing(true)}>
                  {text('edit')}
                </button>
              ) : null}
            </>
          }
        />
        <HouseholdFinding card={card} />
        <div className="household-grid">
          <div className="household-column">
            <MemberTable card={card} />
            <LivingFacts card={card} />
          </div>
          <div className="household-column">
            <OpenMatters card={card} score={score.data} />
            <HouseholdLine household={card.id} />
            <HouseholdHelp household={card.id} headName={typeof name === 'string' ? name : null} />
            <HouseholdMoney household={card.id} />
            <HouseholdLoans household={card.id} />
            <HouseholdCredit household={card.id} />
            <HouseholdCases household={card.id} />
            <HouseholdLeads household={card.id} />
            <HouseholdSourcesBlock household={card.id} />
            <HouseholdDuplicates household={card.id} />
            <IncomeYears card={card} />
            <IncomeSources card={card} />
            <StepLine card={card} />
            <VetoList score={score.data} />
          </div>
          <div className="household-column">
            <ScoreBlock card={card} score={score} />
          </div>
        </div>
        <HouseholdTabs card={card} />
        {asked === undefined ? null : (
          <ProvenanceSheet card={card} field={asked} onClose={() => setAsked(undefined)} />
        )}
        {editing ? <EditSheet card={card} onClose={() => setEditing(false)} /> : null}
      </div>
      <HouseholdPaper card={card} score={score.data} />
    </OpenProvenance>
  );
}
