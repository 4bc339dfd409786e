// Why an act on a project cannot be done now, by whom it is done and by what is still missing.
import { deny } from '#domain/kernel/deny.ts';
import type { Fen } from '#domain/kernel/fen.ts';
import type { Bilingual, RefusalKind } from '#domain/kernel/refusal.ts';
import { yuanText } from '../entry.ts';
import {
  type BudgetLine,
  doneAt,
  handsOf,
  type Milestone,
  type ProjectAct,
  type ProjectActKind,
  type ProjectLevel,
  type ProjectMode,
  type ProjectState,
} from './project.ts';
import * as refusals from './project-refusals.ts';
import { stepTitles } from './project-words.ts';

export interface ProjectFacts {
  readonly state: ProjectState;
  readonly mode: ProjectMode;
  readonly level: ProjectLevel;
  readonly acts: readonly ProjectAct[];
  readonly planned: Fen;
  readonly lines: readonly BudgetLine[];
  readonly milestones: readonly Milestone[];
  readonly outputs: readonly { readonly product: string; readonly isReported: boolean }[];
  readonly households: number;
  readonly photographs: number;
  /** Answers to the six questions, by name. */
  readonly answers: Readonly<Record<SixQuestion, string>>;
  /** Who keeps it up and how it is tied to households: settled before anything is built. */
  readonly mechanism: string;
}

/** How it is arranged, where the money comes from, who organises, who implements, by when, how it is accepted. */
export const sixQuestions = [
  'arrangement',
  'money',
  'organiser',
  'implementer',
  'due',
  'acceptance',
] as const;
export type SixQuestion = (typeof sixQuestions)[number];

const questionTitles: Readonly<Record<SixQuestion, Bilingual>> = {
  arrangement: { zh: '项目怎么安排', en: 'how it is arranged' },
  money: { zh: '钱从哪里来', en: 'where the money comes from' },
  organiser: { zh: '谁来组织', en: 'who organises it' },
  implementer: { zh: '谁来实施', en: 'who carries it out' },
  due: { zh: '什么时候完成', en: 'when it is done' },
  acceptance: { zh: '怎样检查验收', en: 'how it is checked and accepted' },
};

/** Nobody judges what they entered, reviewed or built themselves. */
const notBy: Readonly<Partial<Record<ProjectActKind, readonly ProjectActKind[]>>> = {
  review: ['enter', 'apply'],
  approve: ['enter', 'apply', 'review'],
  check: ['start', 'report'],
  accept: ['start', 'report'],
};

export function stepDenial(
  { state, acts }: Pick<ProjectFacts, 'state' | 'acts'>,
  kind: ProjectActKind,
  account: string,
): RefusalKind | undefined {
  if (!doneAt[kind].includes(state.step)) {
    return deny(refusals.wrongProjectStep, { step: stepTitles[state.step] });
  }
  const barred = notBy[kind];
  if (barred !== undefined && handsOf(acts, barred).has(account)) {
    return deny(refusals.ownProject);
  }
  return undefined;
}

/** What an application must hold before anybody reviews it. */
export function applicationDenial(project: ProjectFacts): RefusalKind | undefined {
  const missing = missingIn(project);
  const [first] = missing;
  if (first !== undefined) return deny(refusals.projectIncomplete, { missing: first });
  const lines = project.lines.reduce((sum, { amount }) => sum + amount, 0n);
  if (lines !== project.planned) {
    return deny(refusals.linesUneven, {
      planned: yuanText(project.planned),
      lines: yuanText(lines),
    });
  }
  const shares = project.milestones.reduce((sum, { share }) => sum + share, 0n);
  if (shares !== project.planned) {
    return deny(refusals.sharesUneven, {
      planned: yuanText(project.planned),
      shares: yuanText(shares),
    });
  }
  return undefined;
}

function missingIn(project: ProjectFacts): readonly Bilingual[] {
  const { answers, mechanism, lines, milestones, outputs, level, households } = project;
  return [
    ...sixQuestions.filter((one) => answers[one].trim() === '').map((one) => questionTitles[one]),
    ...(mechanism.trim() === '' ? [{ zh: '后续管护和利益联结机制', en: 'the mechanism' }] : []),
    ...(lines.length === 0 ? [{ zh: '资金来源', en: 'a budget line' }] : []),
    ...(milestones.length === 0 ? [{ zh: '付款节点', en: 'a milestone' }] : []),
    ...(outputs.length === 0 ? [{ zh: '建设内容', en: 'an output' }] : []),
    ...(level === 'household' && households === 0 ? [{ zh: '受益户', en: 'a household' }] : []),
  ];
}

export function tenderDenial(
  { planned }: Pick<ProjectFacts, 'planned'>,
  tender: { readonly isPublic: boolean; readonly amount: Fen },
  tenderFrom: Fen | null,
): RefusalKind | undefined {
  if (tender.amount > planned) {
    return deny(refusals.contractTooHigh, {
      amount: yuanText(tender.amount),
      planned: yuanText(planned),
    });
  }
  const mustBePublic = tenderFrom !== null && planned >= tenderFrom;
  if (!mustBePublic || tender.isPublic) return undefined;
  return deny(refusals.tenderNeeded, {
    planned: yuanText(planned),
    from: yuanText(tenderFrom),
  });
}

export function acceptanceDenial(
  project: ProjectFacts,
  { amount, paid }: { readonly amount: Fen; readonly paid: Fen },
): RefusalKind | undefined {
  if (project.photographs === 0) return deny(refusals.noPhotograph);
  const open = project.outputs.find(({ isReported }) => !isReported);
  if (open !== undefined) return deny(refusals.outputNotReported, { output: open.product });
  if (amount > project.planned) {
    return deny(refusals.acceptedTooMuch, {
      amount: yuanText(amount),
      planned: yuanText(project.planned),
    });
  }
  if (amount < paid) {
    return deny(refusals.acceptedTooLittle, { amount: yuanText(amount), paid: yuanText(paid) });
  }
  return undefined;
}

export function settleDenial(accepted: Fen, paid: Fen): RefusalKind | undefined {
  if (paid >= accepted) return undefined;
  return deny(refusals.notSettled, { left: yuanText(accepted - paid) });
}

/** What was begun with money is not simply stopped: what lies there goes back first. */
export function stopDenial(held: Fen): RefusalKind | undefined {
  return held > 0n ? deny(refusals.moneyHeld, { held: yuanText(held) }) : undefined;
}
