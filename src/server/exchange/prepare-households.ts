// Makes a household ready to be stored as a new one: its record, sealed rows and digest. Needs nothing
// of the database, so that it is done while the database still stores the households before it.
import type { AssembledHousehold } from '#domain/exchange/assemble-household.ts';
import type { AreaCode } from '#domain/kernel/area-code.ts';
import type { Signed } from '#domain/registry/household.ts';
import { type CopyItem, lineOf } from '#server/database/copy-rows.ts';
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

/** Hundreds of thousands of values wait here for their turn; as lines of text they weigh little. */
function asLines(rows: HouseholdRows): HouseholdRows {
  const lined = (item: CopyItem): string => (typeof item === 'string' ? item : lineOf(item));
  return {
    household: lined(rows.household),
    persons: rows.persons.map(lined),
    keys: rows.keys.map(lined),
    events: rows.events.map(lined),
    incomeEntries: rows.incomeEntries.map(lined),
    incomeYears: rows.incomeYears.map(lined),
    externalIds: rows.externalIds.map(lined),
  };
}
