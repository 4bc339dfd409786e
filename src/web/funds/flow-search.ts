// The address of a flow of funds: from which month to which.
import type { FundFlow } from '#contract/funds-flow.ts';
import type { LineSearch } from './line-search.ts';

export interface FlowSearch {
  readonly from?: string;
  readonly to?: string;
}

export function readFlowSearch(search: Record<string, unknown>): FlowSearch {
  return { from: month(search.from), to: month(search.to) };
}

function month(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(value) ? value : undefined;
}

/** The months one can choose, the latest first: three years back from the running one. */
export function monthsUntil(now: string): readonly string[] {
  const [year = 0, number = 1] = now.split('-').map(Number);
  return Array.from({ length: 36 }, (_, back) => {
    const count = year * 12 + (number - 1) - back;
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
  });
}

/** First and last day of a stretch of months, as lines are asked for. */
export function daysOf(from: string, to: string): { readonly since: string; readonly on: string } {
  const [year = 0, number = 1] = to.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { since: `${from}-01`, on: `${to}-${last}` };
}

/** A bar or a ribbon: what its lines have in common. */
export type FlowParts = Readonly<Partial<Record<FundFlow['columns'][number], string>>>;

export function linesBehind(
  { area, from, to }: Pick<FundFlow, 'area' | 'from' | 'to'>,
  { source, use, place, project, reached }: FlowParts,
): LineSearch & { readonly area: string } {
  const spent = reached === 'households' || reached === 'works';
  const held = (['lent', 'riskFund', 'written'] as const).find((kind) => kind === reached);
  return {
    area: place ?? area.code,
    stage: 'paid',
    ...daysOf(from, to),
    ...(source === undefined ? {} : { source }),
    ...(use === undefined ? {} : { purpose: use }),
    ...(project === undefined || project === '' ? {} : { project }),
    ...(spent
      ? { accountKind: 'spent', reached: reached === 'households' ? reached : 'others' }
      : {}),
    ...(held === undefined ? {} : { accountKind: held }),
  };
}
