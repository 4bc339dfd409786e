// Kinds of datum a pack's chart may name, and what each kind of chart shows when the pack names none.
// A kind that nothing provides in this installation stands on the chart as a gap with its name here.
import type { Words } from './chart-shape.ts';
import { both } from './chart-words.ts';

export const datumTitles = {
  stages: both('分布和进度', 'Where they are and how far'),
  causes: both('致贫原因', 'Causes'),
  measures: both('帮扶措施', 'Measures'),
  measuresByPart: both('各地的措施', 'Measures by area'),
  inAndOut: both('进出', 'In and out'),
  householdTargets: both('逐户', 'Household by household'),
  roll: both('花名册', 'The roll'),
  plans: both('计划', 'Plans'),
  organisation: both('机构和职责', 'Bodies and duties'),
  documents: both('文件', 'Documents'),
  processes: both('流程', 'Processes'),
  progress: both('办理进度', 'Work done and due'),
  schedule: both('时间', 'In time'),
  network: both('各地近七天的变动', 'Changes of seven days by place'),
  fundSources: both('资金来源', 'Sources of money'),
  financing: both('资金筹措', 'Money raised'),
  fundFlow: both('资金拨付和使用', 'Money allocated and spent'),
  projects: both('项目布局', 'Projects by place'),
  helpers: both('结对和责任人', 'Pairing and who answers'),
  householdPlans: both('逐户脱贫计划', 'Plan of each household'),
} as const satisfies Readonly<Record<string, Words>>;

export type DatumId = keyof typeof datumTitles;

export function isDatum(id: string): id is DatumId {
  return Object.hasOwn(datumTitles, id);
}

/** By kind of chart, where the pack leaves it open. */
export const usualData = {
  map: ['stages'],
  target: ['measures', 'plans'],
  responsibility: ['organisation', 'helpers'],
  documents: ['documents'],
  flow: ['processes'],
  funds: ['financing', 'fundFlow', 'fundSources'],
  layout: ['measuresByPart', 'projects'],
  timeline: ['schedule'],
  table: ['stages'],
} as const satisfies Readonly<Record<string, readonly DatumId[]>>;
