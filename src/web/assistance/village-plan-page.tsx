// The plan of a village: in force, open, and its earlier versions.
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { VillageAssistance } from '#contract/assistance-plans.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Chip } from '#web/ui/chip.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState, useExplanation } from '#web/ui/states.tsx';
import { PlanRead, VersionList } from './plan-read.tsx';
import { planTexts } from './plan-texts.ts';
import { stalePlans } from './stale-plans.ts';
import './assistance.css';

export function VillagePlanPage() {
  const { village = '' } = useParams({ strict: false });
  const read = useRead('GET /api/assistance/villages/:area', { params: { area: village } });
  if (read.error !== null) {
    return (
      <div className="page">
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      </div>
    );
  }
  return read.data === undefined ? <PageSkeleton /> : <VillagePlan help={read.data} />;
}

function VillagePlan({ help }: { readonly help: VillageAssistance }) {
  const text = useText(planTexts);
  const navigate = useNavigate();
  const begin = useWrite('POST /api/assistance/villages/:area/plans', {
    stale: stalePlans,
    onDone: (plan) => void navigate({ to: '/plans/$id', params: { id: plan.id } }),
  });
  const problem = useExplanation(begin.error);
  const { plan, open } = help;
  const start =
    help.mayPlan && open === null ? (
      <button
        type="button"
        className={plan === null ? 'button primary' : 'button'}
        disabled={begin.isPending}
        onClick={() => begin.mutate({ params: { area: help.area } })}
      >
        {text(plan === null ? 'begin' : 'revise')}
      </button>
    ) : undefined;
  return (
    <div className="page assistance">
      <Link to="/plans" className="back-link no-print">
        ‹ {text('backVillage')}
      </Link>
      <PageHead
        title={text('villageTitle', { name: help.name })}
        actions={
          open === null ? (
            start
          ) : (
            <>
              <Chip meaning="due">{text(`state_${open.state}`)}</Chip>
              <Link to="/plans/$id" params={{ id: open.id }} className="button">
                {text('goOn')}
              </Link>
            </>
          )
        }
      />
      <Problem>{problem}</Problem>
      {plan === null ? (
        <EmptyState title={text('villageEmpty')} text={text('villageEmptyText')} />
      ) : (
        <PlanRead plan={plan} mayReport={help.mayPlan} />
      )}
      <VersionList versions={help.versions} />
    </div>
  );
}
