// Whether money may go out for a project, and how much: after its approval, within its budget line, and of a
// build-first project only after it was accepted (先建后补).
import { deny } from '#domain/kernel/deny.ts';
import type { Fen } from '#domain/kernel/fen.ts';
import type { RefusalKind } from '#domain/kernel/refusal.ts';
import { yuanText } from '../entry.ts';
import type { BudgetLine, Milestone, ProjectMode, ProjectState, ProjectStep } from './project.ts';
import * as refusals from './project-refusals.ts';
import { stepTitles } from './project-words.ts';

export interface PaidProject {
  readonly title: string;
  readonly mode: ProjectMode;
  readonly state: ProjectState;
  readonly lines: readonly BudgetLine[];
  /** What was recognised at acceptance; null before. */
  readonly accepted: Fen | null;
  /** Paid so far, by source and use. */
  readonly paid: readonly BudgetLine[];
}

export interface ProjectPayment {
  readonly source: string;
  readonly purpose: string;
  readonly amount: Fen;
}

const open: readonly ProjectStep[] = ['approved', 'tendered', 'building', 'accepted', 'settled'];

export function paymentDenial(
  project: PaidProject,
  payment: ProjectPayment,
): RefusalKind | undefined {
  const { title, state, accepted } = project;
  if (!open.includes(state.step)) {
    return deny(refusals.projectClosed, { title, step: stepTitles[state.step] });
  }
  if (project.mode === 'buildThenSubsidize' && accepted === null) {
    return deny(refusals.notAccepted, { title, step: stepTitles[state.step] });
  }
  const denial = lineDenial(project, payment, project.paid);
  if (denial !== undefined || accepted === null) return denial;
  const paid = project.paid.reduce((sum, { amount }) => sum + amount, 0n);
  if (paid + payment.amount <= accepted) return undefined;
  return deny(refusals.overAccepted, {
    title,
    accepted: yuanText(accepted),
    paid: yuanText(paid),
    asked: yuanText(payment.amount),
  });
}

/** Money that is set aside for a project, before any of it is paid. */
export function allocationDenial(
  project: Pick<PaidProject, 'title' | 'state' | 'lines'>,
  payment: ProjectPayment,
  given: readonly BudgetLine[],
): RefusalKind | undefined {
  const { title, state } = project;
  if (!open.includes(state.step)) {
    return deny(refusals.projectClosed, { title, step: stepTitles[state.step] });
  }
  return lineDenial(project, payment, given);
}

/** Within the line of the same source and use, with what went before. */
function lineDenial(
  { title, lines }: Pick<PaidProject, 'title' | 'lines'>,
  { source, purpose, amount }: ProjectPayment,
  before: readonly BudgetLine[],
): RefusalKind | undefined {
  const sumOf = (rows: readonly BudgetLine[]) =>
    rows
      .filter((one) => one.source === source && one.purpose === purpose)
      .reduce((sum, one) => sum + one.amount, 0n);
  const left = sumOf(lines) - sumOf(before);
  if (amount <= left) return undefined;
  return deny(refusals.overProjectLine, {
    title,
    source,
    purpose,
    left: yuanText(left < 0n ? 0n : left),
    asked: yuanText(amount),
  });
}

/** A payment by order names the milestone it is for. */
export function milestoneDenial(
  { state, accepted }: Pick<PaidProject, 'state' | 'accepted'>,
  milestone: Milestone & { readonly paid: Fen },
  amount: Fen,
): RefusalKind | undefined {
  if (accepted === null && !state.reached.has(milestone.id)) {
    return deny(refusals.milestoneOpen, { milestone: milestone.title });
  }
  const left = milestone.share - milestone.paid;
  if (amount <= left) return undefined;
  return deny(refusals.overMilestone, {
    milestone: milestone.title,
    left: yuanText(left < 0n ? 0n : left),
    asked: yuanText(amount),
  });
}
