// The plan of a round from what was asked for: a design of the pack in force with sizes it allows, or
// stages of one's own; and the fields that may be verified or asked again.
import type { z } from 'zod';
import type { Stage } from '#contract/supervision.ts';
import { type AreaCode, areaCode, isWithin } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { type Bilingual, refuse } from '#domain/kernel/refusal.ts';
import type { SampleDesign } from '#domain/policy/pack/practice-schemas.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import type { FormField } from '#domain/registry/form.ts';
import {
  type DrawPlan,
  type DrawStage,
  type Population,
  planIsSound,
  stagesOf,
  unitWords,
} from '#domain/supervision/draw-plan.ts';
import {
  chosenOutside,
  noSuchDesign,
  sizeOutside,
  unknownField,
  unsoundPlan,
} from '#domain/supervision/refusals.ts';
import { verifiableFields } from '#domain/supervision/verifiable-fields.ts';
import type { Context } from '#server/http/context.ts';
import { getSheetInForce, type SheetInForce } from '#server/targeting/sheet-in-force.ts';
import type { Compares } from './campaign.store.ts';

export interface PlanAsked {
  readonly area: string;
  readonly design?: string | undefined;
  readonly sizes?: readonly (number | null)[] | undefined;
  readonly chosen?: readonly string[] | undefined;
  readonly stages?: readonly z.output<typeof Stage>[] | undefined;
  readonly population: Population;
}

export interface Planned extends SheetInForce {
  readonly design: SampleDesign | undefined;
  readonly compares: Compares;
  readonly plan: DrawPlan;
}

export function planOf(context: Context, asked: PlanAsked): Planned {
  const { platform, today } = context;
  const area = areaCode(asked.area);
  const inForce = getSheetInForce(platform.packs, area, today);
  const design = asked.design === undefined ? undefined : designOf(inForce.pack, asked.design);
  const stages = design === undefined ? (asked.stages ?? []) : chosenStages(context, design, asked);
  const plan: DrawPlan = { area, population: asked.population, stages };
  const compares = design?.compares ?? 'independentScores';
  if (compares !== 'observers' && !planIsSound(plan)) refuse(unsoundPlan);
  for (const code of stages.flatMap(({ chosen }) => chosen ?? [])) {
    if (!isWithin(areaCode(code), area)) refuse(chosenOutside, { code, area });
  }
  return { ...inForce, design, compares, plan };
}

function designOf(pack: ResolvedPack, id: string): SampleDesign {
  const found = pack.rows.sampleDesigns.find(({ row }) => row.id === id)?.row;
  return found ?? refuse(noSuchDesign, { design: id });
}

function chosenStages(
  { language }: Context,
  design: SampleDesign,
  { sizes, chosen }: PlanAsked,
): readonly DrawStage[] {
  const { stages, problems } = stagesOf(design, { sizes, chosen });
  const [first] = problems;
  if (first === undefined) return stages;
  const { unit, least, most, given } = first;
  return refuse(sizeOutside, { unit: unitWords[unit][language], least, most, given });
}

export function getVerifiable(name: string): FormField {
  return (
    verifiableFields.find((field) => field.name === name) ?? refuse(unknownField, { field: name })
  );
}

export function fieldTitle(pack: ResolvedPack | undefined, name: string): Bilingual {
  const row = pack?.rows.fields.find(
    (field) => field.row.of === 'household' && field.row.id === name,
  )?.row;
  return row?.title ?? { zh: name, en: name };
}

/** The rules a round began with; undefined where they are not installed any more. */
export function findRules(
  { platform }: Pick<Context, 'platform'>,
  row: { readonly pack: string; readonly pack_edition: string; readonly planned_on: string },
): ResolvedPack | undefined {
  return platform.packs.resolve(row.pack, plainDate(row.planned_on), row.pack_edition);
}

export function areaOf(row: { readonly area_code: string }): AreaCode {
  return areaCode(row.area_code);
}
