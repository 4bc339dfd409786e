// The part of the pack check that proves of each process that it can always end: every step is reached
// from the start, leads to an end, has somebody who can act and something to decide; and that a
// public notice shows no field the form calls sensitive.

import type { Pack, Placed, Rows } from '#domain/policy/pack/pack.ts';
import { type PackProblem, packProblem } from '#domain/policy/pack/pack-problem.ts';
import type { Process } from '#domain/policy/pack/practice-schemas.ts';

export function checkProcesses({ rows }: Pack, inForce: Rows): readonly PackProblem[] {
  const sensitive = new Set(
    inForce.fields.filter(({ row }) => row.sensitive).map(({ row }) => row.id),
  );
  return rows.processes.flatMap((placed) => [
    ...unknownTargets(placed),
    ...checkSteps(placed),
    ...checkNotices(placed, sensitive),
  ]);
}

function unknownTargets({ row, at }: Placed<Process>): readonly PackProblem[] {
  const names = new Set([...row.steps, ...row.ends].map(({ id }) => id));
  const missing = (id: string, field: string, path: readonly (string | number)[]) =>
    names.has(id)
      ? []
      : [
          packProblem('reference-missing', at(path), {
            field,
            id,
            kind: '步骤或结束状态',
            kindEn: 'step or end',
            hint: '',
            hintEn: '',
          }),
        ];
  return [
    ...missing(row.start, 'start', ['start']),
    ...row.steps.flatMap(({ outcomes }, step) =>
      outcomes.flatMap(({ to }, index) =>
        missing(to, 'to', ['steps', step, 'outcomes', index, 'to']),
      ),
    ),
  ];
}

function checkSteps({ row, at }: Placed<Process>): readonly PackProblem[] {
  const reached = reachable(row);
  const ending = canEnd(row);
  return row.steps.flatMap((step, index) => {
    const place = at(['steps', index, 'id']);
    const words = { process: row.id, id: step.id };
    const problems: PackProblem[] = [];
    if (!reached.has(step.id)) problems.push(packProblem('step-unreachable', place, words));
    if (step.actors.length === 0) problems.push(packProblem('step-actorless', place, words));
    if (step.outcomes.length === 0) problems.push(packProblem('step-stuck', place, words));
    else if (!ending.has(step.id)) problems.push(packProblem('step-endless', place, words));
    return problems;
  });
}

function reachable({ steps, start }: Process): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    const step = steps.find((one) => one.id === id);
    waiting.push(...(step?.outcomes.map(({ to }) => to) ?? []));
  }
  return reached;
}

function canEnd({ steps, ends }: Process): ReadonlySet<string> {
  const ending = new Set(ends.map(({ id }) => id));
  for (let before = -1; before !== ending.size; ) {
    before = ending.size;
    for (const { id, outcomes } of steps)
      if (outcomes.some(({ to }) => ending.has(to))) ending.add(id);
  }
  return ending;
}

function checkNotices(
  { row, at }: Placed<Process>,
  sensitive: ReadonlySet<string>,
): readonly PackProblem[] {
  return row.steps.flatMap(({ id, shows = [] }, step) =>
    shows.flatMap((field, index) =>
      sensitive.has(field)
        ? [packProblem('notice-field', at(['steps', step, 'shows', index]), { id, field })]
        : [],
    ),
  );
}
