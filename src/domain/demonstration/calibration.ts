// The two data files behind the demonstration county: what it must add up to, and what names it is
// made of. Refuses figures that contradict one another before a single household is made.

import { z } from 'zod';
import { areaCode } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';

const text = z.string().min(1);
const bilingual = z.object({ zh: text, en: text }).strict();
const count = z.number().int().min(0);
const share = z.number().min(0);
const shares = z.record(text, share);

const township = z
  .object({
    code: text.transform(areaCode),
    weight: share,
    poor: share,
    relocation: share,
    applied: share,
    verified: share,
    standard: share,
    announced: share,
    peoples: shares,
  })
  .strict();

const spread = z.object({ middle: share, spread: share }).strict();

const payments = z
  .object({
    pensionYear: count,
    dibaoMonth: z.tuple([count, count]),
    forestMu: share,
    schoolGrants: z.tuple([count, count]),
  })
  .strict();

export type Payments = z.output<typeof payments>;

const calibration = z
  .object({
    county: text.transform(areaCode),
    seed: text,
    today: text.transform(plainDate),
    source: bilingual,
    published: z
      .object({
        surveyedHouseholds: count,
        registeredHouseholds: count,
        registeredPersons: count,
        batches: z.array(z.object({ measure: text, households: count, persons: count }).strict()),
        funnel: z.array(
          z
            .object({
              stage: z.enum(['EXIT_APPLIED', 'EXIT_VERIFIED', 'EXIT_STANDARD', 'EXIT_ANNOUNCED']),
              households: count,
              persons: count.optional(),
            })
            .strict(),
        ),
      })
      .strict(),
    /** Sums as published where one household counts under several measures; `batches` are then the primary ones. */
    overlap: z
      .array(
        z
          .object({
            measure: text,
            households: count,
            persons: count,
            householdsInvented: z.literal(true).optional(),
          })
          .strict(),
      )
      .default([]),
    /** Month, 1 to 12. */
    incomeYearBegins: z.number().int().min(1).max(12),
    povertyLines: z.record(text, count),
    invented: z
      .object({
        incomes: z
          .object({
            registered2015: spread,
            other2015: spread,
            failing2016: spread,
            met2016: z.object({ above: share, spread: share }).strict(),
          })
          .strict(),
        payments,
        /** Whether households that show one rule each are put among the others. */
        cases: z.boolean().default(true),
        /** Whose extra questions are answered. */
        items: z.enum(['huanjiang', 'none']).default('huanjiang'),
        unbatchedPersons: count,
        bunchedHouseholds: count,
        sizes: z.array(
          z.object({ members: z.number().int().min(1), registered: share, other: share }).strict(),
        ),
        causes: z.array(z.object({ cause: text, share }).strict()),
        townships: z.array(township),
      })
      .strict(),
    notes: z.array(bilingual.extend({ everywhere: z.literal(true).optional() })),
  })
  .strict()
  .superRefine(({ published, invented }, context) => {
    const problem = contradictionOf(published, invented);
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
  });

export type Calibration = z.output<typeof calibration>;
export type TownshipCalibration = Calibration['invented']['townships'][number];

export function parseCalibration(document: unknown): Calibration {
  return calibration.parse(document);
}

type Published = Calibration['published'];

function contradictionOf(
  published: Published,
  invented: Calibration['invented'],
): string | undefined {
  const sum = (numbers: readonly number[]) => numbers.reduce((left, right) => left + right, 0);
  const persons = sum(published.batches.map((batch) => batch.persons));
  if (persons !== published.registeredPersons) {
    return `the batches name ${persons} persons, the register ${published.registeredPersons}`;
  }
  const households = sum(published.batches.map((batch) => batch.households));
  if (households > published.registeredHouseholds) {
    return `the batches name ${households} households, the register ${published.registeredHouseholds}`;
  }
  const outside = published.registeredHouseholds - households;
  if (invented.unbatchedPersons < outside) {
    return `${outside} households outside the batches need a person each`;
  }
  if (published.surveyedHouseholds < published.registeredHouseholds) {
    return 'more households are registered than were surveyed';
  }
  const steps = [
    published.registeredHouseholds,
    ...published.funnel.map((step) => step.households),
  ];
  const wider = steps.findIndex((step, index) => index > 0 && step > (steps[index - 1] ?? 0));
  return wider === -1 ? undefined : `step ${wider} of the funnel is wider than the one before`;
}

const nameFile = z
  .object({
    surnames: z.record(text, shares),
    /** Whose surnames the people at work carry. */
    staff: text.default('ZHUANG'),
    given: z.object({
      male: z.object({ old: z.array(text), middle: z.array(text), young: z.array(text) }),
      female: z.object({ old: z.array(text), middle: z.array(text), young: z.array(text) }),
    }),
    rare: z.array(text),
    long: z.array(text),
    hamlets: z.object({ heads: z.array(text), bodies: z.array(text), ending: text }),
  })
  .strict();

export type NameParts = z.output<typeof nameFile>;

export function parseNameParts(document: unknown): NameParts {
  return nameFile.parse(document);
}
