// The interview of a visit: one question for each value the sheet looks at, what was known before beside
// it, answered one by one and taken up again later; finished, it writes to the register what is new and
// comes to a score. The score is not told while the questions are asked.
import { z } from 'zod';
import { Bilingual, IdText } from './page.ts';
import { FieldValue } from './registry-value.ts';
import { route } from './route.ts';

const Part = z.object({ id: z.string(), title: Bilingual, text: Bilingual });

export const InterviewQuestion = z.object({
  id: z.string(),
  kind: z.enum(['field', 'item', 'figure', 'remark']),
  part: Part.nullable(),
  label: Bilingual,
  about: z.array(Bilingual),
  guide: Bilingual.nullable(),
  /** As entered before, with its source and day; null where nothing is known. */
  known: z.object({ value: FieldValue, source: z.string(), on: z.string().nullable() }).nullable(),
  /** Absent while it is not answered; null where it was asked and is not known. */
  answer: FieldValue.optional(),
});
export type InterviewQuestion = z.infer<typeof InterviewQuestion>;

const Result = z.object({
  id: z.string(),
  by: z.string(),
  at: z.string(),
  /** Null where a value that decides is not known. */
  total: z.number().nullable(),
  max: z.number().nullable(),
  cutOff: z.number().nullable(),
  items: z.array(
    z.object({ id: z.string(), title: Bilingual, points: z.number().nullable(), max: z.number() }),
  ),
  vetoes: z.array(z.object({ id: z.string(), title: Bilingual, rebuttal: Bilingual })),
  missing: z.array(Bilingual),
});
export type InterviewResult = z.infer<typeof Result>;

export const Interview = z.object({
  case: z.string(),
  household: z.string(),
  step: z.object({ id: z.string(), title: Bilingual }),
  method: z.object({ title: Bilingual, verified: z.boolean() }).nullable(),
  sheet: z
    .object({ title: Bilingual, verified: z.boolean(), note: Bilingual, max: z.number() })
    .nullable(),
  questions: z.array(InterviewQuestion),
  mayAnswer: z.boolean(),
  /** The asker's own, finished for the open step. */
  result: Result.nullable(),
  /** Of earlier visits; empty while the asker has still to make up their own mind. */
  earlier: z.array(Result),
});
export type Interview = z.infer<typeof Interview>;

const CaseParams = z.object({ id: IdText });

export const getInterview = route({
  method: 'GET',
  path: '/api/casework/cases/:id/interview',
  summary: 'The interview of the open visit: questions, what was known before, answers so far',
  permission: 'casework.read',
  area: 'row',
  audit: null,
  params: CaseParams,
  output: Interview,
});

export const answerQuestion = route({
  method: 'PUT',
  path: '/api/casework/cases/:id/interview/answers/:question',
  summary: 'Answers one question of the open visit; null says that it is not known',
  permission: 'casework.act',
  area: 'row',
  audit: 'casework.interview',
  params: CaseParams.extend({ question: z.string().max(80) }),
  body: z.object({ value: FieldValue }),
  output: z.object({ answered: z.number().int(), remaining: z.number().int() }),
});

export const finishInterview = route({
  method: 'POST',
  path: '/api/casework/cases/:id/interview/completion',
  summary: 'Finishes the interview: what is new goes to the register, the answers come to a score',
  permission: 'casework.act',
  area: 'row',
  audit: 'casework.assess',
  params: CaseParams,
  body: z.object({}),
  output: Interview,
});
