// What stands where in an area: the first thing a county officer sees. Every number opens its list.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Overview } from '#contract/insight.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { useMe } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { PageHead } from '#web/ui/page-head.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { BatchTable } from './batch-table.tsx';
import { CauseTable, KindTable, SizeTable } from './count-tables.tsx';
import { Empty } from './empty-overview.tsx';
import { FunnelTable } from './funnel-table.tsx';
import { IncomeChart } from './income-chart.tsx';
import { OverviewFinding, PrimaryAction } from './overview-finding.tsx';
import { OverviewNotes } from './overview-notes.tsx';
import { PlaceMap } from './place-map.tsx';
import { isRegisterStep, narrowestStep } from './read-funnel.ts';
import { overviewTexts } from './texts.ts';
import './overview.css';

export function OverviewPage() {
  const { area } = useSearch({ from: '/frame/overview' });
  const read = useRead('GET /api/insight/overview', { query: { area } }, { keep: true });
  if (read.data !== undefined) return <OverviewOf overview={read.data} />;
  if (read.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    </div>
  );
}

function OverviewOf({ overview }: { readonly overview: Overview }) {
  const text = useText(overviewTexts);
  const me = useMe();
  const { stage } = useSearch({ from: '/frame/overview' });
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<string>();
  const title = text('title', { area: useNameOf(overview) });
  // A demonstration has a today of its own, and the clock of the machine would only confuse.
  const asOf = me.installation.demonstration ? overview.today : overview.asOf;
  const surveyed = overview.funnel[0]?.households ?? 0;
  if (surveyed === 0) {
    return (
      <div className="page">
        <PageHead title={title} asOf={asOf} />
        <Empty area={overview.area.name} />
      </div>
    );
  }
  const step = isRegisterStep(stage) ? stage : (narrowestStep(overview.funnel) ?? 'LISTED');
  const part = overview.parts.find((one) => one.code === chosen);
  const chooseStep = (next: string) => {
    void navigate({ to: '.', search: (before) => ({ ...before, stage: next }), replace: true });
  };
  return (
    <div className="page overview">
      <PageHead title={title} asOf={asOf} actions={<PrimaryAction overview={overview} />} />
      <OverviewFinding overview={overview} />
      <div className="overview-grid">
        {overview.parts.length === 0 ? null : (
          <PlaceMap overview={overview} step={step} chosen={part} onChoose={setChosen} />
        )}
        <FunnelTable overview={overview} step={step} chosen={part} onStep={chooseStep} />
        <div className="overview-lower">
          <CauseTable overview={overview} />
          <IncomeChart overview={overview} />
          <BatchTable overview={overview} />
          <KindTable overview={overview} />
          <SizeTable overview={overview} />
        </div>
        <OverviewNotes overview={overview} />
      </div>
    </div>
  );
}

/** The area by name; one's own as it is, where that is several. */
function useNameOf({ area }: Overview): string {
  const text = useText(overviewTexts);
  const me = useMe();
  if (area.code !== me.area.code) return shortNameOf(area.name);
  const own = me.areas.map((one) => shortNameOf(one.name)).filter((name) => name !== '');
  return own.length === 0 ? area.name : own.join(text('join'));
}
