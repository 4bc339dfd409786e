// A county's own outlines, in and out. What is taken is checked position by position in the domain;
// what the county may not name (another county's area) is never stored.
import type {
  BoundaryReport,
  getBoundaries as getShape,
  putBoundaries,
} from '#contract/registry-areas.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { atLevel, spanOf } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { inventedSource, readBoundaries } from '#domain/registry/area-boundary.ts';
import { boundariesTooLarge, unreadableBoundaries } from '#domain/registry/area-refusals.ts';
import { recogniseShift, systemSaid } from '#domain/registry/recognise-shift.ts';
import type { Context } from '#server/http/context.ts';
import { listAreaChildren, listAreasInSpan } from './area.store.ts';
import { deleteBoundariesOf, listBoundaries, replaceBoundaries } from './area-own.store.ts';
import { dayOf } from './read-areas.ts';

const megabytesMax = 20;

export async function loadBoundaries(
  context: Context,
  { query }: InputOf<typeof putBoundaries>,
): Promise<BoundaryReport> {
  const { tx, today, now, language } = context;
  const document = await documentOf(context);
  const areas = await listAreasInSpan(tx, spanOf(context.area), today);
  const known = new Set<string>(areas.map((area) => area.code));
  const read = (coordinates: typeof query.coordinates) =>
    readBoundaries(document, {
      codeProperty: query.codeProperty,
      coordinates,
      isKnown: (code) => known.has(code),
    });
  const asTheyAre = read('WGS84').boundaries;
  const codes = asTheyAre.map(({ code }) => code);
  const here = (await listBoundaries(tx, codes)).filter(({ source }) => source !== inventedSource);
  const recognised = systemSaid(document) ?? recogniseShift(asTheyAre, here);
  const isToldWrong =
    recognised !== undefined && (recognised === 'GCJ-02') !== (query.coordinates === 'GCJ-02');
  const reading = read(isToldWrong ? recognised : query.coordinates);
  const whole = reading.problems.find((problem) => problem.feature === 0);
  if (whole !== undefined) refuse(unreadableBoundaries, { problem: whole.message[language] });

  // Nobody is to see measured outlines beside made-up ones.
  if (reading.boundaries.length > 0) {
    const county = atLevel(context.area, 'county') ?? context.area;
    await deleteBoundariesOf(tx, inventedSource, spanOf(county));
  }
  await replaceBoundaries(tx, reading.boundaries, { source: query.source, now });
  context.note({ facts: { stored: reading.boundaries.length } });

  return {
    stored: reading.boundaries.length,
    recognised: isToldWrong ? recognised : null,
    problems: reading.problems.map((problem) => ({ ...problem, message: { ...problem.message } })),
  };
}

export async function getBoundaries(
  context: Context,
  { query }: InputOf<typeof getShape>,
): Promise<OutputOf<typeof getShape>> {
  const children = await listAreaChildren(context.tx, context.area, dayOf(query.on, context));
  const names = new Map<string, string>(children.map((area) => [area.code, area.name]));
  const boundaries = await listBoundaries(context.tx, [...names.keys()]);
  type Feature = OutputOf<typeof getShape>['features'][number];
  return {
    type: 'FeatureCollection',
    features: boundaries.map(({ code, geometry, source }) => ({
      type: 'Feature',
      properties: { code, name: names.get(code) ?? code, source },
      // Checked when it was loaded; the contract checks it again on the way out.
      geometry: geometry as Feature['geometry'],
    })),
  };
}

async function documentOf({ file, language }: Context): Promise<unknown> {
  if (file === undefined) throw new Error('an upload route received no file');
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of file.stream) {
    const buffer = Buffer.from(part);
    bytes += buffer.length;
    if (bytes > megabytesMax * 1024 * 1024) {
      refuse(boundariesTooLarge, { megabytes: megabytesMax });
    }
    parts.push(buffer);
  }
  try {
    return JSON.parse(
      Buffer.concat(parts)
        .toString('utf8')
        .replace(/^\ufeff/, ''),
    );
  } catch {
    const problem = language === 'zh' ? '不是有效的 JSON。' : 'it is not valid JSON.';
    return refuse(unreadableBoundaries, { problem });
  }
}
