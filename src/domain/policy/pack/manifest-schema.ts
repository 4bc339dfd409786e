// pack.yaml: who a pack is, where and when it holds, which pack it extends and why, and the documents
// its rows cite.

import { z } from 'zod';
import {
  Day,
  PackId,
  PartialDay,
  RequirementId,
  RowId,
  Words,
} from '#domain/policy/pack/row-schema.ts';

export const areaLevels = [
  'nation',
  'province',
  'city',
  'county',
  'township',
  'village',
  'hamlet',
  'group',
  'household',
] as const;

/** What a pack may decide. A county's register and its monitoring may come from different packs. */
export const packQuestions = ['register', 'monitoring'] as const;
export type PackQuestion = (typeof packQuestions)[number];

export const Manifest = z.strictObject({
  id: PackId,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  title: Words,
  summary: Words,
  /** Division code; empty for the nation. */
  area: z.string().regex(/^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|)$/),
  levels: z.array(z.enum(areaLevels)).min(1),
  from: Day,
  until: Day.optional(),
  decides: z.array(z.enum(packQuestions)).min(1).default(['register']).meta({
    description: 'register: identification, help and exit; monitoring: what follows exit',
  }),
  extends: z.strictObject({ pack: PackId, reason: Words }).optional(),
  documents: z
    .array(
      z.strictObject({
        id: RowId,
        title: Words,
        issuer: Words.optional(),
        date: PartialDay.optional(),
        link: z.url().optional(),
        note: Words.optional(),
      }),
    )
    .default([]),
  requirements: z.array(RequirementId).default([]),
});
export type Manifest = z.infer<typeof Manifest>;

/**
 * The versions a decision rests on: the pack's own, then those of the packs below it. Kept with the
 * decision, so that it is explained by the texts it was made with.
 * @example editionOf(chain) // '1.1.0+china-2014@1.0.0'
 */
export function editionOf(chain: readonly { readonly manifest: Manifest }[]): string {
  const [own, ...below] = chain.map(({ manifest }) => manifest).reverse();
  return [own?.version, ...below.map(({ id, version }) => `${id}@${version}`)].join('+');
}

/** Pack and version, the pack itself first. */
export function readEdition(
  id: string,
  edition: string,
): readonly (readonly [pack: string, version: string])[] {
  const [own = '', ...below] = edition.split('+');
  const pairs = below
    .map((part) => part.split('@'))
    .map(([pack = '', version = '']) => [pack, version] as const);
  return [[id, own], ...pairs];
}
