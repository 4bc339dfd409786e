// The address of lines of the books: which accounts, from which source, for which use.
import { type AccountKind, accountKinds } from '#domain/funds/account.ts';
import { stageNames } from '#domain/funds/stages.ts';

export interface LineSearch {
  readonly stage?: (typeof stageNames)[number];
  readonly source?: string;
  readonly purpose?: string;
  readonly account?: string;
  readonly project?: string;
  readonly accountKind?: AccountKind;
  readonly reached?: 'households' | 'others';
  readonly since?: string;
  readonly on?: string;
}

export function readLineSearch(search: Record<string, unknown>): LineSearch {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  return {
    stage: stageNames.find((one) => one === search.stage),
    source: text(search.source),
    purpose: text(search.purpose),
    account: text(search.account),
    project: text(search.project),
    accountKind: accountKinds.find((one) => one === search.accountKind),
    reached: (['households', 'others'] as const).find((one) => one === search.reached),
    since: text(search.since),
    on: text(search.on),
  };
}
