// A project with what decides about it: its acts folded, its parts, what was paid for it.
import type { ProjectFacts } from '#domain/funds/projects/act-denials.ts';
import type { PaidProject } from '#domain/funds/projects/payment-denial.ts';
import { type ProjectAct, stateAfter } from '#domain/funds/projects/project.ts';
import { noSuchProject } from '#domain/funds/projects/project-refusals.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Tx } from '#server/database/connect.ts';
import type { Context } from '#server/http/context.ts';
import { listAttachments } from '#server/kernel/attachment.store.ts';
import { onlyOwn } from '../list-view.ts';
import { findProject, type ProjectRecord } from './project.store.ts';
import { type ProjectSum, sumProjects } from './project-money.store.ts';
import {
  type ActRecord,
  countHouseholds,
  type LineRecord,
  listActs,
  listMilestones,
  listOutputs,
  listProjectLines,
  type MilestoneRecord,
  type OutputRecord,
  type Placed,
} from './project-part.store.ts';

export interface LoadedProject {
  readonly row: ProjectRecord;
  readonly acts: readonly ActRecord[];
  readonly lines: readonly LineRecord[];
  readonly milestones: readonly MilestoneRecord[];
  readonly outputs: readonly OutputRecord[];
  readonly placed: Placed;
  readonly sums: readonly ProjectSum[];
  readonly photographs: number;
  readonly facts: ProjectFacts;
  readonly paid: PaidProject;
}

/** Subject of the files of a project: photographs of the works among them. */
export function projectSubject(id: string): string {
  return `project:${id}`;
}

/** A department opens what it entered; who reads the books all of their area. */
export async function openProject(
  context: Context,
  id: string,
  lock: 'shown' | 'locked' = 'shown',
): Promise<ProjectRecord> {
  const row = await findProject(context.tx, id, lock);
  const own = onlyOwn(context);
  const isTheirs = own === undefined || row?.author === own;
  return row === undefined || !isTheirs ? refuse(noSuchProject) : row;
}

export async function loadProject(tx: Tx, row: ProjectRecord): Promise<LoadedProject> {
  const acts = await listActs(tx, row);
  const lines = await listProjectLines(tx, row);
  const milestones = await listMilestones(tx, row);
  const outputs = await listOutputs(tx, row);
  const placed = await countHouseholds(tx, row);
  const sums = await sumProjects(tx, row.county, [row.id]);
  const files = await listAttachments(tx, {
    county: row.county,
    area: row.area_code,
    household: null,
    subject: projectSubject(row.id),
  });
  const photographs = files.filter(({ kind }) => kind === 'picture').length;
  const state = stateAfter(acts.map(actOf));
  const budget = lines.map(({ source, purpose, amount }) => ({
    source,
    purpose,
    amount: BigInt(amount),
  }));
  return {
    row,
    acts,
    lines,
    milestones,
    outputs,
    placed,
    sums,
    photographs,
    facts: {
      state,
      mode: row.mode,
      level: row.level,
      acts: acts.map(actOf),
      planned: BigInt(row.planned_fen),
      lines: budget,
      milestones: milestones.map(({ id, title, share }) => ({ id, title, share: BigInt(share) })),
      outputs: outputs.map(({ product, added }) => ({ product, isReported: added !== null })),
      households: placed.households,
      photographs,
      answers: {
        arrangement: row.arrangement,
        money: row.money,
        organiser: row.organiser,
        implementer: row.implementer,
        due: row.due_on ?? '',
        acceptance: row.acceptance,
      },
      mechanism: row.mechanism,
    },
    paid: paidProjectOf(row, { state, lines: budget, sums }),
  };
}

export function actOf({ kind, account, passes, milestone_id }: ActRecord): ProjectAct {
  return { kind, account, passes, milestone: milestone_id };
}

export function paidProjectOf(
  { title, mode, accepted_fen }: ProjectRecord,
  {
    state,
    lines,
    sums,
  }: Pick<PaidProject, 'state' | 'lines'> & { readonly sums: readonly ProjectSum[] },
): PaidProject {
  return {
    title,
    mode,
    state,
    lines,
    accepted: accepted_fen === null ? null : BigInt(accepted_fen),
    paid: sums
      .filter(({ kind }) => kind === 'spent')
      .map(({ source, purpose, amount }) => ({ source, purpose, amount: BigInt(amount) })),
  };
}

export function sumOf(sums: readonly ProjectSum[], kind?: ProjectSum['kind']): bigint {
  return sums
    .filter((one) => kind === undefined || one.kind === kind)
    .reduce((sum, { amount }) => sum + BigInt(amount), 0n);
}
