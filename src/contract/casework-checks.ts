// The checklist of a step: each item with what the register says of it and from which values, what was
// found by whom and when, and the proof. Once the step has passed, the same is what the form prints.
import { z } from 'zod';
import { Bilingual, IdText, PlainDateText } from './page.ts';
import { FieldValue } from './registry-value.ts';
import { route } from './route.ts';

const Value = z.object({
  id: z.string(),
  kind: z.enum(['field', 'item', 'figure']),
  label: Bilingual,
  /** Null where it is not known. */
  value: FieldValue,
  shown: Bilingual,
  source: z.string(),
  on: PlainDateText.nullable(),
});
export type CheckValue = z.infer<typeof Value>;

const Register = z.object({
  /** What the rules make of the register; null where nothing there decides it. */
  holds: z.boolean().nullable(),
  /** Of a measure; null while it is not known. */
  figure: z.number().nullable(),
  values: z.array(Value),
});

const Answer = z.object({
  holds: z.boolean(),
  note: z.string(),
  seenOn: PlainDateText,
  by: z.string(),
  at: z.string(),
  /** The register as it stood when it was answered. */
  register: Register,
  file: z.object({ id: z.string(), kind: z.string(), fileName: z.string() }).nullable(),
  /** A paper that is kept elsewhere, by name and number. */
  paper: z.string(),
});
export type CheckAnswer = z.infer<typeof Answer>;

export const CheckItem = z.object({
  id: z.string(),
  kind: z.enum(['criterion', 'judged', 'measure']),
  title: Bilingual,
  question: Bilingual,
  needsEvidence: z.boolean(),
  verified: z.boolean(),
  /** Key of the decision that explains it. */
  decision: z.string().nullable(),
  limit: z
    .object({
      least: z.number().nullable(),
      most: z.number().nullable(),
      below: z.number().nullable(),
      /** As the pack writes it: `person`, `yuan/person/year`. */
      unit: z.string(),
    })
    .nullable(),
  /** As the register stands now. */
  register: Register,
  answer: Answer.nullable(),
  /** Given before the case was sent back to this step: to be looked at again. */
  earlier: Answer.nullable(),
});
export type CheckItem = z.infer<typeof CheckItem>;

export const Checklist = z.object({
  case: z.string(),
  /** Null of an area's case. */
  household: z.string().nullable(),
  area: z.string(),
  step: z.object({ id: z.string(), title: Bilingual }),
  /** Title of the paper form. */
  form: Bilingual,
  isOpen: z.boolean(),
  mayAnswer: z.boolean(),
  /** Why the asker may not; null where they may, and once the step has passed. */
  barred: Bilingual.nullable(),
  today: PlainDateText,
  items: z.array(CheckItem),
});
export type Checklist = z.infer<typeof Checklist>;

const CaseParams = z.object({ id: IdText });

export const getChecklist = route({
  method: 'GET',
  path: '/api/casework/cases/:id/checks',
  summary: 'The checklist of the open step, or of the last one that had one, with its answers',
  permission: 'casework.read',
  area: 'row',
  audit: null,
  params: CaseParams,
  output: Checklist,
});

export const answerCheck = route({
  method: 'POST',
  path: '/api/casework/cases/:id/checks/:item',
  summary: 'Answers one item: met or not, from which values, seen when, with its proof',
  permission: 'casework.act',
  area: 'row',
  audit: 'casework.check',
  params: CaseParams.extend({ item: z.string().max(80) }),
  body: z.object({
    /** Left out where the limits of a measure decide. */
    holds: z.boolean().optional(),
    /** Values of the register that were found to be different; they are written there. */
    found: z.record(z.string().max(80), FieldValue).default({}),
    note: z.string().trim().max(1000).default(''),
    seenOn: PlainDateText,
    attachment: IdText.optional(),
    paper: z.string().trim().max(200).default(''),
  }),
  output: Checklist,
});
