// What the demonstration county gets after its households: each step once, in an older installation too.
// One look at the marks tells a later start that nothing is left.
import { everything } from '#domain/access/scope.ts';
import { huanjiangPlaces as places } from '#server/access/demonstration-accounts.ts';
import { type Db, inScope } from '#server/database/connect.ts';
import { listSettings } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';
import { areaExitsMark, fillAreaExits } from './fill-area-exits.ts';
import { assistanceMark, fillAssistance } from './fill-assistance.ts';
import { auditMark, fillAudit } from './fill-audit.ts';
import { burdenMark, fillBurden } from './fill-burden.ts';
import { casesMark, fillCases } from './fill-cases.ts';
import { checksMark, fillChecks } from './fill-checks.ts';
import { comparisonsMark, fillComparisons } from './fill-comparisons.ts';
import { duplicatesMark, fillDuplicates } from './fill-duplicates.ts';
import { exitsMark, fillExits } from './fill-exits.ts';
import { fillHelp, helpMark } from './fill-help.ts';
import { fillMoney, moneyMark } from './fill-money.ts';
import { fillNotices, noticesMark } from './fill-notices.ts';
import { fillPayments, paymentsMark } from './fill-payments.ts';
import { fillProjects, projectsMark } from './fill-projects.ts';
import { fillRechecks, recheckMark } from './fill-rechecks.ts';
import { fillWork, workMark } from './fill-work.ts';
import type { DemonstrationFiles } from './read-demonstration.ts';

interface FillStep {
  /** Setting that the step itself writes in its own transaction when it is done. */
  readonly mark: string;
  fill(platform: Platform, files: DemonstrationFiles): Promise<unknown>;
}

/** In this order: a later one may build on what an earlier one invented. */
const steps: readonly FillStep[] = [
  {
    mark: recheckMark,
    fill: (platform, { calibration }) => fillRechecks(platform, calibration.county),
  },
  {
    mark: checksMark,
    fill: (platform, { calibration }) => fillChecks(platform, calibration.county),
  },
  { mark: casesMark, fill: (platform, files) => fillCases(platform, { ...files, places }) },
  {
    mark: noticesMark,
    fill: (platform, { calibration }) => fillNotices(platform, calibration.county),
  },
  {
    mark: comparisonsMark,
    fill: (platform, { calibration }) => fillComparisons(platform, { calibration, places }),
  },
  { mark: helpMark, fill: fillHelp },
  { mark: moneyMark, fill: fillMoney },
  { mark: paymentsMark, fill: fillPayments },
  { mark: projectsMark, fill: fillProjects },
  { mark: auditMark, fill: fillAudit },
  { mark: workMark, fill: fillWork },
  { mark: exitsMark, fill: fillExits },
  { mark: areaExitsMark, fill: fillAreaExits },
  { mark: assistanceMark, fill: (platform) => fillAssistance(platform, places) },
  {
    mark: duplicatesMark,
    fill: (platform, { calibration }) => fillDuplicates(platform, calibration.county),
  },
  {
    mark: burdenMark,
    fill: (platform, { calibration }) => fillBurden(platform, calibration.county),
  },
];

export async function hasOpenSteps(db: Db): Promise<boolean> {
  return (await openSteps(db)).length > 0;
}

/** After the demonstration's households and accounts: one of the lists is a department's own, a helper may sign in. */
export async function fillSteps(platform: Platform, files: DemonstrationFiles): Promise<void> {
  for (const step of await openSteps(platform.db)) await step.fill(platform, files);
}

async function openSteps(db: Db): Promise<readonly FillStep[]> {
  const marks = steps.map(({ mark }) => mark);
  const done = await inScope(db, everything, (tx) => listSettings(tx, marks), 'read');
  return steps.filter(({ mark }) => !done.has(mark));
}
