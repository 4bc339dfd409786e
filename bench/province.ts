// Province size: lists and overviews as the province's officer reads them under row security, and a
// scoring of every household by the compiled rule beside the same statement written by hand.
import { scopeOfAreas } from '#domain/access/scope.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import { insertRun, scoreRange } from '#server/targeting/score.store.ts';
import { getSheetInForce, sheetSqlOf } from '#server/targeting/sheet-in-force.ts';
import { countDifferences, scoreByHand } from './hand-score.store.ts';
import type { Installation } from './installation.ts';
import { inTurn, type Line, ms, repeated, seconds } from './measure.ts';
import { type ProvinceSize, province } from './province-register.ts';

const goal = 100;
const ratioGoal = 1.3;

const lists: readonly (readonly [string, string])[] = [
  ['first page, whole register', '/api/registry/households?registered=true'],
  ['first page, by cause, poorest first', '/api/registry/households?cause=ILLNESS&sort=income'],
  [
    'first page, a county below the line, richest first',
    '/api/registry/households?area=450127&incomeBelow=2952&sort=-income',
  ],
  ['first page, a city by name', '/api/registry/households?area=4512&sort=name'],
  ['first page, poorest with house grade D', '/api/registry/households?houseGrade=D&sort=income'],
  [
    'first page, a rare mixture, poorest first',
    '/api/registry/households?cause=DISABILITY&houseGrade=D&membersFrom=6&sort=income',
  ],
  ['first page, name begins 韦建', '/api/registry/households?q=韦建'],
  ['overview of the province', '/api/insight/overview'],
  ['overview of a city', '/api/insight/overview?area=4512'],
  ['overview of a county', '/api/insight/overview?area=450127'],
];

export async function measureProvince(
  installation: Installation,
  size: ProvinceSize,
  rounds: number,
): Promise<readonly Line[]> {
  const get = await installation.as('province');
  const label = `province (${size.households.toLocaleString('en')} households)`;
  const lines: Line[] = [];
  for (const [what, address] of lists) {
    const { medianMs, p95Ms } = await repeated(() => get(encodeURI(address)), { runs: 40 });
    lines.push({
      what: `${label}: ${what}`,
      goal: `p95 ≤ ${goal} ms`,
      measured: `p95 ${ms(p95Ms)}`,
      comparison: `median ${ms(medianMs)}`,
      met: p95Ms <= goal,
    });
  }
  return [...lines, await measureScoring(installation, label, rounds)];
}

async function measureScoring(
  { composed, asOwner }: Installation,
  label: string,
  rounds: number,
): Promise<Line> {
  const { platform } = composed;
  const area = areaCode(province);
  const today = platform.clock.today();
  const scope = scopeOfAreas([area], null);
  const span = spanOf(area);
  const inForce = getSheetInForce(platform.packs, area, today);
  const sheet = sheetSqlOf(inForce);
  const runs = { compiled: platform.newId(0), hand: platform.newId(0) };
  const inProvince = <Result>(work: (tx: Tx) => Promise<Result>) =>
    inScope(platform.db, scope, work);
  const forget = () => asOwner('truncate targeting_score', 'checkpoint');

  for (const id of Object.values(runs)) {
    await inProvince((tx) =>
      insertRun(tx, {
        id,
        area_code: area,
        pack: inForce.pack.id,
        pack_version: inForce.pack.version,
        sheet: inForce.sheet.sheet.id,
        as_of: today,
        state: 'running',
        job: null,
        cut_off: inForce.sheet.cutOff,
        account: null,
        started_at: platform.clock.now(),
      }),
    );
  }
  const compiled = () => inProvince((tx) => scoreRange(tx, { run: runs.compiled, span, sheet }));
  const hand = () => inProvince((tx) => scoreByHand(tx, { run: runs.hand, ...span }));

  const scored = await compiled();
  await hand();
  const differing = await inProvince((tx) =>
    countDifferences(tx, { one: runs.compiled, other: runs.hand }),
  );
  if (differing > 0 || scored === 0)
    throw new Error(`the two ways of scoring differ in ${differing} of ${scored} households`);
  await forget();

  const { left, right, ratio } = await inTurn(rounds, compiled, hand, forget);
  await forget();
  return {
    what: `${label}: scored by the compiled rule into a run`,
    goal: `≤ ${ratioGoal} × by hand`,
    measured: `${ratio.toFixed(2)} × (${seconds(left.medianMs)})`,
    comparison: `${seconds(right.medianMs)} by hand, same ${scored.toLocaleString('en')} rows, median of ${rounds}`,
    met: ratio <= ratioGoal,
  };
}
