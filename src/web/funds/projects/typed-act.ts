// An act on a project as it is typed, and as it is sent.
import type { Project } from '#contract/funds-projects.ts';
import { fenOfTyped } from '../read-yuan.ts';

export type Act = Project['next'][number]['act'];

export interface ReportedOutput {
  readonly position: number;
  readonly added: string;
  readonly total: string;
}

export interface TypedAct {
  readonly on: string;
  readonly note: string;
  readonly passes: boolean;
  readonly document: string;
  readonly isPublic: boolean;
  readonly contractor: string;
  readonly amount: string;
  readonly milestone: string;
  readonly to: string;
  readonly effect: string;
  readonly percent: string;
  readonly workers: string;
  readonly wages: string;
  readonly outputs: readonly ReportedOutput[];
}

export function verdictOf(act: Act, typed: TypedAct) {
  const { on, note, passes, document, milestone } = typed;
  const said = { on, note, passes };
  if (act === 'review') return { act, ...said };
  if (act === 'approve') return { act, ...said, document };
  if (act === 'check') return { act, ...said, milestone };
  if (act === 'accept') return { act, ...said, document, amount: fenOfTyped(typed.amount) ?? 0 };
  return undefined;
}

export function bodyOf(act: Act, typed: TypedAct) {
  const { on, note } = typed;
  switch (act) {
    case 'apply':
    case 'start':
    case 'settle':
    case 'stop':
      return { act, on, note };
    case 'tender': {
      const { isPublic, contractor, document } = typed;
      return {
        act,
        on,
        note,
        isPublic,
        contractor,
        document,
        amount: fenOfTyped(typed.amount) ?? 0,
      };
    }
    case 'report':
      return {
        act,
        on,
        note,
        percent: Number(typed.percent),
        workers: Number(typed.workers),
        wages: fenOfTyped(typed.wages) ?? 0,
        outputs: typed.outputs
          .filter(({ added, total }) => added !== '' && total !== '')
          .map(({ position, added, total }) => ({
            position,
            added: Number(added),
            total: Number(total),
          })),
      };
    case 'handOver':
      return { act, on, note, to: typed.to, effect: typed.effect };
    default:
      return undefined;
  }
}
