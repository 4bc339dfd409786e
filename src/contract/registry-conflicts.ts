// Questions of the register: two sources that disagree about a value, or one identity number that is
// registered twice. Both sides are kept; somebody owns the question; the answer is an event.
import { z } from 'zod';
import { AreaCodeText, Cursor, IdText, Limit, PlainDateText, pageOf } from './page.ts';
import { FieldType, FieldValue } from './registry-value.ts';
import { route } from './route.ts';

export const ConflictSide = z.object({
  /** Masked where the field is sealed. */
  value: FieldValue,
  source: z.string(),
  observedOn: PlainDateText.nullable(),
  authorName: z.string(),
  recordedAt: z.string().nullable(),
  /** The value in force until somebody decides. */
  current: z.boolean(),
  /** For an identity number: who else carries it, where one may see them. */
  household: z
    .object({ id: z.string(), householdNo: z.string(), headName: z.string().nullable() })
    .nullable(),
  personName: z.string().nullable(),
});

export const Conflict = z.object({
  id: z.string(),
  /** `value`, `identity` (twice in this county), `identity-elsewhere` (in another; nothing more is told). */
  kind: z.enum(['value', 'identity', 'identity-elsewhere']),
  household: z.object({ id: z.string(), householdNo: z.string(), headName: z.string().nullable() }),
  areaCode: z.string(),
  township: z.string(),
  village: z.string(),
  person: z.object({ id: z.string(), name: z.string() }).nullable(),
  field: z.string(),
  type: FieldType,
  list: z.string().nullable(),
  unit: z.string().nullable(),
  sides: z.array(ConflictSide),
  /** Role that decides: village, township or county. */
  ownerRole: z.string(),
  dueOn: PlainDateText.nullable(),
  openedAt: z.string(),
  resolvedAt: z.string().nullable(),
  resolution: z
    .object({ choice: z.string(), reason: z.string(), authorName: z.string() })
    .nullable(),
});
export type Conflict = z.infer<typeof Conflict>;

export const listConflicts = route({
  method: 'GET',
  path: '/api/registry/conflicts',
  summary: 'Open questions of an area, oldest first',
  permission: 'registry.read',
  area: 'query.area',
  audit: null,
  query: z.object({
    area: AreaCodeText.optional(),
    /** Role that owns it. */
    owner: z.enum(['village', 'township', 'county']).optional(),
    kind: z.enum(['value', 'identity', 'identity-elsewhere']).optional(),
    household: IdText.optional(),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
  output: pageOf(Conflict),
});

export const resolveConflict = route({
  method: 'POST',
  path: '/api/registry/conflicts/:id/resolution',
  summary: 'Decide a question, with a reason',
  permission: 'registry.resolve',
  area: 'row',
  audit: 'registry.resolve',
  params: z.object({ id: IdText }),
  body: z.object({
    /**
     * `side`: the side numbered `side` is right. `value`: neither, it is `value`. For an identity
     * number also `confirmed`: checked against the card, right here; the other record is the wrong one.
     */
    choice: z.enum(['side', 'value', 'confirmed']),
    side: z.number().int().min(0).max(9).optional(),
    value: FieldValue.optional(),
    reason: z.string().trim().min(2).max(500),
  }),
  output: Conflict,
});
