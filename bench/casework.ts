// The work queue with a million open steps in one county, for village, township and county through the
// door, beside the same asked by hand; and a batch of 5,000 with others reading meanwhile.
import { everything } from '#domain/access/scope.ts';
import { compactCaseCounts } from '#server/casework/fold-cases.ts';
import { inScope } from '#server/database/connect.ts';
import { cloneStatements, countByHand, crowdStatements, pageByHand } from './hand-queue.store.ts';
import type { Installation } from './installation.ts';
import { type Line, ms, repeated, seconds, timed, timingOf } from './measure.ts';

const county = '451226';
const goals = { queueMs: 100, batchMs: 10_000, others: 2 } as const;
const records = 5000;

export async function measureQueue(
  installation: Installation,
  total: number,
): Promise<readonly Line[]> {
  const { platform } = installation.composed;
  await installation.asOwner(...crowdStatements(county, total));
  await compactCaseCounts(platform.db);
  await installation.asOwner('vacuum analyze casework_case, casework_count');
  const lines: Line[] = [];
  for (const role of ['county', 'township', 'village'] as const) {
    const get = await installation.as(role);
    for (const [what, address] of [
      ['what waits for me', '/api/casework/cases?limit=50'],
      ['everything open', '/api/casework/cases?whose=all&limit=50'],
      ['in time only', '/api/casework/cases?whose=all&colour=onTime&limit=50'],
      ['one step', '/api/casework/cases?whose=all&step=countyReview&limit=50'],
      ['counts of every step', '/api/casework/counts?whose=all'],
      ['pipeline', '/api/casework/pipeline'],
    ] as const) {
      const { medianMs, p95Ms } = await repeated(() => get(address), { runs: 40, warmUp: 4 });
      lines.push({
        what: `queue, ${total.toLocaleString('en')} open, ${role}: ${what}`,
        goal: `p95 ≤ ${goals.queueMs} ms`,
        measured: `p95 ${ms(p95Ms)}`,
        comparison: `median ${ms(medianMs)}, through the door`,
        met: p95Ms <= goals.queueMs,
      });
    }
  }
  return [...lines, ...(await besideHand(installation, total))];
}

async function besideHand(installation: Installation, total: number): Promise<readonly Line[]> {
  const { platform } = installation.composed;
  const get = await installation.as('township');
  const line = 'identification.townshipReview.TOWNSHIP,township';
  const asOwner = <Result>(work: Parameters<typeof inScope<Result>>[2]) =>
    inScope(platform.db, everything, work, 'read');
  const door = await repeated(
    () => get('/api/casework/cases?whose=all&step=townshipReview&limit=50'),
    { runs: 40, warmUp: 4 },
  );
  const hand = await repeated(
    () => asOwner((tx) => pageByHand(tx, { township: '451226202', line, limit: 51 })),
    { runs: 40, warmUp: 4 },
  );
  const chief = await installation.as('county');
  const counts = await repeated(() => chief('/api/casework/counts?whose=all'), { runs: 20 });
  const counted = await repeated(
    () => asOwner((tx) => countByHand(tx, Number(county), platform.clock.today())),
    { runs: 5, warmUp: 1 },
  );
  return [
    {
      what: `queue, ${total.toLocaleString('en')} open: one step of a township`,
      goal: '',
      measured: `${(door.medianMs / hand.medianMs).toFixed(1)} × by hand`,
      comparison: `${ms(door.medianMs)} through the door, ${ms(hand.medianMs)} the statement alone`,
      met: null,
    },
    {
      what: `queue, ${total.toLocaleString('en')} open: counts of a county`,
      goal: '',
      measured: `${(counts.medianMs / counted.medianMs).toFixed(2)} × counted from the cases`,
      comparison: `${ms(counts.medianMs)} kept, ${ms(counted.medianMs)} counted`,
      met: null,
    },
  ];
}

export async function measureBatch(installation: Installation): Promise<readonly Line[]> {
  const { platform } = installation.composed;
  await installation.asOwner(...cloneStatements(county, records));
  const get = await installation.as('township');
  const addresses = [
    '/api/casework/cases?limit=50',
    '/api/casework/counts',
    '/api/insight/overview',
    '/api/registry/households?limit=50',
  ];
  const read = (round: number) => get(addresses[round % addresses.length] ?? '');
  const quiet = await repeated(read, { runs: 80, warmUp: 8 });
  const post = await installation.asWriter('county');
  const ids = await installation.idsAt('countyReview', records);
  const { id } = (await post('/api/casework/batches', {
    process: 'identification',
    step: 'countyReview',
    outcome: 'approved',
    select: { ids },
  })) as { id: string };
  const times: number[] = [];
  let over = false;
  const others = (async () => {
    for (let round = 0; !over; round += 1) times.push(await timed(() => read(round)));
  })();
  const spent = await timed(() => platform.jobs.runOne());
  over = true;
  await others;
  const officer = await installation.as('county');
  const { decided, refused } = (await officer(`/api/casework/batches/${id}`)) as {
    decided: number;
    refused: number;
  };
  const busy = timingOf(times);
  return [
    {
      what: `batch: ${records.toLocaleString('en')} records decided`,
      goal: `≤ ${seconds(goals.batchMs)}`,
      measured: seconds(spent),
      comparison: `${decided} decided, ${refused} refused; ${ms(spent / records)} a record`,
      met: spent <= goals.batchMs && decided === records,
    },
    {
      what: 'batch: other requests meanwhile',
      goal: `p95 ≤ ${goals.others} × of a quiet moment`,
      measured: `${(busy.p95Ms / quiet.p95Ms).toFixed(1)} ×`,
      comparison: `p95 ${ms(busy.p95Ms)} beside ${ms(quiet.p95Ms)}, ${busy.runs} requests`,
      met: busy.p95Ms <= goals.others * quiet.p95Ms,
    },
  ];
}
