// From the pipeline to a follow-up order: the places where steps are late are filled in already.
import { Link } from '@tanstack/react-router';
import type { Pipeline } from '#contract/casework-pipeline.ts';
import { useMay } from '#web/access/me.ts';
import { useText } from '#web/text/catalogue.ts';
import { pipelineTexts } from './pipeline-texts.ts';

export function OrderTheLate({
  pipeline,
  process,
}: {
  readonly pipeline: Pipeline;
  readonly process: Pipeline['processes'][number];
}) {
  const text = useText(pipelineTexts);
  const may = useMay();
  const late = pipeline.parts.filter((_, index) =>
    process.steps.some(({ parts }) => (parts[index]?.overdue ?? 0) > 0),
  );
  if (!may('monitoring.steer') || late.length === 0) return null;
  return (
    <p className="no-print">
      <Link
        className="button"
        to="/orders"
        search={(before) => ({
          area: before.area,
          issue: text('orderTitle', { process: text.pick(process.title) }),
          basis: text('orderBasis', { process: text.pick(process.title), count: late.length }),
          basisLink: `/pipeline?process=${process.id}`,
          places: late.map(({ code }) => code).join(','),
        })}
      >
        {text('order', { count: late.length })}
      </Link>
    </p>
  );
}
