// Who answers for which village (包村责任安排表): the forces that the pack sends into the field and the posts
// it asks for in a village are its columns. Who answers for a township answers for its villages.
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { type PostSet, postSetsOf } from './organisation.ts';

/** The forces of the pack as posts of a village or a township, one of each at least. */
export function forcesSetOf({ rows }: ResolvedPack): PostSet | undefined {
  const forces = rows.organisation.find(({ row }) => row.id === 'forces')?.row;
  return forces === undefined
    ? undefined
    : {
        id: forces.id,
        title: forces.title,
        level: 'village',
        verified: forces.verified,
        posts: forces.rows.map(({ id, title, text }) => ({
          id,
          title,
          text,
          least: 1,
          most: null,
        })),
      };
}

export function scheduleSetsOf(pack: ResolvedPack): readonly PostSet[] {
  const forces = forcesSetOf(pack);
  const ofVillages = postSetsOf(pack).filter(({ level }) => level === 'village');
  return forces === undefined ? ofVillages : [forces, ...ofVillages];
}

export interface Held {
  readonly area: string;
  readonly set: string;
  readonly post: string;
  readonly name: string;
}

export interface ScheduleCell<H extends Held> {
  readonly holders: readonly H[];
  /** How many more the rules ask for; a hole where it is not 0. */
  readonly missing: number;
}

/** Of one village and one post: holders there, and those of its township. */
export function scheduleCell<H extends Held>(
  village: string,
  { set, post, least }: { readonly set: string; readonly post: string; readonly least: number },
  held: readonly H[],
): ScheduleCell<H> {
  const holders = held.filter(
    (one) =>
      one.set === set &&
      one.post === post &&
      (one.area === village || one.area === village.slice(0, 9)),
  );
  return { holders, missing: Math.max(0, least - holders.length) };
}
