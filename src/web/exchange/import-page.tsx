// One import from file to register: what the file is, what its columns mean, what would happen row by
// row, and the writing itself.
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ImportDetail } from '#contract/exchange.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { JobProgress } from '#web/ui/job-progress.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { ColumnMapping } from './column-mapping.tsx';
import { FileFacts } from './file-facts.tsx';
import { ImportActs } from './import-acts.tsx';
import { ImportFinding } from './import-finding.tsx';
import { ImportProblems } from './import-problems.tsx';
import { ImportRows } from './import-rows.tsx';
import { ImportStateChip } from './import-state.tsx';
import { type Choices, changedColumns } from './mapping-choice.ts';
import { exchangeTexts } from './texts.ts';
import './exchange.css';

export function ImportPage() {
  const { id } = useParams({ from: '/frame/imports/$id' });
  const read = useRead('GET /api/exchange/imports/:id', { params: { id } });
  if (read.data !== undefined) return <ImportOf detail={read.data} />;
  if (read.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    </div>
  );
}

function ImportOf({ detail }: { readonly detail: ImportDetail }) {
  const text = useText(exchangeTexts);
  const client = useQueryClient();
  const [chosen, setChosen] = useState<{ readonly sheet: string; readonly by: Choices }>();
  // Choices belong to the sheet they were made for.
  const choices: Choices = chosen?.sheet === detail.sheet ? chosen.by : new Map();
  const choose = (column: number, field: string | null) =>
    setChosen({ sheet: detail.sheet, by: new Map(choices).set(column, field) });
  const running = detail.state === 'checking' || detail.state === 'committing';
  const tried = detail.counts !== null && detail.state !== 'uploaded' && !running;
  const readAgain = () => {
    const stale = ['GET /api/exchange/imports', 'GET /api/exchange/imports/:id'] as const;
    const rows = 'GET /api/exchange/imports/:id/rows';
    for (const key of [...stale, rows]) void client.invalidateQueries({ queryKey: [key] });
  };
  return (
    <div className="page import">
      <PageHead
        title={text('pageTitle', { file: detail.fileName })}
        note={<ImportStateChip state={detail.state} />}
        actions={<ImportActs detail={detail} changed={changedColumns(detail.columns, choices)} />}
      />
      <ImportFinding detail={detail} />
      {running && detail.job !== null ? (
        <JobProgress
          key={detail.job}
          id={detail.job}
          stepText={() => text(detail.state === 'checking' ? 'stepCheck' : 'stepCommit')}
          {...(detail.state === 'committing' && detail.counts !== null
            ? { expected: detail.counts.rows }
            : {})}
          onOver={readAgain}
        />
      ) : null}
      <div className="import-body">
        <div className="import-main">
          {tried ? <ImportRows detail={detail} /> : null}
          <ColumnMapping detail={detail} choices={choices} onChoose={choose} />
        </div>
        <div className="import-side">
          {tried ? <ImportProblems detail={detail} /> : null}
          <FileFacts detail={detail} />
        </div>
      </div>
    </div>
  );
}
