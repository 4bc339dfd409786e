// The parts of the pack check that belong to no score and no process: expressions that stand alone in a
// row (who may have a loan, when an outcome is open, what triggers monitoring), and sign-off matrices
// that hold as many parties and signers as their name promises.

import { checkSource } from '#domain/policy/expression-check.ts';
import type { Rule } from '#domain/policy/expression-rule.ts';
import type { Scope } from '#domain/policy/expression-scope.ts';
import type { Pack, Placed, Rows } from '#domain/policy/pack/pack.ts';
import { type PackProblem, packProblem, ruleProblem } from '#domain/policy/pack/pack-problem.ts';
import type { Path } from '#domain/policy/pack/read-yaml.ts';

interface LooseRule {
  readonly source: string;
  readonly placed: Placed<unknown>;
  readonly path: Path;
}

/** Every condition a row states by itself, with its place. */
function looseRulesOf(rows: Rows): readonly LooseRule[] {
  const one = (placed: Placed<unknown>, key: string, source: string | undefined): LooseRule[] =>
    source === undefined ? [] : [{ source, placed, path: [key] }];
  return [
    ...rows.products.flatMap((placed) => one(placed, 'eligible', placed.row.eligible)),
    ...rows.benefits.flatMap((placed) => one(placed, 'eligible', placed.row.eligible)),
    ...rows.triggers.flatMap((placed) => one(placed, 'rule', placed.row.rule)),
    ...rows.processes.flatMap((placed) =>
      placed.row.steps.flatMap(({ outcomes }, step) =>
        outcomes.flatMap(({ when }, outcome) =>
          when === undefined
            ? []
            : [{ source: when, placed, path: ['steps', step, 'outcomes', outcome, 'when'] }],
        ),
      ),
    ),
  ];
}

/** The conditions that stand, and the faults of those that do not. */
export function checkLooseRules(
  rows: Rows,
  scope: Scope,
): { readonly rules: readonly Rule[]; readonly problems: readonly PackProblem[] } {
  const rules: Rule[] = [];
  const problems: PackProblem[] = [];
  for (const { source, placed, path } of looseRulesOf(rows)) {
    const checked = checkSource(source, scope, { type: 'boolean' });
    if (checked.ok) rules.push(checked.rule);
    else problems.push(...checked.problems.map((one) => ruleProblem(one, source, placed.at(path))));
  }
  return { rules, problems };
}

export function checkSignOffs({ rows }: Pack): readonly PackProblem[] {
  return rows.signOffs.flatMap(({ row, at }) => {
    const parties = row.levels.flatMap((level) => level.parties);
    const counts = {
      parties: parties.length,
      signers: parties.flatMap(({ signers }) => signers).length,
    };
    return (['parties', 'signers'] as const).flatMap((key) =>
      row[key] === counts[key]
        ? []
        : [
            packProblem('length-differs', at([key]), {
              id: `${row.id}.${key}`,
              declared: row[key],
              listed: counts[key],
            }),
          ],
    );
  });
}
