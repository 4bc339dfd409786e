// What the pack in force says of projects: kinds, models of linkage, from where on a tender is needed, within
// how many days projects count as one that was split.
import { unknownKind } from '#domain/funds/projects/project-refusals.ts';
import type { AreaCode } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import type { Context } from '#server/http/context.ts';
import { fenOf, fundWordsHere } from '../fund-words.ts';
import type { SignalRules } from './project.store.ts';

/** Places name their own list of how production takes households along. */
const linkLists = ['linkMode', 'linkage'];

const tenderLine = 'projectTenderFrom';
const splitDays = 'projectSplitDays';

export function codesOf(pack: ResolvedPack | undefined, list: string) {
  return pack?.rows.lists.find(({ row }) => row.id === list)?.row.codes ?? [];
}

export function linkListOf(pack: ResolvedPack | undefined): string | undefined {
  return linkLists.find((list) => codesOf(pack, list).length > 0);
}

export interface ProjectRules extends SignalRules {
  readonly tenderFrom: number | null;
  readonly isVerified: boolean;
}

export function projectRulesOf(pack: ResolvedPack | undefined): ProjectRules {
  const tenderFrom = fenOf(pack, tenderLine);
  const days = pack?.scope.parameters.get(splitDays)?.value;
  return {
    tenderFrom: tenderFrom === null ? null : Number(tenderFrom),
    days: typeof days === 'number' ? days : 0,
    isVerified: [tenderLine, splitDays].every(
      (one) => pack?.scope.parameters.get(one)?.verified === true,
    ),
  };
}

export function rulesHere(context: Context, area: AreaCode): ProjectRules {
  return projectRulesOf(fundWordsHere(context, area).pack);
}

export function refuseUnknownKind(
  pack: ResolvedPack | undefined,
  { kind, link }: { readonly kind: string; readonly link: string | null },
): void {
  const linkList = linkListOf(pack);
  const asked: readonly (readonly [string, string | undefined])[] = [
    [kind, 'projectKind'],
    ...(link === null ? [] : ([[link, linkList]] as const)),
  ];
  for (const [code, list] of asked) {
    const codes = list === undefined ? [] : codesOf(pack, list);
    if (codes.some((one) => one.code === code)) continue;
    refuse(unknownKind, { kind: code, choices: codes.map((one) => one.code).join(', ') });
  }
}
