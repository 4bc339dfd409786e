// The only way from a case of a village or county to a notice: its name, the figures of everybody in it
// together, and how many items of its checklist are met.
import { standingAnswers } from '#domain/casework/checks/checklist.ts';
import { incidenceOf } from '#domain/casework/incidence.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { NoticeTexts } from '#domain/publicity/compile-notice.ts';
import type { PublicArea } from '#domain/publicity/public-field.ts';
import { nameKeyOf } from '#domain/registry/name-key.ts';
import { poorPersonsOf, populationOf } from '#server/casework/areas/area-register.ts';
import { listChecks } from '#server/casework/checks/check.store.ts';
import { answerOf, passedSpan } from '#server/casework/checks/standing.ts';
import type { LoadedCase } from '#server/casework/load-case.ts';
import type { Context } from '#server/http/context.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { readIndicators } from '#server/registry/read-indicators.ts';
import { listNamesIn } from './waiting.store.ts';

export async function publicAreasOf(
  context: Context,
  loaded: readonly LoadedCase[],
): Promise<readonly PublicArea[]> {
  const areas: PublicArea[] = [];
  for (const one of loaded) areas.push(await publicAreaOf(context, one));
  return areas;
}

async function publicAreaOf(context: Context, loaded: LoadedCase): Promise<PublicArea> {
  const { tx, today } = context;
  const area = areaCode(loaded.row.area_code);
  const place = (await nameAreas(tx, [area], today))(area);
  const readings = await readIndicators(context, area, today);
  const population =
    readings
      .filter(({ isCounted }) => isCounted)
      .map((counted) => populationOf(readings, counted)?.value ?? null)
      .find((value) => value !== null) ?? null;
  const poor = (await poorPersonsOf(context, [area])).get(area) ?? 0;
  const incidence = incidenceOf(poor, population);
  const isVillage = area.length > 6;
  return {
    caseId: loaded.row.id,
    areaName: (isVillage ? place.village : place.county) || area,
    poorPersons: poor,
    ruralPopulation: population,
    incidence: incidence === null ? null : Math.round(incidence * 100) / 100,
    checks: await checkedWords(context, loaded),
    place: isVillage ? place.township : '',
  };
}

/** Of a village any name counts; in a whole county two characters are too often a word like any other. */
export async function namesToKeepOut(
  { tx }: Context,
  loaded: readonly LoadedCase[],
  texts: NoticeTexts,
): Promise<readonly string[]> {
  const said = Object.values(texts).map((text) => nameKeyOf(text).replace(/[^\p{L}\p{N}]/gu, ''));
  const names = new Set<string>();
  for (const { row } of loaded) {
    const least = row.area_code.length > 6 ? 2 : 3;
    const found = await listNamesIn(tx, { span: spanOf(areaCode(row.area_code)), said, least });
    for (const name of found) names.add(name);
  }
  return [...names];
}

async function checkedWords(
  { tx }: Context,
  { row, view: { rules, state } }: LoadedCase,
): Promise<Bilingual | null> {
  const span = passedSpan(state, rules.steps);
  if (span === undefined) return null;
  const answers = standingAnswers((await listChecks(tx, row)).map(answerOf), span);
  const all = [...answers.values()];
  if (all.length === 0) return null;
  const met = all.filter(({ holds }) => holds).length;
  return {
    zh: `${all.length} 项，达到 ${met} 项`,
    en: `${met} of ${all.length} items met`,
  };
}
