// The part of the pack check that proves of each process that it can always end: every step is reached
// from the start, leads to an end, has somebody who can act and something to decide; and that a
// public notice shows no field the form calls sensitive. Who signs by a matrix is who the matrix names, and
// nobody is the only one left to approve what they did themselves.

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
    ...checkItems(placed, inForce),
    ...checkSigners(placed, inForce),
    ...checkOwnWork(placed, inForce),
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

/** What a step looks at is a criterion, of a household, or an indicator of what the process is about. */
function checkItems({ row, at }: Placed<Process>, inForce: Rows): readonly PackProblem[] {
  const criteria = row.subject === 'household' ? inForce.criteria : [];
  const sets = inForce.indicators.filter((set) => set.row.subject === row.subject);
  const known = new Set([
    ...criteria.map((one) => one.row.id),
    ...sets.flatMap((set) => set.row.indicators.map(({ id }) => id)),
  ]);
  const kinds = { kind: '准则或指标', kindEn: 'criterion or indicator', hint: '', hintEn: '' };
  return row.steps.flatMap(({ checks }, step) => {
    const { items, evidence } = checks ?? { items: [], evidence: [] };
    const named = (ids: readonly string[], allowed: ReadonlySet<string>, field: string) =>
      ids.flatMap((id, index) =>
        allowed.has(id)
          ? []
          : [
              packProblem('reference-missing', at(['steps', step, 'checks', field, index]), {
                field,
                id,
                ...kinds,
              }),
            ],
      );
    const proved = evidence === 'each' ? [] : evidence;
    return [...named(items, known, 'items'), ...named(proved, new Set(items), 'evidence')];
  });
}

type Step = Process['steps'][number];

/** The matrix a step is signed by, at the level of the step. */
function levelOf({ signOffs }: Rows, { matrix, level }: Step) {
  const found = signOffs.find(({ row }) => row.id === matrix)?.row;
  return found?.levels.find((one) => one.level === level);
}

function checkSigners({ row, at }: Placed<Process>, inForce: Rows): readonly PackProblem[] {
  return row.steps.flatMap((step, index) => {
    if (step.matrix === undefined) return [];
    const parties = levelOf(inForce, step)?.parties ?? [];
    const signers = parties.flatMap((party) => party.signers.flatMap(({ actor }) => actor ?? []));
    const listOf = (codes: readonly string[]) => [...codes].sort().join(', ');
    if (listOf(signers) === listOf(step.actors)) return [];
    const { id, matrix } = step;
    const words = { actors: listOf(step.actors), signers: listOf(signers) };
    const place = at(['steps', index, 'matrix']);
    return [packProblem('signers-differ', place, { process: row.id, id, matrix, ...words })];
  });
}

/** An office of one person: whoever signs by name, and the household itself. */
function personsOf({ signOffs }: Rows): ReadonlySet<string> {
  const signers = signOffs.flatMap(({ row }) =>
    row.levels.flatMap(({ parties }) => parties.flatMap((party) => party.signers)),
  );
  return new Set(['HOUSEHOLD', ...signers.flatMap(({ actor }) => actor ?? [])]);
}

function checkOwnWork({ row, at }: Placed<Process>, inForce: Rows): readonly PackProblem[] {
  const persons = personsOf(inForce);
  return row.steps.flatMap((step, index) => {
    const isRoster = step.kind === 'signOff' && levelOf(inForce, step)?.form === 'roster';
    const approves = ['review', 'decision', 'sample'].includes(step.kind) || isRoster;
    if (!approves) return [];
    const before = row.steps.filter(
      (one) => one.id !== step.id && reachable({ ...row, start: one.id }).has(step.id),
    );
    const barred = step.actors.flatMap((actor) => {
      const earlier = before.find(({ actors }) => actors.length === 1 && actors[0] === actor);
      return persons.has(actor) && earlier !== undefined ? [{ actor, earlier }] : [];
    });
    // Of a roster everybody must sign; of any other step one who may is enough.
    const [first] = barred;
    if (first === undefined || (!isRoster && barred.length < step.actors.length)) return [];
    const words = { process: row.id, id: step.id, actor: first.actor, earlier: first.earlier.id };
    return [packProblem('step-own-work', at(['steps', index, 'actors']), words)];
  });
}
