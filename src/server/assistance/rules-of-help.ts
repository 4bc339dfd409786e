// What the rules in force say of help in an area: measures with their words, benefits, lists of needs,
// tables that suggest; and what they say of one household.
import type { Suggestion } from '#contract/assistance.ts';
import type { Choices } from '#contract/assistance-plans.ts';
import { unknownDetail } from '#domain/assistance/benefit-refusals.ts';
import { detailLists, stagedKindNames, stagedKindOf } from '#domain/assistance/delivery-stages.ts';
import { noRulesHere, unknownBenefit, unknownMeasure } from '#domain/assistance/plan-refusals.ts';
import { type AreaCode, areaCode } from '#domain/kernel/area-code.ts';
import { type Bilingual, refuse } from '#domain/kernel/refusal.ts';
import type { Facts } from '#domain/policy/expression-value.ts';
import { undecided } from '#domain/policy/nearest-change.ts';
import type { Benefit } from '#domain/policy/pack/delivery-schemas.ts';
import { codeTitle, parameterWords } from '#domain/policy/pack/document-shape.ts';
import { explainDecision } from '#domain/policy/pack/explain-decision.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { labelOf } from '#domain/policy/pack/shown-fact.ts';
import type { Context } from '#server/http/context.ts';
import { decisionsIn } from '#server/targeting/household-decisions.ts';

type Here = Pick<Context, 'platform' | 'today'>;

/** Lists of the packs that say what a household may need. */
const needLists = ['difficulty', 'riskType'];

export function rulesOfHelp({ platform, today }: Here, area: AreaCode): ResolvedPack {
  return platform.packs.inForce(area, today) ?? refuse(noRulesHere, { area });
}

export function packAt({ platform, today }: Here, area: string): ResolvedPack | undefined {
  return platform.packs.inForce(areaCode(area), today);
}

/** Codes of the list `measure`, then those that only a taxonomy of the place names. */
export function measuresOf(
  pack: ResolvedPack,
): readonly { readonly code: string; readonly title: Bilingual }[] {
  const own = pack.rows.lists.find(({ row }) => row.id === 'measure')?.row.codes ?? [];
  const named = pack.rows.taxonomies.flatMap(({ row }) => row.measures);
  const all = new Map<string, Bilingual>();
  for (const { code, title } of [...own, ...named]) {
    if (!all.has(code)) all.set(code, title);
  }
  return [...all].map(([code, title]) => ({ code, title }));
}

/** True where the register has a field for it. */
export function isRegisterMeasure(pack: ResolvedPack, code: string): boolean {
  const own = pack.rows.lists.find(({ row }) => row.id === 'measure')?.row.codes ?? [];
  return own.some((one) => one.code === code);
}

/** A local taxonomy's word for a measure before the national list's. */
export function measureTitle(pack: ResolvedPack | undefined, code: string): Bilingual {
  if (pack === undefined) return { zh: code, en: code };
  const local = pack.rows.taxonomies
    .filter(({ row }) => row.list === 'measure')
    .flatMap(({ row }) => row.measures)
    .find((one) => one.code === code);
  return (
    local?.title ??
    measuresOf(pack).find((one) => one.code === code)?.title ?? { zh: code, en: code }
  );
}

export function refuseUnknownMeasure(pack: ResolvedPack, code: string): void {
  const known = measuresOf(pack);
  if (known.some((one) => one.code === code)) return;
  refuse(unknownMeasure, { measure: code, known: known.map(({ title }) => title.zh).join('、') });
}

export function benefitOf(pack: ResolvedPack, id: string): Benefit {
  return (
    pack.rows.benefits.find(({ row }) => row.id === id)?.row ??
    refuse(unknownBenefit, { benefit: id })
  );
}

export function benefitTitle(pack: ResolvedPack | undefined, id: string | null): Bilingual | null {
  if (id === null) return null;
  const row = pack?.rows.benefits.find((one) => one.row.id === id)?.row;
  return row?.title ?? { zh: id, en: id };
}

