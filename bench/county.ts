// County size: the demonstration of 45,700 surveyed and 18,434 registered households, read as the county
// officer reads it.

import type { Installation } from './installation.ts';
import { type Line, ms, repeated } from './measure.ts';

const goal = 50;

export async function measureCounty(installation: Installation): Promise<readonly Line[]> {
  const get = await installation.as('county');
  const page = (await get('/api/registry/households?registered=true&limit=50')) as {
    items: { id: string }[];
  };
  const ids = page.items.map((item) => item.id);
  const steps: readonly (readonly [string, (round: number) => string])[] = [
    ['county: overview', () => '/api/insight/overview'],
    ['county: first page of the register', () => '/api/registry/households?registered=true'],
    [
      'county: first page, by cause, poorest first',
      () => '/api/registry/households?registered=true&cause=ILLNESS&sort=income',
    ],
    [
      'county: first page, one township by name',
      () => '/api/registry/households?area=451226202&sort=name',
    ],
    [
      'county: count of a filter',
      () => '/api/registry/households/count?cause=CAPITAL&incomeBelow=2952',
    ],
    ['county: household page', (round) => `/api/registry/households/${ids[round % ids.length]}`],
    [
      'county: household score explained',
      (round) => `/api/targeting/households/${ids[round % ids.length]}/score`,
    ],
    [
      'county: one decision explained, with what would change it',
      (round) =>
        `/api/targeting/households/${ids[round % ids.length]}/decisions/sheet.householdAssessment`,
    ],
    [
      'county: every decision about a household',
      (round) => `/api/targeting/households/${ids[round % ids.length]}/decisions`,
    ],
  ];
  const lines: Line[] = [];
  for (const [what, address] of steps) {
    const { medianMs, p95Ms } = await repeated((round) => get(address(round)));
    lines.push({
      what,
      goal: `p95 ≤ ${goal} ms`,
      measured: `p95 ${ms(p95Ms)}`,
      comparison: `median ${ms(medianMs)}`,
      met: p95Ms <= goal,
    });
  }
  return lines;
}
