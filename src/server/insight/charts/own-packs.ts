// Whose form a chart is: of a pack in force here, or lent by another place and drawn with the data of this one.
import { packQuestions } from '#domain/policy/pack/manifest-schema.ts';
import type { Context } from '#server/http/context.ts';

/** Packs in force here for any question, and all they extend. */
export function packsOfHere({
  platform,
  area,
  today,
}: Pick<Context, 'platform' | 'area' | 'today'>): ReadonlySet<string> {
  return new Set(
    packQuestions.flatMap(
      (question) =>
        platform.packs.inForce(area, today, question)?.chain.map(({ manifest }) => manifest.id) ??
        [],
    ),
  );
}
