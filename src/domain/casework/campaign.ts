// A campaign over many households: which processes of a pack it may run, which rounds the pack names, and
// what came of it: who was taken out, who was taken in, by the stage they stood at before and after.
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { stages } from '#domain/registry/stage.ts';
import { canBeRun, caseRulesOf } from './case-rules.ts';

interface Named {
  readonly id: string;
  readonly title: Bilingual;
}

/** Rounds are the steps of the pack's processes over a batch: first, second and third recheck. */
export function roundsOf({
  rows,
}: ResolvedPack): readonly (Named & { readonly verified: boolean })[] {
  return rows.processes.flatMap(({ row }) =>
    row.subject === 'batch'
      ? row.steps.map(({ id, title, verified }) => ({ id, title, verified }))
      : [],
  );
}

export function campaignProcesses(
  pack: ResolvedPack,
  held: ReadonlySet<string> = new Set(),
): readonly Named[] {
  return pack.rows.processes.flatMap(({ row }) => {
    const rules = caseRulesOf(pack, row.id);
    const isOpen = rules?.subject === 'household' && canBeRun(rules, held);
    return isOpen ? [{ id: row.id, title: row.title }] : [];
  });
}

export interface Outcomes {
  readonly households: number;
  readonly persons: number;
}

export interface CampaignCount extends Outcomes {
  readonly township: string;
  /** Where they stood before; where the case ended says where they stand now, null while it is open. */
  readonly before: string;
  readonly after: string | null;
  readonly isOpen: boolean;
}

export interface CampaignSum {
  readonly open: Outcomes;
  readonly out: Outcomes;
  readonly in: Outcomes;
  readonly kept: Outcomes;
}

/** Out of the list, into the list, or left as it was. An end without a stage leaves things as they were. */
export function sumOf(counts: readonly CampaignCount[]): CampaignSum {
  const listed = stages.indexOf('LISTED');
  const isListed = (stage: string) => (stages as readonly string[]).indexOf(stage) >= listed;
  const kindOf = ({ before, after, isOpen }: CampaignCount): keyof CampaignSum => {
    if (isOpen) return 'open';
    if (after === null || isListed(before) === isListed(after)) return 'kept';
    return isListed(after) ? 'in' : 'out';
  };
  const sum = (kind: keyof CampaignSum): Outcomes => {
    const those = counts.filter((count) => kindOf(count) === kind);
    return {
      households: those.reduce((all, { households }) => all + households, 0),
      persons: those.reduce((all, { persons }) => all + persons, 0),
    };
  };
  return { open: sum('open'), out: sum('out'), in: sum('in'), kept: sum('kept') };
}
