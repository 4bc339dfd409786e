// Batches: one verdict over many cases at one step, with exceptions; as long work with progress, and the
// refused records with the sentence of the rule.
import { z } from 'zod';
import { clockColours } from '#domain/casework/case-clock.ts';
import { Meeting, Reason, Titled } from './casework.ts';
import { AreaCodeText, Bilingual, IdText, pageOf } from './page.ts';
import { route } from './route.ts';

export const Batch = z.object({
  id: z.string(),
  job: z.string().nullable(),
  process: Titled,
  step: Titled,
  act: z.enum(['decide', 'post']),
  outcome: Bilingual,
  by: z.string(),
  total: z.number().int(),
  waiting: z.number().int(),
  decided: z.number().int(),
  refused: z.number().int(),
  beganAt: z.string(),
  finishedAt: z.string().nullable(),
  /** The first of them; all are in the file. */
  refusals: z.array(
    z.object({
      case: z.string(),
      household: z.string().nullable(),
      householdNo: z.string(),
      headName: z.string().nullable(),
      township: z.string(),
      village: z.string(),
      code: z.string(),
      message: Bilingual,
    }),
  ),
});
export type Batch = z.infer<typeof Batch>;

export const startBatch = route({
  method: 'POST',
  path: '/api/casework/batches',
  summary: 'Begins a batch: a verdict for all chosen cases at one step, with exceptions',
  permission: 'casework.act',
  area: 'query.area',
  audit: 'casework.batch',
  query: z.object({ area: AreaCodeText.optional() }),
  body: z.object({
    process: z.string().max(60),
    step: z.string().max(60),
    act: z.enum(['decide', 'post']).default('decide'),
    outcome: z.string().max(60).default(''),
    reason: Reason,
    place: z.string().trim().max(200).default(''),
    meeting: Meeting.optional(),
    /** Single cases, or everything of the filter, however many there are. */
    select: z.union([
      z.object({ ids: z.array(IdText).min(1) }),
      z.object({
        all: z.literal(true),
        whose: z.enum(['mine', 'all']).default('mine'),
        colour: z.enum(clockColours).optional(),
      }),
    ]),
    except: z
      .array(
        z.object({
          id: IdText,
          /** Left as it is, to be looked at on its own. */
          leave: z.boolean().default(false),
          outcome: z.string().max(60).default(''),
          reason: Reason,
        }),
      )
      .default([]),
  }),
  output: z.object({ id: z.string(), job: z.string(), total: z.number().int() }),
});

export const listBatches = route({
  method: 'GET',
  path: '/api/casework/batches',
  summary: 'One’s own batches, the latest first',
  permission: 'casework.act',
  area: 'own',
  audit: null,
  output: pageOf(Batch),
});

const BatchParams = z.object({ id: IdText });

export const getBatch = route({
  method: 'GET',
  path: '/api/casework/batches/:id',
  summary: 'A batch: how far it is, and its refused records with sentence and remedy',
  permission: 'casework.read',
  area: 'row',
  audit: null,
  params: BatchParams,
  output: Batch,
});

export const resumeBatch = route({
  method: 'POST',
  path: '/api/casework/batches/:id/resumption',
  summary: 'Goes on with a batch that was stopped, over the records that still wait',
  permission: 'casework.act',
  area: 'row',
  audit: 'casework.batch-resume',
  params: BatchParams,
  output: Batch,
});

export const downloadRefusedRecords = route({
  method: 'GET',
  path: '/api/casework/batches/:id/refused',
  summary: 'Refused records of a batch as a spreadsheet, with the reason beside each',
  permission: 'casework.read',
  area: 'row',
  audit: 'casework.batch-refused',
  kind: 'download',
  params: BatchParams,
});
