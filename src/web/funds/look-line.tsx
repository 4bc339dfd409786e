// When the books were looked at, what came since, and how to look again.
import { useQueryClient } from '@tanstack/react-query';
import type { JobRun } from '#contract/jobs.ts';
import type { Answer } from '#web/client/api.ts';
import { useWrite } from '#web/client/read.ts';
import { type Text, useText } from '#web/text/catalogue.ts';
import { exactNumber, shownInstant } from '#web/text/number.ts';
import { JobProgress } from '#web/ui/job-progress.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { EmptyState, useExplanation } from '#web/ui/states.tsx';
import { findingTexts } from './finding-texts.ts';

const stale = ['GET /api/funds/findings', 'GET /api/funds/findings/:rule'] as const;

export function LookLine({ data }: { readonly data: Answer<'GET /api/funds/findings'> }) {
  const text = useText(findingTexts);
  const say = useSay();
  const client = useQueryClient();
  const begin = useWrite('POST /api/funds/findings/look', { stale: ['GET /api/funds/findings'] });
  const problem = useExplanation(begin.error);
  const { look, county, mayLook } = data;
  const job = data.job ?? undefined;
  const onOver = (run: JobRun) => {
    if (run.state === 'done') say(text('saidLooked'));
    for (const one of stale) void client.invalidateQueries({ queryKey: [one] });
  };
  const button =
    county === null || !mayLook || job !== undefined ? null : (
      <button
        type="button"
        className="button"
        disabled={begin.isPending}
        onClick={() => begin.mutate({ body: { area: county } })}
      >
        {text(look === null ? 'first' : 'again')}
      </button>
    );
  return (
    <>
      {look === null && job === undefined ? (
        <EmptyState
          title={text('noneTitle')}
          text={text(county === null ? 'noneAbove' : 'noneText')}
          action={button}
        />
      ) : null}
      {look === null ? null : (
        <p className="funds-look">
          <span>
            {text(county === null ? 'lookCounties' : 'lookAt', {
              count: look.counties,
              at: shownInstant(look.at, text.language),
            })}
            {look.by === '' ? '' : ` · ${text('lookBy', { by: look.by })}`}
            {look.since === null ? '' : ` · ${sinceWords(text, look)}`}
          </span>{' '}
          {button}
        </p>
      )}
      <Problem>{problem}</Problem>
      {job === undefined ? null : (
        <JobProgress id={job} stepText={() => text('looking')} onOver={onOver} />
      )}
    </>
  );
}

function sinceWords(
  text: Text<NonNullable<(typeof findingTexts)['key']>>,
  look: { readonly since: number | null; readonly isManySince: boolean },
): string {
  const count = look.since ?? 0;
  if (count === 0) return text('sinceNone');
  return look.isManySince
    ? text('sinceMany', { count: exactNumber(count) })
    : text('since', { count });
}
