// One thing that a trial changes of the rules in force: the line, a parameter, the points of an item, a
// veto, an entitlement. A trial is a list of these over a pack; nothing of it is ever in force.

import { z } from 'zod';

const name = z.string().min(1).max(60);
const rule = z.string().trim().min(1).max(2000);
const number = z.number().min(-1e12).max(1e12);

export const Change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cutOff'), value: number }),
  z.strictObject({
    kind: z.literal('parameter'),
    id: name,
    value: z.union([
      number,
      z.boolean(),
      z.string().min(1).max(200),
      z
        .array(z.union([number, z.string().min(1).max(200)]))
        .min(1)
        .max(100),
    ]),
  }),
  /** All points of an item, multiplied. */
  z.strictObject({ kind: z.literal('weight'), item: name, factor: z.number().min(0).max(10) }),
  /** Points of one band or case, counted from 0; the last is what is given otherwise. */
  z.strictObject({
    kind: z.literal('points'),
    item: name,
    at: z.int().min(0).max(200),
    points: z.number().min(0).max(1000),
  }),
  /** Another rule of a veto; null takes it off. */
  z.strictObject({ kind: z.literal('veto'), veto: name, rule: rule.nullable() }),
  /** Another amount in yuan, or another rule of who is entitled; null entitles everybody listed. */
  z.strictObject({
    kind: z.literal('benefit'),
    benefit: name,
    amount: z.number().min(0).max(1e9).optional(),
    eligible: rule.nullable().optional(),
  }),
]);
export type Change = z.infer<typeof Change>;
export type ChangeOf<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>;

export const Changes = z.array(Change).max(20);
