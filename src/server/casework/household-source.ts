// Households that a capability above knows of: those with leads from a department's list, those that do not
// keep a rule of data quality. Casework asks for them by name and knows nothing else of it.
import type { householdSourceKinds } from '#contract/casework-campaigns.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';

export interface HouseholdSource {
  readonly kind: (typeof householdSourceKinds)[number];
  /** What the key names, in words; undefined where there is no such thing in the area of the request. */
  readonly titleOf: (context: Context, key: string) => Promise<Bilingual | undefined>;
  /** As they stand now, within the area of the request. */
  readonly households: (context: Context, key: string) => Promise<readonly string[]>;
}
