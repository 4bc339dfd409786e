// Organisation: seats and posts with who holds them since when and what is missing, pledges signed place by
// place, and units: offices, firms, co-operatives, funds and partners.
import { z } from 'zod';
import { unitKinds } from '#domain/workforce/unit-kind.ts';
import { AreaCodeText, Bilingual, FenNumber, IdText, PlainDateText } from './page.ts';
import { route } from './route.ts';

const Holder = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  duty: z.string(),
  from: PlainDateText,
  to: PlainDateText.nullable(),
});
export type Holder = z.infer<typeof Holder>;

const Post = z.object({
  id: z.string(),
  title: Bilingual,
  text: Bilingual.nullable(),
  least: z.number().int(),
  most: z.number().int().nullable(),
});

export const Organisation = z.object({
  /** Seats and posts that the level of the area has, with who holds them today. */
  sets: z.array(
    z.object({
      id: z.string(),
      title: Bilingual,
      verified: z.boolean(),
      posts: z.array(Post.extend({ holders: z.array(Holder), gap: Bilingual.nullable() })),
    }),
  ),
  /** Places below: what each lacks, by the posts the pack asks of its level. */
  below: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      held: z.number().int(),
      gaps: z.array(Bilingual),
    }),
  ),
  pledges: z.array(
    z.object({
      id: z.string(),
      title: Bilingual,
      verified: z.boolean(),
      signers: z.number().int(),
      parties: z.array(z.object({ id: z.string(), title: Bilingual, offices: z.array(Bilingual) })),
      places: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          signed: z.array(
            z.object({
              party: z.string(),
              office: z.number().int(),
              name: z.string(),
              on: PlainDateText,
            }),
          ),
        }),
      ),
    }),
  ),
  /** Tenures that ended, the latest first. */
  past: z.array(Holder.extend({ post: Bilingual })),
  mayManage: z.boolean(),
});
export type Organisation = z.infer<typeof Organisation>;

export const getOrganisation = route({
  method: 'GET',
  path: '/api/workforce/organisation',
  summary:
    'Seats and posts of an area, who holds them, what is missing here and below, and pledges',
  permission: 'workforce.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: Organisation,
});

export const appoint = route({
  method: 'POST',
  path: '/api/workforce/postings',
  summary: 'Enters who holds a seat or post from a day',
  permission: 'workforce.manage',
  area: 'body.area',
  audit: 'workforce.appoint',
  body: z.object({
    area: AreaCodeText,
    set: z.string().max(60),
    post: z.string().max(60),
    name: z.string().trim().min(1).max(60),
    title: z.string().trim().max(80).default(''),
    duty: z.string().trim().max(300).default(''),
    from: PlainDateText,
  }),
  output: z.object({ id: z.string() }),
});

export const endPosting = route({
  method: 'POST',
  path: '/api/workforce/postings/:id/end',
  summary: 'Enters that somebody leaves a seat or post',
  permission: 'workforce.manage',
  area: 'row',
  audit: 'workforce.end-posting',
  params: z.object({ id: IdText }),
  body: z.object({ on: PlainDateText, reason: z.string().trim().min(1).max(200) }),
  output: z.object({ id: z.string() }),
});

export const signPledge = route({
  method: 'POST',
  path: '/api/workforce/pledges',
  summary: 'Enters one signature under the pledge of a place',
  permission: 'workforce.manage',
  area: 'body.area',
  audit: 'workforce.sign-pledge',
  body: z.object({
    area: AreaCodeText,
    pledge: z.string().max(60),
    party: z.string().max(60),
    office: z.number().int().min(0).max(20),
    name: z.string().trim().min(1).max(60),
    on: PlainDateText,
  }),
  output: z.object({ id: z.string() }),
});

export const Unit = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(unitKinds),
  link: Bilingual.nullable(),
  capitalFen: FenNumber.nullable(),
  members: z.number().int().nullable(),
  /** As somebody stated it. */
  joinedHouseholds: z.number().int().nullable(),
  /** Households it leads by its ties, each once. */
  led: z.number().int(),
  place: z.string(),
});
export type Unit = z.infer<typeof Unit>;

export const listUnits = route({
  method: 'GET',
  path: '/api/workforce/units',
  summary: 'Units of an area by kind, with the sums of each kind and the links partners can have',
  permission: 'workforce.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional(), kind: z.enum(unitKinds).optional() }),
  output: z.object({
    items: z.array(Unit),
    sums: z.array(
      z.object({
        kind: z.enum(unitKinds),
        count: z.number().int(),
        capitalFen: FenNumber,
        members: z.number().int(),
        joinedHouseholds: z.number().int(),
        led: z.number().int(),
      }),
    ),
    links: z.array(z.object({ id: z.string(), title: Bilingual })),
    mayManage: z.boolean(),
  }),
});

export const enterUnit = route({
  method: 'POST',
  path: '/api/workforce/units',
  summary: 'Enters a unit that helps: an office, a firm, a co-operative, a fund or a partner',
  permission: 'workforce.manage',
  area: 'body.area',
  audit: 'workforce.enter-unit',
  body: z.object({
    area: AreaCodeText,
    name: z.string().trim().min(2).max(80),
    kind: z.enum(unitKinds),
    link: z.string().max(60).optional(),
    capitalFen: FenNumber.min(0).optional(),
    members: z.number().int().min(0).optional(),
    joinedHouseholds: z.number().int().min(0).optional(),
  }),
  output: z.object({ id: z.string() }),
});
