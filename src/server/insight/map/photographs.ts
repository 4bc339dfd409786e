// Photographs of places inside an area, and where each is: where its project says that the works stand, or else only
// in the area of what it belongs to. What a camera wrote beside a picture was cut out when it came in, so no
// photograph has a position of its own.
import { type getMapPhotographs, photographSubjects } from '#contract/insight-map.ts';
import type { OutputOf } from '#contract/route.ts';
import { middleOfOutline } from '#domain/insight/layers/outline-spots.ts';
import { mapTooWide } from '#domain/insight/map/refusals.ts';
import {
  areaCode,
  countyDigits,
  lengthOfLevel,
  levelBelow,
  levelOf,
  spanOf,
  villageDigits,
} from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import type { Context } from '#server/http/context.ts';
import { listAreas } from '#server/registry/area.store.ts';
import { listBoundaries } from '#server/registry/area-own.store.ts';
import { listPhotographs, type PhotographRow } from './photograph.store.ts';

type Photographs = OutputOf<typeof getMapPhotographs>;
const photographsMost = 200;

export async function mapPhotographsOf(context: Context): Promise<Photographs> {
  const { tx, area } = context;
  if (area.length < countyDigits) return refuse(mapTooWide, { area });
  const found = await listPhotographs(tx, { span: spanOf(area), most: photographsMost + 1 });
  const shown = found.slice(0, photographsMost);
  const codes = [...new Set(shown.map((one) => one.area))].sort();
  return {
    places: await placesOf(context, codes),
    photographs: shown.map((one) => ({
      id: one.id,
      title: titleOf(one),
      of: one.title,
      subject: subjectOf(one.subject),
      project: one.project,
      on: plainDate(one.day),
      by: one.account_name,
      place: codes.indexOf(one.area),
      at:
        one.longitude === null || one.latitude === null
          ? null
          : { longitude: one.longitude, latitude: one.latitude },
    })),
    capped: found.length > photographsMost,
  };
}

async function placesOf(
  { tx, area, today }: Context,
  codes: readonly string[],
): Promise<Photographs['places']> {
  const named = new Map(
    (await listAreas(tx, codes.map(areaCode), today)).map((one) => [String(one.code), one.name]),
  );
  // The middle of a township is where its name stands; only villages have a spot of their own.
  const outlines = new Map(
    (
      await listBoundaries(
        tx,
        codes.filter((code) => code.length >= villageDigits),
      )
    ).map(({ code, geometry }) => [code, middleOfOutline(geometry)]),
  );
  const below = levelBelow(levelOf(area));
  return codes.map((code) => ({
    code,
    name: shortNameOf(named.get(code) ?? code),
    part: below === undefined || code === area ? null : code.slice(0, lengthOfLevel[below]),
    at: outlines.get(code) ?? null,
  }));
}

function subjectOf(subject: string): Photographs['photographs'][number]['subject'] {
  return photographSubjects.find((one) => subject.startsWith(`${one}:`)) ?? 'further';
}

/** What whoever handed it in called it; a camera's own number says less than the title of the project. */
function titleOf({ file_name, title }: PhotographRow): string {
  const name = file_name.replace(/\.\w{1,5}$/, '');
  return /\p{Script=Han}/u.test(name) ? name : (title ?? name);
}
