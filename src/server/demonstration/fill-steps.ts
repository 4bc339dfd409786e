// What the demonstration county gets after its households: each step once, in an older installation too.
// One look at the marks tells a later start that nothing is left.
import { everything } from '#domain/access/scope.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { type Db, inScope } from '#server/database/connect.ts';
import type { Say } from '#server/database/start-problem.ts';
import { listSettings } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';
import {
  type Demonstration,
  type DemonstrationName,
  demonstrations,
  filesOf,
} from './demonstrations.ts';
import { areaExitsMark, fillAreaExits } from './fill-area-exits.ts';
import { assetsMark, fillAssets } from './fill-assets.ts';
import { assistanceMark, fillAssistance } from './fill-assistance.ts';
import { auditMark, fillAudit } from './fill-audit.ts';
import { boardMark, fillBoard } from './fill-board.ts';
import { burdenMark, fillBurden } from './fill-burden.ts';
import { batchMark, campaignMark, fillBatch, fillCampaign } from './fill-campaign.ts';
import { casesMark, fillCases } from './fill-cases.ts';
import { checksMark, fillChecks } from './fill-checks.ts';
import { comparisonsMark, fillComparisons } from './fill-comparisons.ts';
import { deskMark, fillDesk } from './fill-desk.ts';
import { duplicatesMark, fillDuplicates } from './fill-duplicates.ts';
import { exitsMark, fillExits } from './fill-exits.ts';
import { fillGrid, gridMark } from './fill-grid.ts';
import { fillHelp, helpMark } from './fill-help.ts';
import { fillImports, importsMark } from './fill-imports.ts';
import { fillLoans, loansMark } from './fill-loans.ts';
import { fillLook, lookMark } from './fill-look.ts';
import { fillMeetings, meetingsMark } from './fill-meetings.ts';
import { fillJiangjinMoney, fillMoney, moneyMark } from './fill-money.ts';
import { fillNotices, noticesMark } from './fill-notices.ts';
import { fillOverlap, overlapMark } from './fill-overlap.ts';
import { bulletinMark, draftMark, fillBulletin, fillDraft } from './fill-papers.ts';
import { fillPayments, paymentsMark } from './fill-payments.ts';
import { fillPhotographs, photographsMark } from './fill-photographs.ts';
import { fillProjects, projectsMark } from './fill-projects.ts';
import { fillRechecks, recheckMark } from './fill-rechecks.ts';
import { fillSupervisors, supervisorsMark } from './fill-supervisors.ts';
import { fillTies, tiesMark } from './fill-ties.ts';
import { fillTrial, trialMark } from './fill-trial.ts';
import { fillWork, workMark } from './fill-work.ts';
import type { DemonstrationFiles } from './read-demonstration.ts';

interface FillStep {
  /** Setting that the step itself writes in its own transaction when it is done. */
  readonly mark: string;
  readonly what: Bilingual;
  /** Looks at households and persons, or at the rules, alone, and nobody looks at what it fills: it runs beside the others. */
  readonly beside?: true;
  fill(platform: Platform, files: DemonstrationFiles): Promise<unknown>;
}

const { places } = demonstrations.huanjiang;

const looked: FillStep = {
  mark: lookMark,
  what: { zh: '查账', en: 'a look over the books' },
  fill: (platform, { calibration: { county: area, today } }) =>
    fillLook(platform, { area, now: `${today}T00:30:00.000Z` }),
};

