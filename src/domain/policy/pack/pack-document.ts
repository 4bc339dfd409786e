// A whole pack as a document: sections by kind, articles by row, as it stands on one day.

import type { Bilingual } from '#domain/kernel/refusal.ts';
import {
  benefitArticle,
  fundRuleArticle,
  fundSourceArticle,
  planArticle,
  riskFundArticle,
} from '#domain/policy/pack/delivery-articles.ts';
import { type Article, article } from '#domain/policy/pack/document-shape.ts';
import {
  assessmentArticle,
  indicatorArticle,
  quotaArticle,
  signOffArticle,
  staffingArticle,
  triggerArticle,
  visitArticle,
} from '#domain/policy/pack/duty-articles.ts';
import { claimArticle, figureArticle } from '#domain/policy/pack/figure-articles.ts';
import {
  fieldArticles,
  itemArticles,
  listArticle,
  mappingArticle,
} from '#domain/policy/pack/form-articles.ts';
import type { RowKind } from '#domain/policy/pack/pack.ts';
import {
  chartArticle,
  designArticle,
  listSetArticle,
  processArticle,
  productArticle,
  sampleSetArticle,
  setArticle,
  taxonomyArticle,
  textArticle,
} from '#domain/policy/pack/practice-articles.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { sectionWords } from '#domain/policy/pack/row-words.ts';
import {
  criterionArticle,
  criterionSetArticle,
  parameterArticle,
  sheetArticles,
  tableArticle,
} from '#domain/policy/pack/rule-articles.ts';

export interface Section {
  readonly kind: RowKind;
  readonly title: Bilingual;
  readonly articles: Article[];
}

/** Sections in the order an officer reads: what decides, how, what is recorded, what was published. */
export function sectionsOf(pack: ResolvedPack): readonly Section[] {
  const { rows } = pack;
  const sections: readonly (readonly [RowKind, readonly Article[]])[] = [
    ['criteria', rows.criteria.map((one) => criterionArticle(pack, one))],
    ['criterionSets', rows.criterionSets.map((one) => criterionSetArticle(pack, one))],
    ['sheets', rows.sheets.flatMap((one) => sheetArticles(pack, one))],
    ['tables', rows.tables.map((one) => tableArticle(pack, one))],
    ['parameters', rows.parameters.map((one) => parameterArticle(pack, one))],
    ['processes', rows.processes.map((one) => processArticle(pack, one))],
    ['verification', rows.verification.map((one) => setArticle(pack, one))],
    ['sampleSets', rows.sampleSets.map((one) => sampleSetArticle(pack, one))],
    ['sampleDesigns', rows.sampleDesigns.map((one) => designArticle(pack, one))],
    ['signOffs', rows.signOffs.map((one) => signOffArticle(pack, one))],
    ['taxonomies', rows.taxonomies.map((one) => taxonomyArticle(pack, one))],
    ['quotas', rows.quotas.map((one) => quotaArticle(pack, one))],
    ['staffing', rows.staffing.map((one) => staffingArticle(pack, one))],
    ['visits', rows.visits.map((one) => visitArticle(pack, one))],
    ['benefits', rows.benefits.map((one) => benefitArticle(pack, one))],
    ['plans', rows.plans.map((one) => planArticle(pack, one))],
    ['fundSources', rows.fundSources.map((one) => fundSourceArticle(pack, one))],
    ['fundRules', rows.fundRules.map((one) => fundRuleArticle(pack, one))],
    ['products', rows.products.map((one) => productArticle(pack, one))],
    ['riskFunds', rows.riskFunds.map((one) => riskFundArticle(pack, one))],
    ['indicators', rows.indicators.map((one) => indicatorArticle(pack, one))],
    ['triggers', rows.triggers.map((one) => triggerArticle(pack, one))],
    ['assessments', rows.assessments.map((one) => assessmentArticle(pack, one))],
    ['organisation', rows.organisation.map((one) => setArticle(pack, one))],
    ['chartSets', rows.chartSets.map((one) => chartArticle(pack, one))],
    ['listSets', rows.listSets.map((one) => listSetArticle(pack, one))],
    ['catalogue', rows.catalogue.map((one) => setArticle(pack, one))],
    ['items', itemArticles(pack)],
    ['fields', fieldArticles(pack)],
    ['lists', rows.lists.map((one) => listArticle(pack, one))],
    ['mappings', rows.mappings.map((one) => mappingArticle(pack, one))],
    ['purposes', rows.purposes.map((one) => article(pack, one))],
    ['retentions', rows.retentions.map((one) => article(pack, one))],
    ['claims', rows.claims.map((one) => claimArticle(pack, one))],
    ['figures', rows.figures.map((one) => figureArticle(pack, one))],
    ['texts', rows.texts.map((one) => textArticle(pack, one))],
  ];
  return sections.flatMap(([kind, articles]) =>
    articles.length === 0 ? [] : [{ kind, title: sectionWords[kind], articles: [...articles] }],
  );
}