export function needTitle(
  pack: ResolvedPack | undefined,
  { list, code, words }: { list: string | null; code: string | null; words: string },
): Bilingual {
  if (code === null || pack === undefined)
    return { zh: words || (code ?? ''), en: words || (code ?? '') };
  return codeTitle(pack, list ?? undefined, code);
}

export function needListsOf(pack: ResolvedPack): Choices['needs'] {
  return pack.rows.lists
    .filter(({ row }) => needLists.includes(row.id))
    .map(({ row }) => ({
      id: row.id,
      title: row.title,
      codes: row.codes.map(({ code, title }) => ({ code, title })),
    }));
}

export function detailListsOf(pack: ResolvedPack): Choices['details'] {
  return stagedKindNames.flatMap((kind) =>
    pack.rows.lists
      .filter(({ row }) => detailLists[kind].includes(row.id))
      .map(({ row }) => ({
        kind,
        id: row.id,
        title: row.title,
        codes: row.codes.map(({ code, title }) => ({ code, title })),
      })),
  );
}

export function refuseUnknownDetails(
  pack: ResolvedPack,
  benefit: { readonly kind: string; readonly code: string; readonly title: string },
  details: Readonly<Record<string, string>>,
): void {
  const kind = stagedKindOf(benefit);
  const lists = detailListsOf(pack).filter((list) => list.kind === kind);
  for (const [list, code] of Object.entries(details)) {
    const known = lists.find(({ id }) => id === list)?.codes.some((one) => one.code === code);
    if (known !== true) refuse(unknownDetail, { benefit: benefit.title, list, code });
  }
}

/** What may be planned; of one household also whether the rules entitle it. */
export function choicesOf(pack: ResolvedPack, to: 'household' | 'village', facts?: Facts): Choices {
  const benefits = pack.rows.benefits.filter(({ row }) =>
    to === 'village' ? row.to === 'village' : row.to !== 'village',
  );
  return {
    measures: measuresOf(pack).map(({ code }) => ({ code, title: measureTitle(pack, code) })),
    benefits: benefits.map(({ row }) => ({
      id: row.id,
      title: row.title,
      kind: row.kind,
      to: row.to,
      measure: row.measure ?? null,
      who: row.who,
      amount: row.amount === undefined ? null : parameterWords(pack, row.amount),
      verified: row.verified,
      entitled: facts === undefined ? null : entitledTo(pack, row.id, facts),
    })),
    taxonomies: pack.rows.taxonomies.map(({ row }) => ({
      id: row.id,
      title: row.title,
      verified: row.verified,
      measures: row.measures.map(({ code, title, text }) => ({ code, title, text: text ?? null })),
    })),
    needs: needListsOf(pack),
    details: detailListsOf(pack),
  };
}

/** By the rule of the benefit; null where it has none, or a value is missing. */
export function entitledTo(pack: ResolvedPack, benefit: string, facts: Facts): boolean | null {
  const decision = decisionsIn(pack).find(({ key }) => key === `benefit.${benefit}`);
  if (decision === undefined) return null;
  const { outcome } = explainDecision(pack, decision, facts);
  return outcome === undecided ? null : outcome === 'holds';
}

/** What each decision table of the pack gives this household, with the reason; undecided ones say why. */
export function suggestionsOf(pack: ResolvedPack, facts: Facts): readonly Suggestion[] {
  return decisionsIn(pack)
    .filter(({ kind }) => kind === 'table')
    .flatMap((decision): Suggestion[] => {
      const { outcome, sentence, missing } = explainDecision(pack, decision, facts);
      if (outcome === 'none') return [];
      const row = decision.parts.find(({ id }) => id === outcome);
      const marks = row?.marks ?? decision.marks;
      return [
        {
          table: decision.key.replace(/^table\./, ''),
          title: decision.title,
          question: decision.question ?? decision.title,
          verified: marks.verified ?? false,
          sample: marks.sample ?? decision.marks.sample ?? false,
          note: marks.note ?? null,
          sentence,
          missing: missing.map((name) => labelOf(pack, name)),
          gives: (row?.gives ?? []).map((code) => ({ code, title: measureTitle(pack, code) })),
        },
      ];
    });
}
