// The file of a draw: what was committed, what was revealed, the frame and the households drawn. Whoever
// has it can draw again without this system: plan and seed stand in its first line, then every village
// with its number of households, or line by line where it could give one.
import { z } from 'zod';
import { countUnits, drawFrom, type FrameHousehold, frameDigest } from './draw-households.ts';
import { type DrawPlan, drawManners, populations } from './draw-plan.ts';
import type { Unit } from './draw-units.ts';
import { digestOf } from './hash-order.ts';

const Head = z.object({
  bangfu: z.literal('draw'),
  version: z.literal(1),
  title: z.string(),
  seedDigest: z.string(),
  seed: z.string(),
  word: z.string(),
  frameDigest: z.string(),
  plan: z.object({
    area: z.string(),
    population: z.enum(populations),
    stages: z.array(
      z.object({
        unit: z.enum(['city', 'county', 'township', 'village', 'hamlet', 'group', 'household']),
        take: z.union([
          z.object({ count: z.number() }),
          z.object({ share: z.number() }),
          z.object({ total: z.number() }),
        ]),
        how: z.enum(drawManners),
        chosen: z.array(z.string()).optional(),
      }),
    ),
  }),
});
export type FrameHead = z.infer<typeof Head>;

export const frameMark = 'frame';
export const sampleMark = 'sample';

export interface FrameFile {
  readonly head: FrameHead;
  readonly frame: readonly FrameHousehold[];
  /** Villages of which only the number is needed. */
  readonly counted: readonly Unit[];
  readonly sample: readonly FrameHousehold[];
}

/** Undefined where the text is no such file. */
export function readFrameFile(text: string): FrameFile | undefined {
  const lines = text.replaceAll('\r', '').split('\n');
  const head = Head.safeParse(jsonOf(lines[0] ?? ''));
  const frameAt = lines.indexOf(frameMark);
  const sampleAt = lines.indexOf(sampleMark);
  if (!head.success || frameAt === -1 || sampleAt < frameAt) return undefined;
  const framed = lines.slice(frameAt + 1, sampleAt);
  return {
    head: head.data,
    frame: householdsIn(framed),
    counted: framed.flatMap((line) => {
      const [code = '', no, households] = line.split('\t');
      return no === '' && households !== undefined
        ? [{ code, households: Number(households) }]
        : [];
    }),
    sample: householdsIn(lines.slice(sampleAt + 1)),
  };
}

function householdsIn(lines: readonly string[]): readonly FrameHousehold[] {
  return lines.flatMap((line) => {
    const [area, no] = line.split('\t');
    return area === undefined || no === undefined || no === '' ? [] : [{ area, no }];
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export interface FrameProof {
  readonly seedHolds: boolean;
  readonly frameHolds: boolean;
  readonly sampleHolds: boolean;
  readonly kept: number;
  readonly again: number;
}

/** The seed is the committed one, the frame the frozen one, and drawing again gives the same households. */
export function proveFrameFile({ head, frame, counted, sample }: FrameFile): FrameProof {
  const seed = head.word === '' ? head.seed : digestOf(`${head.seed}/${head.word}`);
  const villages = [...countUnits(frame, 12), ...counted];
  const again = drawFrom(head.plan as DrawPlan, seed, frame, villages);
  return {
    seedHolds: digestOf(head.seed) === head.seedDigest,
    frameHolds: digestOfFrame(frame, counted) === head.frameDigest,
    sampleHolds: namesOf(sample) === namesOf(again),
    kept: sample.length,
    again: again.length,
  };
}

function namesOf(households: readonly FrameHousehold[]): string {
  return households
    .map(({ area, no }) => `${area}\t${no}`)
    .sort()
    .join('\n');
}

/** As the database made it: lines of each village as they stand, hashed, and the digests hashed again. */
export function digestOfFrame(
  frame: readonly FrameHousehold[],
  counted: readonly Unit[] = [],
): string {
  const villages = new Map<string, string[]>();
  for (const { area, no } of frame) {
    const village = area.slice(0, 12);
    const lines = villages.get(village) ?? [];
    lines.push(`${area.slice(12)}\t${no}`);
    villages.set(village, lines);
  }
  return frameDigest([
    ...[...villages].map(([code, lines]) => ({
      code,
      households: lines.length,
      digest: digestOf(lines.join('\n')),
    })),
    ...counted.map((village) => ({ ...village, digest: digestOf('') })),
  ]);
}
