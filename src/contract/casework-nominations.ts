// One meeting over many households: who may be taken up, and a verdict for each with the meeting as evidence.
import { z } from 'zod';
import { Reason, Titled } from './casework.ts';
import { AreaCodeText, Bilingual, IdText } from './page.ts';
import { route } from './route.ts';

/** As many as one meeting can talk about. */
export const nomineesMost = 300;

const Nominee = z.object({
  household: z.string(),
  householdNo: z.string(),
  headName: z.string().nullable(),
  village: z.string(),
  members: z.number().int(),
  /** Null where the meeting opens it. */
  case: z.string().nullable(),
});
export type Nominee = z.infer<typeof Nominee>;

export const listNominees = route({
  method: 'GET',
  path: '/api/casework/nominees',
  summary: 'The meeting by which households are nominated, and those it may look at',
  permission: 'casework.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({
    areaCode: z.string(),
    /** Null where the rules here know no such meeting. */
    meeting: z
      .object({
        process: Titled,
        step: Titled,
        verified: z.boolean(),
        text: Bilingual.nullable(),
        /** It may take up households without a case. */
        opens: z.boolean(),
        quorum: z.number().nullable(),
        majority: z.number().nullable(),
        needs: z.array(Titled),
        outcomes: z.array(Titled.extend({ needsReason: z.boolean() })),
        mayAct: z.boolean(),
      })
      .nullable(),
    items: z.array(Nominee),
    /** There are more than are listed. */
    capped: z.boolean(),
  }),
});
export type Nominees = z.infer<typeof listNominees.output>;

const People = z.number().int().min(0).max(100_000);

export const enterNominations = route({
  method: 'POST',
  path: '/api/casework/nominations',
  summary:
    'Enters one meeting over many households: each gets its votes and verdict, or is refused by name',
  permission: 'casework.act',
  area: 'body.area',
  audit: 'casework.nominate',
  body: z.object({
    area: AreaCodeText,
    /** Files of the meeting were handed in for `meeting:<id>`. */
    meeting: z.uuid(),
    due: People,
    present: People,
    secret: z.boolean(),
    lines: z
      .array(
        z.object({
          household: IdText,
          outcome: z.string().max(60),
          for: People,
          against: People,
          abstained: People,
          reason: Reason,
        }),
      )
      .min(1)
      .max(nomineesMost),
  }),
  output: z.object({
    decided: z.array(
      z.object({
        household: z.string(),
        headName: z.string().nullable(),
        case: z.string(),
        outcome: Bilingual,
      }),
    ),
    refused: z.array(
      z.object({
        household: z.string(),
        headName: z.string().nullable(),
        code: z.string(),
        message: Bilingual,
      }),
    ),
  }),
});
export type EnteredNominations = z.infer<typeof enterNominations.output>;
