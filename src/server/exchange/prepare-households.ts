// Makes a household ready to be stored as a new one: its record, sealed rows and digest. Needs nothing
// of the database, so that it is done while the database still stores the households before it.
import type { AssembledHousehold } from '#domain/exchange/assemble-household.ts';
import type { AreaCode } from '#domain/kernel/area-code.ts';
import type { Signed } from '#domain/registry/household.ts';
import { linesOf } from '#server/database/copy-rows.ts';
import type { Platform } from '#server/platform.ts';
import type { StatedContext } from '#server/registry/change-households.ts';
import { incomePeriodOf } from '#server/registry/income-period.ts';
import { type HouseholdRows, toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { digestOf, type RecordContext, toRecord } from './import-record.ts';

export type StoringPlatform = Pick<Platform, 'secrets' | 'clock' | 'newId' | 'packs'>;

export type StoreContext = RecordContext & StatedContext;

export interface PreparedHousehold {
  readonly id: string;
  readonly rows: HouseholdRows;
}

export function storeContextOf(
  platform: StoringPlatform,
  request: { readonly area: AreaCode; readonly signed: Signed; readonly isDryRun: boolean },
): StoreContext {
  const { secrets, newId, packs, clock } = platform;
  const today = clock.today();
  return {
    secrets,
    newId,
    today,
    signed: request.signed,
    isDryRun: request.isDryRun,
    periodStartMonth: incomePeriodOf(packs, request.area, today),
  };
}

export function prepareHousehold(
  household: AssembledHousehold,
  householdNo: string,
  context: StoreContext,
): PreparedHousehold {
  const digest = digestOf(household, context.secrets);
  const record = toRecord(household, householdNo, digest, context);
  return { id: record.id, rows: asLines(toHouseholdRows(record, context)) };
}

/** Hundreds of thousands of values wait here for their turn; as bytes they weigh little and nobody walks them. */
function asLines(rows: HouseholdRows): HouseholdRows {
  return {
    household: linesOf([rows.household])[0] ?? rows.household,
    persons: linesOf(rows.persons),
    keys: linesOf(rows.keys),
    events: linesOf(rows.events),
    incomeEntries: linesOf(rows.incomeEntries),
    incomeYears: linesOf(rows.incomeYears),
    externalIds: linesOf(rows.externalIds),
  };
}
