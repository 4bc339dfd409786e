// Photographs of places inside an area, and where each is: where its project says that the works stand, or else only
// in the area of what it belongs to. What a camera wrote beside a picture was cut out when it came in, so no
// photograph has a position of its own.
import { type getMapPhotographs, photographSubjects } from '#contract/insight-map.ts';
import type { OutputOf } from '#contract/route.ts';
import { mapTooWide } from '#domain/insight/map/refusals.ts';
import {
  countyDigits,
  lengthOfLevel,
  levelBelow,
  levelOf,
  spanOf,
} from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { listPhotographs, type PhotographRow } from './photograph.store.ts';
import { spotOfWorks, spotsOfPlaces } from './spots.ts';

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
      at: spotOfWorks(one),
    })),
    capped: found.length > photographsMost,
  };
}

async function placesOf(
  context: Context,
  codes: readonly string[],
): Promise<Photographs['places']> {
  const { area } = context;
  const below = levelBelow(levelOf(area));
  return (await spotsOfPlaces(context, codes)).map((place) => ({
    ...place,
    part:
      below === undefined || place.code === area ? null : place.code.slice(0, lengthOfLevel[below]),
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
