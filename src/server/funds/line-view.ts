// Lines and accounts of the books in the words of the reader.
import type { FundAccount, FundLine } from '#contract/funds.ts';
import type { Context } from '#server/http/context.ts';
import { namesOf } from '#server/workforce/helper-view.ts';
import type { FoundAccount, FoundLine } from './books.store.ts';
import type { FundWords } from './fund-words.ts';

export async function lineViews(
  context: Pick<Context, 'tx' | 'today'>,
  words: FundWords,
  lines: readonly FoundLine[],
): Promise<FundLine[]> {
  const nameOf = await namesOf(
    context,
    lines.map(({ area }) => area),
  );
  return lines.map((line) => ({
    entry: line.entry,
    position: line.position,
    on: line.on,
    entryKind: line.entryKind,
    document: line.document,
    memo: line.memo,
    amount: Number(line.amount),
    account: {
      id: line.account,
      ...keyView(words, nameOf, line),
      householdName: line.householdName,
    },
  }));
}

type Key = Pick<
  FoundAccount,
  'kind' | 'source' | 'purpose' | 'area' | 'holder' | 'project' | 'household'
>;

function keyView(words: FundWords, nameOf: (code: string) => string, key: Key) {
  return {
    kind: key.kind,
    source: key.source,
    sourceTitle: words.source(key.source).title,
    purpose: key.purpose,
    purposeTitle: words.use(key.purpose),
    area: { code: key.area, name: nameOf(key.area) },
    holder: key.holder,
    project: key.project,
    household: key.household,
  };
}

export async function accountViews<Account extends FoundAccount & { readonly balance: string }>(
  context: Pick<Context, 'tx' | 'today'>,
  words: FundWords,
  accounts: readonly Account[],
): Promise<FundAccount[]> {
  const nameOf = await namesOf(
    context,
    accounts.map(({ area }) => area),
  );
  return accounts.map((account) => ({
    id: account.id,
    ...keyView(words, nameOf, account),
    balance: Number(account.balance),
  }));
}
