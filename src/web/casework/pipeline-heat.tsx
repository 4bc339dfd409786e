// The steps of a process by place: the darker a cell, the more is overdue there; each opens its list.
import { Link } from '@tanstack/react-router';
import type { Pile, Pipeline } from '#contract/casework-pipeline.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Count } from '#web/ui/figure.tsx';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { casesOf } from './cases-of.ts';
import { OrderTheLate } from './order-the-late.tsx';
import { pipelineTexts } from './pipeline-texts.ts';

type Process = Pipeline['processes'][number];
type Step = Process['steps'][number];

export function ByPlace({
  pipeline,
  process,
}: {
  readonly pipeline: Pipeline;
  readonly process: Process;
}) {
  const text = useText(pipelineTexts);
  const most = Math.max(
    1,
    ...process.steps.flatMap(({ parts }) => parts.map((one) => one?.overdue ?? 0)),
  );
  return (
    <Block title={text('by')} aside={text('byAside')}>
      <Scrolled>
        <table className="rows dense pipeline-heat">
          <thead>
            <tr>
              <th scope="col">{text('part')}</th>
              {process.steps.map(({ id, title }) => (
                <th key={id} scope="col">
                  {text.pick(title)}
                </th>
              ))}
              <th scope="col" className="number">
                {text('all')}
              </th>
            </tr>
          </thead>
          <tbody>
            {pipeline.parts.map(({ code, name }, index) => (
              <tr key={code}>
                <th scope="row">
                  <Link to="/pipeline" search={(before) => ({ ...before, area: code })}>
                    {shortNameOf(name)}
                  </Link>
                </th>
                {process.steps.map((step) => (
                  <Cell
                    key={step.id}
                    pile={step.parts[index] ?? null}
                    place={{ code, name }}
                    most={most}
                    of={{ process: process.id, step }}
                  />
                ))}
                <td className="number">
                  <Count value={sumOf(process.steps.map(({ parts }) => parts[index] ?? null))} />
                </td>
              </tr>
            ))}
          </tbody>
          {pipeline.parts.length < 2 ? null : <HeatTotal process={process} />}
        </table>
      </Scrolled>
      <OrderTheLate pipeline={pipeline} process={process} />
    </Block>
  );
}

function HeatTotal({ process }: { readonly process: Process }) {
  const text = useText(pipelineTexts);
  const totals = process.steps.map(({ parts }) => sumOf(parts));
  return (
    <tfoot>
      <tr>
        <th scope="row">{text('all')}</th>
        {process.steps.map(({ id }, index) => (
          <td key={id}>
            <Count value={totals[index] ?? 0} />
          </td>
        ))}
        <td className="number">
          <Count value={totals.reduce((all, one) => all + one, 0)} />
        </td>
      </tr>
    </tfoot>
  );
}

function sumOf(piles: readonly (Pile | null)[]): number {
  return piles.reduce((all, one) => all + (one === null ? 0 : casesOf(one)), 0);
}

function Cell({
  pile,
  place,
  most,
  of,
}: {
  readonly pile: Pile | null;
  readonly place: { readonly code: string; readonly name: string };
  readonly most: number;
  readonly of: { readonly process: string; readonly step: Step };
}) {
  const text = useText(pipelineTexts);
  if (pile === null) return <td className="heat-0 quiet">·</td>;
  const count = casesOf(pile);
  const heat = pile.overdue === 0 ? 1 : 1 + Math.ceil((pile.overdue / most) * 4);
  const words = {
    part: place.name,
    step: text.pick(of.step.title),
    count,
    late: pile.overdue,
    days: pile.medianDays,
  };
  return (
    <td className={`heat-${heat}`}>
      <Link
        to="/cases"
        search={{ area: place.code, whose: 'all', process: of.process, step: of.step.id }}
        title={text('cell', words)}
      >
        <span className="visually-hidden">
          {words.part} {words.step}
        </span>
        <Count value={count} />
        {pile.overdue === 0 ? null : <small>{text('late', { count: pile.overdue })}</small>}
      </Link>
    </td>
  );
}
