// What is placed on the board besides the villages: units that help, teams of villages, projects. A team and a
// project stand where they are until somebody moves them.
import type { Board } from '#contract/insight-board.ts';
import { areaCode, countyDigits, spanOf, villageDigits } from '#domain/kernel/area-code.ts';
import { groupBy } from '#domain/kernel/group-by.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { scheduleSetsOf } from '#domain/workforce/schedule.ts';
import { listOpenProjects } from '#server/funds/projects/project-places.store.ts';
import type { Context } from '#server/http/context.ts';
import { listAreas } from '#server/registry/area.store.ts';
import { countPosts } from '#server/workforce/organisation.store.ts';
import { rulesHere } from '#server/workforce/rules-here.ts';
import { listUnitRows } from '#server/workforce/unit.store.ts';
import type { PlacementRow } from './placement.store.ts';

const projectsMost = 400;

export type PieceKind = 'unit' | 'team' | 'project';

/** Where somebody put each piece of a kind: a village, or nothing where it was taken off. */
function placesOf(placements: readonly PlacementRow[], wanted: PieceKind) {
  const places = new Map(
    placements
      .filter(({ kind }) => kind === wanted)
      .map(({ subject, area_code }) => [subject, isVillage(area_code) ? area_code : null]),
  );
  return (subject: string, home: string | null) =>
    places.get(subject) ?? (places.has(subject) ? null : home);
}

function isVillage(code: string): boolean {
  return code.length === villageDigits;
}

export async function unitsOf(
  { tx, area }: Context,
  placements: readonly PlacementRow[],
): Promise<Board['units']> {
  const county = areaCode(area.slice(0, countyDigits));
  const rows = await listUnitRows(tx, { span: spanOf(county), kind: undefined });
  const placeOf = placesOf(placements, 'unit');
  // Co-operatives and mutual funds are of their villages already; nobody sends them to one.
  const sent = rows.filter(({ kind }) => kind !== 'cooperative' && kind !== 'fund');
  return sent.map(({ id, name, kind }) => ({ id, name, kind, village: placeOf(id, null) }));
}

/** Who is in post in a village, by the rules of the county: its first secretary, its team from above, its squads. */
export async function teamsOf(
  context: Context,
  placements: readonly PlacementRow[],
): Promise<Board['teams']> {
  const { tx, area, today } = context;
  const { pack } = rulesHere(context, area);
  if (pack === undefined) return [];
  const titles = new Map(
    scheduleSetsOf(pack).flatMap((set) =>
      set.posts.map(({ id, title }) => [`${set.id} ${id}`, title] as const),
    ),
  );
  const counted = await countPosts(tx, { span: spanOf(area), digits: villageDigits, today });
  const villages = [...new Set(counted.map(({ place }) => areaCode(place)))];
  const rows = await listAreas(tx, villages, today);
  const names = new Map(rows.map(({ code, name }) => [String(code), name]));
  const placeOf = placesOf(placements, 'team');
  const teams = groupBy(counted, ({ place, staffing }) => `${place}:${staffing}`);
  return [...teams].sort(byId).flatMap(([id, posts]) => {
    const known = posts.flatMap(({ staffing, post }) => titles.get(`${staffing} ${post}`) ?? []);
    const [home = ''] = id.split(':');
    if (known.length === 0) return [];
    const title = {
      zh: known.map(({ zh }) => zh).join('、'),
      en: known.map(({ en }) => en).join(', '),
    };
    const people = posts.reduce((sum, { held }) => sum + held, 0);
    const name = shortNameOf(names.get(home) ?? home);
    return [{ id, name, title, people, home, village: placeOf(id, home) }];
  });
}

function byId([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}

export async function projectsOf(
  { tx, area, today }: Context,
  placements: readonly PlacementRow[],
): Promise<Board['projects']> {
  const rows = await listOpenProjects(tx, spanOf(area), projectsMost);
  const placeOf = placesOf(placements, 'project');
  return rows.map(({ id, number, title, area: at, step, percent, due_on: dueOn }) => ({
    id,
    number,
    title,
    step,
    percent,
    dueOn,
    isLate: dueOn !== null && dueOn < today && step !== 'accepted',
    village: placeOf(id, at.length >= villageDigits ? at.slice(0, villageDigits) : null),
  }));
}
