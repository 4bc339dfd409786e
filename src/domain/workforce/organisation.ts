// Seats and posts as the pack asks for them, who holds each on a day, and what is missing, in sentences:
// a seat of the headquarters, a post of a township's office, a post of a village. Pledges are the sign-offs
// of the pack whose subject is a village or a county and that no process runs.
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';

export type PostLevel = 'county' | 'township' | 'village';

export interface PostRule {
  readonly id: string;
  readonly title: Bilingual;
  readonly text: Bilingual | null;
  readonly least: number;
  readonly most: number | null;
}

export interface PostSet {
  readonly id: string;
  readonly title: Bilingual;
  readonly level: PostLevel;
  readonly verified: boolean;
  readonly posts: readonly PostRule[];
}

export function postSetsOf({ rows }: ResolvedPack): readonly PostSet[] {
  const seats = rows.organisation
    .filter(({ row }) => row.use === 'seats')
    .map(
      ({ row }): PostSet => ({
        id: row.id,
        title: row.title,
        level: 'county',
        verified: row.verified,
        posts: row.rows.map((one) => ({
          id: one.id,
          title: one.title,
          text: one.text,
          least: one.holders ?? 1,
          most: one.holders ?? null,
        })),
      }),
    );
  const staffing = rows.staffing.flatMap(({ row }): readonly PostSet[] =>
    row.unit === 'household'
      ? []
      : [
          {
            id: row.id,
            title: row.title,
            level: row.unit,
            verified: row.verified,
            posts: row.posts.map((post) => ({
              id: post.id,
              title: post.title,
              text: null,
              least: post.least,
              most: post.most ?? null,
            })),
          },
        ],
  );
  return [...seats, ...staffing];
}

/** Null where as many hold the post as are asked for. */
export function postGap({ title, least, most }: PostRule, held: number): Bilingual | null {
  if (held < least) {
    return {
      zh: `${title.zh}要 ${least} 名，还差 ${least - held} 名。`,
      en: `${title.en}: ${least} are asked for, ${least - held} missing.`,
    };
  }
  if (most !== null && held > most) {
    return {
      zh: `${title.zh}最多 ${most} 名，多了 ${held - most} 名。`,
      en: `${title.en}: ${most} at most, ${held - most} too many.`,
    };
  }
  return null;
}

export interface PledgeRule {
  readonly id: string;
  readonly title: Bilingual;
  readonly level: 'township' | 'village';
  readonly verified: boolean;
  readonly parties: readonly {
    readonly id: string;
    readonly title: Bilingual;
    readonly offices: readonly Bilingual[];
  }[];
}

/** Signed place by place, at the level the pack gives. */
export function pledgesOf({ rows }: ResolvedPack): readonly PledgeRule[] {
  const used = new Set(
    rows.processes.flatMap(({ row }) => row.steps.flatMap(({ matrix }) => matrix ?? [])),
  );
  return rows.signOffs.flatMap(({ row }) =>
    row.levels.flatMap(({ level, parties }): readonly PledgeRule[] => {
      const isPledge = !used.has(row.id) && row.subject !== 'household' && row.subject !== 'batch';
      if (!isPledge || (level !== 'township' && level !== 'village')) return [];
      return [
        {
          id: row.id,
          title: row.title,
          level,
          verified: row.verified,
          parties: parties.map((party) => ({
            id: party.id,
            title: party.title,
            offices: party.signers.map(({ office }) => office),
          })),
        },
      ];
    }),
  );
}

export function signaturesOf({ parties }: PledgeRule): number {
  return parties.reduce((all, { offices }) => all + offices.length, 0);
}