/** In this order: a later one may build on what an earlier one invented. */
const ofHuanjiang: readonly FillStep[] = [
  {
    mark: recheckMark,
    what: { zh: '复核', en: 're-checks' },
    fill: (platform, { calibration }) => fillRechecks(platform, calibration.county),
  },
  {
    mark: checksMark,
    what: { zh: '核验与评分', en: 'verification and scores' },
    fill: (platform, { calibration }) => fillChecks(platform, calibration.county),
  },
  {
    mark: casesMark,
    what: { zh: '个案', en: 'cases' },
    fill: (platform, files) => fillCases(platform, { ...files, places }),
  },
  {
    mark: noticesMark,
    what: { zh: '公示', en: 'notices' },
    fill: (platform, { calibration }) => fillNotices(platform, calibration.county),
  },
  {
    mark: comparisonsMark,
    what: { zh: '部门比对', en: 'department comparison' },
    fill: (platform, { calibration }) => fillComparisons(platform, { calibration, places }),
  },
  { mark: helpMark, what: { zh: '帮扶与走访', en: 'helpers and visits' }, fill: fillHelp },
  { mark: moneyMark, what: { zh: '资金', en: 'money' }, fill: fillMoney },
  { mark: paymentsMark, what: { zh: '发放', en: 'payments' }, fill: fillPayments },
  { mark: loansMark, what: { zh: '贷款', en: 'loans' }, fill: fillLoans },
  { mark: projectsMark, what: { zh: '项目', en: 'projects' }, fill: fillProjects },
  { mark: auditMark, what: { zh: '审计疑点', en: 'questions of an audit' }, fill: fillAudit },
  { mark: assetsMark, what: { zh: '资产', en: 'assets' }, fill: fillAssets },
  { mark: workMark, what: { zh: '任务与问题', en: 'tasks and problems' }, fill: fillWork },
  { mark: exitsMark, what: { zh: '脱贫', en: 'exits' }, fill: fillExits },
  {
    mark: areaExitsMark,
    what: { zh: '村县出列', en: 'exits of villages and county' },
    fill: fillAreaExits,
  },
  {
    mark: assistanceMark,
    what: { zh: '计划与措施', en: 'plans and measures' },
    fill: (platform) => fillAssistance(platform, places),
  },
  {
    mark: duplicatesMark,
    what: { zh: '重复', en: 'duplicates' },
    beside: true,
    fill: (platform, { calibration }) => fillDuplicates(platform, calibration.county),
  },
  {
    mark: burdenMark,
    what: { zh: '填报负担', en: 'burden' },
    fill: (platform, { calibration }) => fillBurden(platform, calibration.county),
  },
  {
    mark: boardMark,
    what: { zh: '作战沙盘', en: 'planning board' },
    fill: (platform, { calibration }) => fillBoard(platform, calibration.county),
  },
  { mark: supervisorsMark, what: { zh: '督查', en: 'supervisors' }, fill: fillSupervisors },
  { mark: gridMark, what: { zh: '网格', en: 'grid' }, fill: fillGrid },
  { mark: meetingsMark, what: { zh: '会议', en: 'meetings' }, fill: fillMeetings },
  {
    mark: tiesMark,
    what: { zh: '带动', en: 'firms and the households they lead' },
    fill: fillTies,
  },
  {
    mark: photographsMark,
    what: { zh: '照片', en: 'photographs' },
    fill: (platform, { calibration }) => fillPhotographs(platform, calibration.county),
  },
  {
    mark: trialMark,
    what: { zh: '规则试算', en: 'a trial of the rules' },
    fill: (platform, { calibration }) => fillTrial(platform, calibration.county),
  },
  {
    mark: campaignMark,
    what: { zh: '“回头看”', en: 'a re-check campaign' },
    fill: (platform, { calibration }) => fillCampaign(platform, calibration.county),
  },
  { mark: batchMark, what: { zh: '成批办理', en: 'a batch of cases' }, fill: fillBatch },
  {
    mark: deskMark,
    what: { zh: '评分和结对提议', en: 'scores and proposed pairs' },
    fill: (platform, { calibration }) => fillDesk(platform, calibration.county),
  },
  {
    mark: importsMark,
    what: { zh: '导入的表', en: 'imported sheets' },
    fill: (platform, { calibration }) => fillImports(platform, calibration.county),
  },
  {
    mark: draftMark,
    what: { zh: '规则草案', en: 'a draft of the rules' },
    beside: true,
    fill: (platform, { calibration }) => fillDraft(platform, calibration.county),
  },
  { mark: bulletinMark, what: { zh: '月报', en: 'the bulletin' }, fill: fillBulletin },
  // Last, when nothing more comes into the books.
  looked,
];

/** Its sums as published, and the money that was; nothing else of Jiangjin is invented. */
const ofJiangjin: readonly FillStep[] = [
  { mark: overlapMark, what: { zh: '措施叠加', en: 'overlapping measures' }, fill: fillOverlap },
  { mark: moneyMark, what: { zh: '资金', en: 'money' }, fill: fillJiangjinMoney },
  looked,
];

const steps: Readonly<Record<DemonstrationName, readonly FillStep[]>> = {
  huanjiang: ofHuanjiang,
  jiangjin: ofJiangjin,
};

export async function hasOpenSteps(db: Db, name: DemonstrationName): Promise<boolean> {
  return (await openSteps(db, name)).length > 0;
}

/** After the demonstration's households and accounts: one of the lists is a department's own, a helper may sign in. */
export async function fillSteps(
  platform: Platform,
  demonstration: Demonstration,
  say: Say = () => undefined,
): Promise<void> {
  const files = filesOf(demonstration);
  const open = await openSteps(platform.db, demonstration.name);
  const inOrder = async () => {
    for (const step of open) {
      if (step.beside === true) continue;
      await step.fill(platform, files);
      say({ zh: `演示县：${step.what.zh}`, en: `Demonstration: ${step.what.en}` });
    }
  };
  const beside = open.filter((step) => step.beside === true);
  // All come to their end before a failure is told: the session of none is taken away under it.
  const ends = await Promise.allSettled([
    inOrder(),
    ...beside.map((step) => step.fill(platform, files)),
  ]);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

async function openSteps(db: Db, name: DemonstrationName): Promise<readonly FillStep[]> {
  const own = steps[name];
  const marks = own.map(({ mark }) => mark);
  const done = await inScope(db, everything, (tx) => listSettings(tx, marks), 'read');
  return own.filter(({ mark }) => !done.has(mark));
}
