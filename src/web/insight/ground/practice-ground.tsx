// In a demonstration a county without outlines may have some made up at one press, with hills under them, and have
// them taken away again. Elsewhere, and for whoever may not load outlines, there is nothing here.
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '#web/access/me.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { JobProgress } from '#web/ui/job-progress.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { groundTexts } from './ground-texts.ts';
import './ground.css';

const stale = [
  'GET /api/demonstration/ground',
  'GET /api/insight/layers',
  'GET /api/insight/map',
  'GET /api/insight/board',
  'GET /api/insight/overview',
  'GET /api/registry/areas/:area/boundaries',
] as const;

interface PracticeGroundProps {
  readonly area: string;
  /** The hills can be shown now. */
  readonly onHills?: (layer: string) => void;
}

export function PracticeGround({ area, onHills }: PracticeGroundProps) {
  const text = useText(groundTexts);
  const may = useMay();
  const client = useQueryClient();
  const county = area.slice(0, 6);
  const isAsked = may('registry.areas') && county.length === 6;
  const read = useRead(
    'GET /api/demonstration/ground',
    { query: { area: county } },
    { enabled: isAsked, staleTime: 60_000 },
  );
  const [cutting, setCutting] = useState<{ job: string; layer: string }>();
  const invent = useWrite('POST /api/demonstration/ground', {
    stale,
    onDone: ({ job, layer }) => setCutting(job === null ? undefined : { job, layer }),
  });
  const remove = useWrite('DELETE /api/demonstration/ground', { stale });
  const problem = useExplanation(invent.error ?? remove.error);
  const stepText = (step: string) => {
    const key = `step_${step}`;
    return text.has(key) ? text(key) : step;
  };
  if (read.data === undefined || !read.data.mayInvent) return null;
  if (read.data.state === 'none') {
    return (
      <div className="practice-ground no-print">
        <p>
          <b>{text('none')}</b> {text('offer')}
        </p>
        <p className="practice-acts">
          <button
            type="button"
            className="button"
            disabled={invent.isPending}
            onClick={() => invent.mutate({ body: { area: county } })}
          >
            {text(invent.isPending ? 'inventing' : 'invent')}
          </button>
          <Link to="/areas" search={{ area: county }} className="link small">
            {text('own')}
          </Link>
        </p>
        <Problem>{problem}</Problem>
      </div>
    );
  }
  return (
    <div className="practice-ground no-print">
      <p className="practice-acts">
        <span>
          <b>{text('invented')}</b> {text('inventedNote')}
        </span>
        <button
          type="button"
          className="link small"
          disabled={remove.isPending}
          onClick={() => remove.mutate({ query: { area: county } })}
        >
          {text('remove')}
        </button>
        <Link to="/areas" search={{ area: county }} className="link small">
          {text('own')}
        </Link>
      </p>
      {cutting === undefined ? null : (
        <JobProgress
          id={cutting.job}
          stepText={stepText}
          onOver={({ state }) => {
            setCutting(undefined);
            void client
              .invalidateQueries({ queryKey: ['GET /api/insight/layers'] })
              .then(() => (state === 'done' ? onHills?.(cutting.layer) : undefined));
          }}
        />
      )}
      <Problem>{problem}</Problem>
    </div>
  );
}
