// Takes an entry back by its reverse, in the caller's transaction; refuses what was taken back already.
import type { AccountKey } from '#domain/funds/account.ts';
import { reverseOf } from '#domain/funds/entry.ts';
import * as refusals from '#domain/funds/refusals.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { listEntryLines } from './books.store.ts';
import type { FoundEntry } from './order.store.ts';
import { postEntries } from './post-entries.ts';

export async function reversePosted(
  { tx, actor, now, newId }: Pick<Context, 'tx' | 'actor' | 'now' | 'newId'>,
  entry: FoundEntry,
  { on, memo }: { readonly on: PlainDate; readonly memo: string },
): Promise<string> {
  if (entry.reverses !== null || entry.reversed_by !== null) refuse(refusals.reversedAlready);
  const lines = (await listEntryLines(tx, entry)).map((line) => {
    const account: AccountKey = {
      kind: line.kind,
      source: line.source,
      purpose: line.purpose,
      area: areaCode(line.area),
      holder: line.holder,
      project: line.project,
      household: line.household,
    };
    return { account, amount: BigInt(line.amount) };
  });
  const id = newId(entry.county);
  const reverse = reverseOf(
    {
      id: entry.id,
      kind: entry.kind,
      on: plainDate(entry.on),
      document: entry.document,
      memo: entry.memo,
      lines,
      reverses: null,
    },
    { id, on, memo },
  );
  await postEntries(
    {
      tx,
      county: entry.county,
      area: areaCode(entry.area_code),
      author: { account: actor.account, name: actor.displayName },
      now,
      newId,
    },
    [reverse],
  );
  return id;
}
