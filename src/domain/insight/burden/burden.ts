// What typing costs: whose levels are asked, on which pages, how much time that stands for, and what reports
// were made without it. Who typed is told by the account; where a record carries a name and no account, by
// what the record is. The limits are the pack's and the county's own, never numbers of this file.
import type { Role } from '#domain/access/permission.ts';
import { rolesFor } from '#domain/casework/who-acts.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';

/** From the household upwards; `above` is city, province, supervisors and auditors. */
export const burdenLevels = [
  'household',
  'village',
  'township',
  'county',
  'department',
  'helper',
  'bank',
  'above',
] as const;

export type BurdenLevel = (typeof burdenLevels)[number];

export function isBurdenLevel(text: string): text is BurdenLevel {
  return (burdenLevels as readonly string[]).includes(text);
}

export function levelOfRole(role: Role): BurdenLevel {
  return isBurdenLevel(role) ? role : 'above';
}

/** Who stands behind an actor of a process; a pack's own office is taken for the village's. */
export function levelOfActor(actor: string): BurdenLevel {
  const [role] = rolesFor(actor);
  return role === undefined ? 'village' : levelOfRole(role);
}

/** Sources of the register that are not the village's own, where no account says who typed. */
export const levelOfSource: Readonly<Record<string, BurdenLevel>> = {
  countyReview: 'county',
  townshipReview: 'township',
  doubleConfirmation: 'township',
  department: 'department',
  bank: 'bank',
};

/** Where something is typed, and what counts as a field there. */
export const burdenPages = {
  registration: {
    title: { zh: '登记新户', en: 'Registration of a household' },
    counts: { zh: '每个有值的登记项', en: 'every value of the form that was filled in' },
  },
  changes: {
    title: { zh: '登记变更', en: 'Changes of the register' },
    counts: { zh: '每个改动的项，加原因', en: 'every value that changed, and the reason' },
  },
  income: {
    title: { zh: '收入记账', en: 'Income ledger' },
    counts: { zh: '年份、类别、金额', en: 'year, kind and amount' },
  },
  decisions: {
    title: { zh: '认定与公告', en: 'Stages of households' },
    counts: { zh: '每次认定算一项', en: 'one for each decision' },
  },
  cases: {
    title: { zh: '逐户办理', en: 'Cases' },
    counts: {
      zh: '结论、理由、地点、会议各栏；成批办理只算一次',
      en: 'outcome, reason, place, fields of a meeting; a batch once',
    },
  },
  interviews: {
    title: { zh: '入户访谈', en: 'Interviews' },
    counts: { zh: '每个回答的问题', en: 'every question that was answered' },
  },
  visits: {
    title: { zh: '走访记录', en: 'Visit log' },
    counts: {
      zh: '日期、方式、时间、备注，每条发现两项',
      en: 'day, way, time, note; two a finding',
    },
  },
  plans: {
    title: { zh: '帮扶计划', en: 'Plans' },
    counts: {
      zh: '目标和每条措施的栏目；沿用上一版的不算',
      en: 'goal and fields of each measure; those taken over from the version before do not count',
    },
  },
  deliveries: {
    title: { zh: '落实与答复', en: 'Deliveries and answers' },
    counts: { zh: '日期、环节、文字', en: 'day, stage, words' },
  },
  indicators: {
    title: { zh: '村、县指标', en: 'Indicators' },
    counts: { zh: '每个填入的格', en: 'every cell that was entered' },
  },
  problems: {
    title: { zh: '问题清单', en: 'Problems' },
    counts: { zh: '文字、负责人、期限', en: 'words, owner, day' },
  },
  orders: {
    title: { zh: '督办', en: 'Follow-up orders' },
    counts: { zh: '每份答复', en: 'each answer' },
  },
  tasks: {
    title: { zh: '任务进度', en: 'Progress of tasks' },
    counts: { zh: '数量、阶段、文字、佐证', en: 'quantity, stage, words, evidence' },
  },
  checks: {
    title: { zh: '核查记录', en: 'Verifications' },
    counts: { zh: '每个回答，加被访人和备注', en: 'every answer, the informant, the note' },
  },
  money: {
    title: { zh: '资金单据', en: 'Orders of money' },
    counts: { zh: '用途、金额、文件等栏', en: 'use, amount, document and the like' },
  },
  import: {
    title: { zh: '从表格带入', en: 'Taken over from a file' },
    counts: { zh: '没有人重打，不计入', en: 'nobody typed it again; not counted' },
  },
} as const satisfies Readonly<Record<string, { title: Bilingual; counts: Bilingual }>>;

export type BurdenPage = keyof typeof burdenPages;

/** Reports that left, by the kind their writer names. */
export const outputKinds = {
  books: { zh: '户卡、三本台账', en: 'Cards and books' },
  households: { zh: '户名单', en: 'Lists of households' },
  notices: { zh: '公示', en: 'Notices' },
  problems: { zh: '问题清单', en: 'Lists of problems' },
  tasks: { zh: '时间表、任务书、路线图', en: 'Timetables and task books' },
  signatures: { zh: '签字名册', en: 'Rosters of signatures' },
  candidates: { zh: '拟退出名单', en: 'Lists of candidates' },
  measures: { zh: '贫困测度', en: 'Poverty measures' },
  checks: { zh: '核查报告', en: 'Reports of checks' },
  indicators: { zh: '指标表', en: 'Tables of indicators' },
  deliveries: { zh: '部门名单', en: 'Lists for departments' },
  payments: { zh: '代发清单', en: 'Payment files' },
  figures: { zh: '数字报告', en: 'Reports of figures' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type OutputKind = keyof typeof outputKinds;

/**
 * Reading the question, asking, typing, looking again. An assumption to count by: nobody measured it, and
 * the page says so. Times by the clock would need watching people, which is not done here.
 */
export const secondsPerField = 20;

export function hoursOf(fields: number): number {
  return (fields * secondsPerField) / 3600;
}

/** Of a hundred cells of reports, this many should come out of what is recorded. */
export const generatedGoal = 0.95;
