// Teams that identify, village by village. A village with fewer than the pack asks for cannot have its
// scores cross-checked by another team of its own: it is marked and counted.
import type { InputOf, OutputOf } from '#contract/route.ts';
import { type enterTeam, type listTeams, teamOrigins } from '#contract/supervision-sources.ts';
import { areaCode, levelOf, spanOf } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { teamOfVillage } from '#domain/supervision/source-refusals.ts';
import type { Context } from '#server/http/context.ts';
import { listAreasInSpan } from '#server/registry/area.store.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { insertTeam, listTeamRows } from './entry.store.ts';

export async function rosterOf(context: Context): Promise<OutputOf<typeof listTeams>> {
  const { tx, area, today, platform } = context;
  const least = platform.packs.inForce(area, today)?.scope.parameters.get('teamsPerVillageLeast');
  const wanted = typeof least?.value === 'number' ? least.value : null;
  const rows = await listTeamRows(tx, spanOf(area));
  // Above a county the roster lists villages with teams; the county answers for those without.
  const villages =
    area.length >= 6 ? await listAreasInSpan(tx, spanOf(area), today, ['village']) : [];
  const codes = [
    ...new Set([...villages.map(({ code }) => String(code)), ...rows.map((row) => row.area_code)]),
  ];
  const names = await nameAreas(tx, codes, today);
  const items = codes
    .map((code) => {
      const teams = rows.filter((row) => row.area_code === code);
      return {
        code,
        ...names(code),
        isShort: wanted !== null && teams.length < wanted,
        teams: teams.map(({ id, name, members }) => ({ id, name, members: [...members] })),
      };
    })
    .sort((left, right) =>
      left.teams.length === right.teams.length
        ? left.code.localeCompare(right.code)
        : right.teams.length - left.teams.length,
    );
  const members = rows.flatMap((row) => row.members);
  return {
    least: wanted,
    villages: items.length,
    short: items.filter(({ isShort }) => isShort).length,
    members: members.length,
    byOrigin: teamOrigins.map((origin) => ({
      origin,
      members: members.filter((member) => member.origin === origin).length,
    })),
    items,
  };
}

export async function addTeam(
  context: Context,
  { body }: InputOf<typeof enterTeam>,
): Promise<OutputOf<typeof enterTeam>> {
  const { tx, actor, now, newId } = context;
  const area = areaCode(body.area);
  if (levelOf(area) !== 'village') refuse(teamOfVillage, { area });

  const id = newId(Number(area.slice(0, 6)));
  await insertTeam(tx, {
    id,
    area_code: area,
    name: body.name,
    members: body.members,
    account: actor.account,
    account_name: actor.displayName,
    recorded_at: now,
  });
  context.note({
    area,
    subject: `area:${area}`,
    facts: { team: id, members: body.members.length },
  });
  return { id };
}
