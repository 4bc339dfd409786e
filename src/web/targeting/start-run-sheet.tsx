// Starts a scoring run of an area and shows its progress until there is a result to open.

import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { AreaName } from '#web/ui/area-name.tsx';
import { JobProgress } from '#web/ui/job-progress.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { useScoringStep } from './scoring-step.ts';
import { targetingTexts } from './texts.ts';

interface StartRunSheetProps {
  readonly area: string;
  readonly onClose: () => void;
}

export function StartRunSheet({ area, onClose }: StartRunSheetProps) {
  const text = useText(targetingTexts);
  const client = useQueryClient();
  const stepText = useScoringStep();
  const start = useWrite('POST /api/targeting/runs', { stale: ['GET /api/targeting/runs'] });
  const problem = useExplanation(start.error);
  const begun = start.data;
  return (
    <Sheet
      title={text('start')}
      onClose={onClose}
      foot={
        begun === undefined ? (
          <button
            type="button"
            className="button primary"
            disabled={start.isPending}
            onClick={() => start.mutate({ body: { area } })}
          >
            {text('startNow')}
          </button>
        ) : (
          <Link to="/runs/$id" params={{ id: begun.run }} className="button">
            {text('open')}
          </Link>
        )
      }
    >
      <p className="start-run-area">
        <span className="quiet">{text('startArea')}</span>{' '}
        <strong>
          <AreaName code={area} />
        </strong>{' '}
        <span className="quiet small">{text('startAreaHint')}</span>
      </p>
      <p>{text('startText')}</p>
      <Problem>{problem}</Problem>
      {begun === undefined ? null : (
        <JobProgress
          id={begun.job}
          stepText={stepText}
          onOver={() => void client.invalidateQueries({ queryKey: ['GET /api/targeting/runs'] })}
        />
      )}
    </Sheet>
  );
}
