// Who is entitled to what a list pays, as SQL over the register, and how much, from a row of the pack. A rule
// that reads what no household tells leaves the entitlement unknown, and unknown is not paid.
import { checkSource } from '#domain/policy/expression-check.ts';
import { compileToSql } from '#domain/policy/expression-sql.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { householdColumns } from '#server/targeting/household-column.ts';
import { fenOf } from './fund-words.ts';
import { type Entitlement, firstEntitlementParameter } from './payment.store.ts';

const anybody: Entitlement = { sql: null, parameters: [], least: null, most: null };

export function entitlementOf(pack: ResolvedPack | undefined, benefit: string | null): Entitlement {
  const row = pack?.rows.benefits.find((one) => one.row.id === benefit)?.row;
  if (pack === undefined || row === undefined) return anybody;
  const least = row.amount === undefined ? null : fenOf(pack, row.amount);
  const most = row.amountMost === undefined ? least : fenOf(pack, row.amountMost);
  if (row.eligible === undefined) return { ...anybody, least, most };
  const checked = checkSource(row.eligible, pack.scope, { type: 'boolean' });
  if (!checked.ok) return { sql: 'null::boolean', parameters: [], least, most };
  const { sql, parameters } = compileToSql(
    checked.rule,
    householdColumns(pack),
    firstEntitlementParameter,
  );
  return { sql, parameters, least, most };
}
