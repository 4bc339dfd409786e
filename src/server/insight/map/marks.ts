// What stands in the places of the map besides households: projects that are being built and teams in post, village
// by village within a county; money paid, part by part, at any size from kept sums.
import type { getMapMarks } from '#contract/insight-map.ts';
import type { OutputOf } from '#contract/route.ts';
import { narrowTo } from '#domain/access/actor.ts';
import { stagesOf } from '#domain/funds/stages.ts';
import {
  countyDigits,
  lengthOfLevel,
  levelBelow,
  levelOf,
  spanOf,
  villageDigits,
} from '#domain/kernel/area-code.ts';
import { fenToNumber } from '#domain/kernel/fen.ts';
import { groupBy } from '#domain/kernel/group-by.ts';
import { sumExplored } from '#server/funds/explored.store.ts';
import { listOpenProjects } from '#server/funds/projects/project-places.store.ts';
import type { Context } from '#server/http/context.ts';
import { teamsOf } from '../board/pieces.ts';
import { spotOfWorks, spotsOfPlaces } from './spots.ts';

type Marks = OutputOf<typeof getMapMarks>;
const projectsMost = 600;

export async function mapMarksOf(context: Context): Promise<Marks> {
  const { area } = context;
  const funds = await fundsOf(context);
  if (area.length < countyDigits) {
    return { villages: [], projects: [], teams: [], funds, capped: false };
  }
  const { tx, today } = context;
  const found = await listOpenProjects(tx, spanOf(area), projectsMost + 1);
  // Where they are, not where somebody means to put them: the board's placements are left out.
  const teams = await teamsOf(context, []);
  const inVillage = (code: string) =>
    code.length >= villageDigits ? code.slice(0, villageDigits) : undefined;
  const codes = [
    ...new Set([
      ...found.flatMap((one) => inVillage(one.area) ?? []),
      ...teams.map(({ home }) => home),
    ]),
  ].sort();
  const at = new Map(codes.map((code, index) => [code, index]));
  return {
    villages: await villagesOf(context, codes),
    projects: found.slice(0, projectsMost).map((one) => ({
      id: one.id,
      title: one.title,
      step: one.step,
      percent: one.percent,
      dueOn: one.due_on as Marks['projects'][number]['dueOn'],
      isLate: one.due_on !== null && one.due_on < today && one.step !== 'accepted',
      village: at.get(inVillage(one.area) ?? '') ?? null,
      at: spotOfWorks(one),
    })),
    teams: teams.map(({ title, people, home }) => ({ title, people, village: at.get(home) ?? 0 })),
    funds,
    capped: found.length > projectsMost,
  };
}

async function villagesOf(context: Context, codes: readonly string[]) {
  const partDigits = context.area.length === countyDigits ? lengthOfLevel.township : villageDigits;
  return (await spotsOfPlaces(context, codes)).map((village) => ({
    ...village,
    part: village.code.slice(0, partDigits),
  }));
}

async function fundsOf({ tx, area, actor, today, may }: Context): Promise<Marks['funds']> {
  if (!may('funds.read')) return null;
  const level = levelBelow(levelOf(area));
  if (level === undefined || area.length >= villageDigits) return [];
  const digits = lengthOfLevel[level];
  const by = { purpose: false, source: false, month: false };
  const funds: { part: string; paidFen: number }[] = [];
  for (const span of narrowTo(actor, area).map(spanOf)) {
    const sums = await sumExplored(tx, {
      span,
      digits,
      on: today,
      from: undefined,
      to: undefined,
      by,
    });
    for (const [part, own] of groupBy(sums, ({ place }) => place)) {
      const paidFen = fenToNumber(stagesOf(own).paid);
      if (part.length === digits && paidFen > 0) funds.push({ part, paidFen });
    }
  }
  return funds;
}
