// The filter of a household list as its predicates need it: areas as ranges, money in fen, `none` told
// apart from a code. Built from the request once; list, count and file use the same.
import type { HouseholdFilter } from '#contract/registry-households.ts';
import { narrowTo } from '#domain/access/actor.ts';
import { type AreaSpan, spanOf } from '#domain/kernel/area-code.ts';
import { type HouseholdSearch, householdSearchOf } from '#domain/registry/household-search.ts';
import { registeredStages } from '#domain/registry/stage.ts';
import type { Context } from '#server/http/context.ts';
import { findSearchedHouseholds } from './household-list.store.ts';
import { hashIdentity } from './sealing.ts';

/** `null`: nobody wrote it down. Undefined: not asked. */
type CodeFilter = string | null | undefined;

export interface RowFilter {
  /** Where: inside at least one of these. */
  readonly spans: readonly AreaSpan[];
  readonly stages: readonly string[] | undefined;
  readonly cause: CodeFilter;
  readonly attribute: CodeFilter;
  readonly measure: CodeFilter;
  readonly houseGrade: CodeFilter;
  readonly helpClass: CodeFilter;
  readonly incomeFromFen: number | undefined;
  readonly incomeBelowFen: number | undefined;
  readonly incomeUnknown: boolean;
  readonly membersFrom: number | undefined;
  readonly membersTo: number | undefined;
  readonly ethnicity: string | undefined;
  readonly search: HouseholdSearch;
  /** Households of members the search means. */
  readonly households: readonly string[];
}

export async function rowFilterOf(context: Context, query: HouseholdFilter): Promise<RowFilter> {
  const search = householdSearchOf(query.q ?? '');
  const identityHash =
    search.kind === 'identity' ? hashIdentity(context.platform.secrets, search.number) : undefined;
  const fen = (yuan: number | undefined) => (yuan === undefined ? undefined : yuan * 100);
  return {
    spans: narrowTo(context.actor, context.area).map(spanOf),
    stages: stagesOf(query),
    cause: codeOf(query.cause),
    attribute: codeOf(query.attribute),
    measure: codeOf(query.measure),
    houseGrade: codeOf(query.houseGrade),
    helpClass: codeOf(query.helpClass),
    incomeFromFen: fen(query.incomeFrom),
    incomeBelowFen: fen(query.incomeBelow),
    incomeUnknown: query.incomeUnknown === true,
    membersFrom: query.membersFrom,
    membersTo: query.membersTo,
    ethnicity: query.ethnicity,
    search,
    households: await findSearchedHouseholds(context.tx, search, identityHash),
  };
}

function stagesOf(query: HouseholdFilter): readonly string[] | undefined {
  const listed = query.stage?.split(',');
  if (query.registered === undefined) return listed;
  const allowed = query.registered ? registeredStages : ['SURVEYED'];
  return listed === undefined
    ? allowed
    : listed.filter((stage) => (allowed as readonly string[]).includes(stage));
}

function codeOf(code: string | undefined): CodeFilter {
  return code === 'none' ? null : code;
}
