// Parts that several capabilities' contracts are made of: codes, days, ids, pages, errors.
import { z } from 'zod';

export const AreaCodeText = z
  .string()
  .regex(/^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12}|[0-9]{15}|[0-9]{18})$/)
  .meta({ description: 'Division code: 2, 4, 6, 9, 12, 15 or 18 digits' });

export const IdText = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  .meta({ description: 'UUID version 8 that carries its registration county' });

/** A household's number as it is typed or copied: pages show it in groups, whose gaps are no part of it. */
export const HouseholdNoText = z
  .string()
  .trim()
  .overwrite((typed) => typed.replace(/(?<=\d)\s+(?=\d)/g, ''))
  .max(40);

export const PlainDateText = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ description: 'Day in Asia/Shanghai, YYYY-MM-DD' });

/** Money in fen. */
export const FenNumber = z.number().int().meta({ description: 'Integer fen' });

export const Cursor = z
  .string()
  .max(400)
  .meta({ description: 'Opaque: pass back what `next` gave' });

export const Limit = z.coerce.number().int().min(1).max(200).default(50);

/** A place as it is shown: its division code and its name. */
export const Place = z.object({ code: z.string(), name: z.string() });

/** The address names one thing. */
export const OneParams = z.object({ id: IdText });

/** Words that may be left out. */
export const Words = z.string().trim().max(300).default('');

/** A second person approves, or hands back with a reason. */
export const Verdict = z.strictObject({ approve: z.boolean(), reason: Words });

/** A keyset page. `next` is null on the last one. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: Cursor.nullable() });
}

/** Every error of every route. */
export const ErrorBody = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    path: z.string().optional(),
    details: z.unknown().optional(),
  }),
});
export type ErrorBody = z.infer<typeof ErrorBody>;

export const Bilingual = z.object({ zh: z.string(), en: z.string() });

/** A pack as people name it, with the version that decided. */
export const PackName = z.object({ id: z.string(), version: z.string(), title: Bilingual });
export type PackName = z.infer<typeof PackName>;
