// Questions that people put to all the money of a county: what an auditor's rules found, money put together, how
// rules stand, what lies idle. Read from what is kept, beside the same counted from the lines.
import { everything } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { inScope } from '#server/database/connect.ts';
import { countOfRule } from '#server/funds/finding.store.ts';
import { askedHere } from '#server/funds/findings.ts';
import { lookNow } from '#server/funds/look.ts';
import { flowByHand } from './hand-ledger.store.ts';
import type { Installation } from './installation.ts';
import { type Line, ms, repeated, seconds, timed } from './measure.ts';

const county = '451226';
const goals = { questionMs: 300, pageMs: 500, lookMs: 300_000 } as const;

/** Pages whose statements must not grow with the lines. */
const pages: readonly (readonly [page: string, address: string])[] = [
  ['the books by source, use and place', '/api/funds/books'],
  ['money put together', '/api/funds/consolidation'],
  ['rules about money', '/api/funds/rules'],
  ['idle balances', '/api/funds/balances'],
  ['months', '/api/funds/months'],
  ['loans', '/api/funds/loans/summary'],
];

export async function measureQuestions(
  installation: Installation,
  crowd: string,
): Promise<readonly Line[]> {
  const look = await looking(installation, crowd);
  const { platform } = installation.composed;
  const get = await installation.as('auditor');
  const counts = await repeated(() => get('/api/funds/findings'), { runs: 20, warmUp: 2 });
  const list = await repeated(() => get('/api/funds/findings/double'), { runs: 20, warmUp: 2 });
  const here = { platform, today: platform.clock.today() };
  const hand = await timed(() =>
    inScope(
      platform.db,
      everything,
      (tx) => countOfRule(tx, 'double', askedHere(here, areaCode(county))),
      'read',
    ),
  );
  const byHand = `${(hand / counts.medianMs).toFixed(0)} × faster than one of its rules held against the lines (${seconds(hand)})`;
  return [
    look,
    {
      what: `${crowd}: what the rules of the auditor questioned, counts and a list`,
      goal: `p95 ≤ ${goals.questionMs} ms`,
      measured: `p95 ${ms(counts.p95Ms)} and ${ms(list.p95Ms)}`,
      comparison: byHand,
      met: Math.max(counts.p95Ms, list.p95Ms) <= goals.questionMs,
    },
    ...(await measurePages(installation, crowd)),
  ];
}

/** All rules held against all lines, as the job of the day does. */
async function looking({ composed: { platform } }: Installation, crowd: string): Promise<Line> {
  const input = {
    county: Number(county),
    id: platform.newId(Number(county)),
    area: county,
    now: platform.clock.now(),
  };
  const took = await timed(() =>
    inScope(platform.db, everything, (tx) => lookNow({ platform, tx }, input)),
  );
  return {
    what: `${crowd}: the look of the day over all lines, in the background`,
    goal: `≤ ${seconds(goals.lookMs)}`,
    measured: seconds(took),
    comparison: 'once a day and when an auditor asks',
    met: took <= goals.lookMs,
  };
}

async function measurePages(installation: Installation, crowd: string): Promise<Line[]> {
  const { platform } = installation.composed;
  const get = await installation.as('county');
  const hand = await repeated(
    () => inScope(platform.db, everything, (tx) => flowByHand(tx, Number(county)), 'read'),
    { runs: 1, warmUp: 0 },
  );
  const lines: Line[] = [];
  for (const [page, address] of pages) {
    const { medianMs, p95Ms } = await repeated(() => get(address), { runs: 15, warmUp: 2 });
    lines.push({
      what: `${crowd}: ${page}`,
      goal: `p95 ≤ ${goals.pageMs} ms`,
      measured: `p95 ${ms(p95Ms)}`,
      comparison: `${(hand.medianMs / medianMs).toFixed(0)} × faster than adding up the lines once (${ms(hand.medianMs)})`,
      met: p95Ms <= goals.pageMs,
    });
  }
  return lines;
}
