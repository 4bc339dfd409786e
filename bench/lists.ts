// Every list page of a county, read as its officer reads it: the first page, and the page after it where there
// is one. Beside each the time of a request that reads nothing but the account, as a ratio.
import { keepHelpSums } from '#server/assistance/keep-sums.ts';
import type { Installation } from './installation.ts';
import { type Line, ms, repeated } from './measure.ts';

const goal = 50;

/** What the list pages ask for when they are opened, by the page. */
const lists: readonly (readonly [page: string, address: string])[] = [
  ['households', '/api/registry/households?registered=true'],
  ['conflicts', '/api/registry/conflicts'],
  ['duplicates', '/api/registry/duplicates'],
  ['indicators', '/api/registry/indicators'],
  ['glass', '/api/registry/glass'],
  ['imports', '/api/exchange/imports'],
  ['cases', '/api/casework/cases'],
  ['case counts', '/api/casework/counts'],
  ['pipeline', '/api/casework/pipeline'],
  ['reminders', '/api/casework/reminders'],
  ['campaigns', '/api/casework/campaigns'],
  ['rosters', '/api/casework/rosters'],
  ['signatures', '/api/casework/signatures'],
  ['exits', '/api/casework/exits'],
  ['candidates', '/api/targeting/candidates'],
  ['leads', '/api/targeting/leads'],
  ['department lists', '/api/targeting/lists'],
  ['runs', '/api/targeting/runs'],
  ['samples', '/api/supervision/campaigns'],
  ['helpers', '/api/workforce/helpers'],
  ['coverage', '/api/workforce/coverage'],
  ['households without a helper', '/api/workforce/uncovered'],
  ['visits due', '/api/workforce/due'],
  ['visits due, counts', '/api/workforce/due/counts'],
  ['findings', '/api/workforce/findings'],
  ['doubted visits', '/api/workforce/visits/doubted'],
  ['hand-overs', '/api/workforce/handovers'],
  ['units', '/api/workforce/units'],
  ['interviews', '/api/workforce/interviews'],
  ['organisation', '/api/workforce/organisation'],
  ['plans that wait', '/api/assistance/plans?show=waiting'],
  ['households without a plan', '/api/assistance/plans?show=none'],
  ['plans with something late', '/api/assistance/plans?show=late'],
  ['all plans', '/api/assistance/plans?show=all'],
  ['plans: summary', '/api/assistance/summary'],
  ['registers', '/api/assistance/books?area=451226202202'],
  ['deliveries', '/api/assistance/lists'],
  ['disputes', '/api/assistance/disputes'],
  ['problems', '/api/monitoring/problems'],
  ['problems, counts', '/api/monitoring/problems/counts'],
  ['orders', '/api/monitoring/orders'],
  ['order parts', '/api/monitoring/order-parts'],
  ['tasks', '/api/monitoring/tasks'],
  ['promises', '/api/monitoring/tasks?kind=promise'],
  ['delivery of policies', '/api/monitoring/delivery'],
  ['circulars', '/api/monitoring/circulars'],
  ['money: balances', '/api/funds/balances'],
  ['money: lines', '/api/funds/lines'],
  ['money: orders', '/api/funds/orders'],
  ['money: books', '/api/funds/books'],
  ['payments', '/api/funds/lists'],
  ['notices', '/api/publicity/notices'],
  ['objections', '/api/publicity/objections'],
  ['quality', '/api/insight/quality'],
  ['burden', '/api/insight/burden'],
  ['asked twice', '/api/insight/burden/asked-twice'],
  ['nominees', '/api/casework/nominees'],
  ['batches', '/api/casework/batches'],
  ['pairs to look at', '/api/targeting/pairs'],
  ['leads, counts', '/api/targeting/leads/counts'],
  ['projects', '/api/funds/projects'],
  ['assets', '/api/funds/assets'],
  ['loans', '/api/funds/loans'],
  ['loan papers', '/api/funds/loan-papers'],
  ['credit', '/api/funds/credit'],
  ['associations', '/api/funds/associations'],
  ['entrusted contracts', '/api/funds/entrusted'],
  ['money: months', '/api/funds/months'],
  ['money: findings', '/api/funds/findings'],
  ['reports', '/api/publicity/reports'],
  ['slips', '/api/publicity/slips'],
  ['bulletins', '/api/insight/bulletins'],
  ['shared views', '/api/insight/views'],
  ['figures', '/api/insight/figures'],
  ['packs', '/api/policy/packs'],
  ['documents', '/api/monitoring/documents'],
  ['grid', '/api/workforce/grid'],
  ['incidents', '/api/workforce/incidents'],
  ['meetings', '/api/workforce/meetings'],
  ['schedule', '/api/workforce/schedule'],
  ['supervisors', '/api/workforce/supervisors'],
  ['accounts', '/api/access/accounts'],
  ['areas', '/api/registry/areas'],
  ['audit', '/api/audit/entries'],
];

export async function measureLists(
  installation: Installation,
  runs = 60,
): Promise<readonly Line[]> {
  // As a running server and its database do in the first minutes: sums are kept, rows are vacuumed.
  await keepHelpSums(installation.composed.platform.db);
  await installation.asOwner('vacuum analyze');
  const get = await installation.as('county');
  const nothing = await repeated(() => get('/api/access/me'), { runs });
  const lines: Line[] = [];
  for (const [page, address] of lists) {
    const first = (await get(address)) as { next?: string | null };
    const next = typeof first.next === 'string' ? `&cursor=${encodeURIComponent(first.next)}` : '';
    const second = next === '' ? address : `${address}${address.includes('?') ? '' : '?'}${next}`;
    const { medianMs, p95Ms } = await repeated((round) => get(round % 2 === 0 ? address : second), {
      runs,
    });
    lines.push({
      what: `list: ${page}`,
      goal: `p95 ≤ ${goal} ms`,
      measured: `p95 ${ms(p95Ms)}`,
      comparison: `median ${ms(medianMs)}, ${(medianMs / nothing.medianMs).toFixed(1)} × one's own account`,
      met: p95Ms <= goal,
    });
  }
  return lines;
}
