// What stands in the navigation: at most eight entries, those the signed-in person may open. Pages that
// belong together share one entry and stand beside one another as tabs above the page.
import type { Permission, Role } from '#domain/access/permission.ts';

export const entries = [
  { to: '/overview', text: 'overview', needs: 'insight.read' },
  { to: '/analysis', text: 'analysis', needs: 'insight.read', beside: '/overview' },
  { to: '/figures', text: 'figures', needs: 'insight.read', beside: '/overview' },
  { to: '/quality', text: 'quality', needs: 'insight.read', beside: '/overview' },
  { to: '/burden', text: 'burden', needs: 'insight.read', beside: '/overview' },
  { to: '/map', text: 'map', needs: 'insight.read', beside: '/overview' },
  { to: '/charts', text: 'charts', needs: 'insight.read', beside: '/overview' },
  { to: '/board', text: 'board', needs: 'insight.read', beside: '/overview' },
  { to: '/bulletins', text: 'bulletins', needs: 'insight.read', beside: '/overview' },
  { to: '/households', text: 'households', needs: 'registry.read' },
  { to: '/imports', text: 'imports', needs: 'exchange.import', beside: '/households' },
  { to: '/glass', text: 'glass', needs: 'registry.glass', beside: '/households' },
  { to: '/cases', text: 'cases', needs: 'casework.read' },
  { to: '/pipeline', text: 'pipeline', needs: 'insight.read', beside: '/cases' },
  { to: '/campaigns', text: 'campaigns', needs: 'casework.campaign', beside: '/cases' },
  { to: '/notices', text: 'notices', needs: 'publicity.read', beside: '/cases' },
  { to: '/candidates', text: 'candidates', needs: 'insight.read', beside: '/cases' },
  { to: '/exits', text: 'exits', needs: 'insight.read', beside: '/cases' },
  { to: '/duplicates', text: 'duplicates', needs: 'registry.merge', beside: '/cases' },
  { to: '/rosters', text: 'rosters', needs: 'insight.read', beside: '/cases' },
  { to: '/signatures', text: 'signatures', needs: 'insight.read', beside: '/cases' },
  { to: '/samples', text: 'samples', needs: 'supervision.read', beside: '/cases' },
  { to: '/comparisons', text: 'comparisons', needs: 'insight.read', beside: '/cases' },
  {
    to: '/department-lists',
    text: 'departmentLists',
    needs: 'targeting.deliver',
    beside: '/cases',
  },
  { to: '/helpers', text: 'helpers', needs: 'workforce.read', as: 'help' },
  { to: '/visits', text: 'visits', needs: 'workforce.visit', beside: '/helpers' },
  { to: '/market', text: 'market', needs: 'workforce.read', beside: '/helpers' },
  { to: '/plans', text: 'plans', needs: 'assistance.read', beside: '/helpers' },
  { to: '/registers', text: 'registers', needs: 'assistance.read', beside: '/helpers' },
  { to: '/deliveries', text: 'deliveries', needs: 'assistance.deliver', beside: '/helpers' },
  { to: '/problems', text: 'problems', needs: 'monitoring.read', as: 'work' },
  {
    to: '/orders',
    text: 'orders',
    needs: 'monitoring.read',
    beside: '/problems',
  },
  {
    to: '/tasks',
    text: 'tasks',
    needs: 'monitoring.read',
    beside: '/problems',
  },
  {
    to: '/delivery',
    text: 'delivery',
    needs: 'monitoring.read',
    beside: '/problems',
  },
  {
    to: '/organisation',
    text: 'organisation',
    needs: 'workforce.read',
    beside: '/problems',
  },
  { to: '/meetings', text: 'meetings', needs: 'workforce.read', beside: '/problems' },
  { to: '/grid', text: 'grid', needs: 'workforce.visit', beside: '/problems' },
  {
    to: '/supervisors',
    text: 'supervisors',
    needs: 'workforce.manage',
    beside: '/problems',
  },
  {
    to: '/indicators',
    text: 'indicators',
    needs: 'registry.indicators',
    beside: '/problems',
  },
  { to: '/money', text: 'money', needs: 'funds.read' },
  { to: '/flow', text: 'flow', needs: 'funds.read', beside: '/money' },
  { to: '/consolidation', text: 'consolidation', needs: 'funds.read', beside: '/money' },
  { to: '/findings', text: 'findings', needs: 'funds.audit', beside: '/money' },
  { to: '/payments', text: 'payments', needs: 'funds.desk', beside: '/money' },
  { to: '/projects', text: 'projects', needs: 'funds.desk', beside: '/money' },
  { to: '/loans', text: 'loans', needs: 'funds.loans', beside: '/money' },
  { to: '/assets', text: 'assets', needs: 'funds.read', beside: '/money' },
  { to: '/fund-rules', text: 'fundRules', needs: 'funds.read', beside: '/money' },
  { to: '/packs', text: 'packs', needs: 'policy.read' },
  { to: '/runs', text: 'runs', needs: 'targeting.read', beside: '/packs' },
  { to: '/simulations', text: 'simulations', needs: 'insight.simulate', beside: '/packs' },
  { to: '/accounts', text: 'accounts', needs: 'access.manage', as: 'administration' },
  { to: '/areas', text: 'areas', needs: 'registry.areas', beside: '/accounts' },
  { to: '/audit', text: 'audit', needs: 'audit.read', beside: '/accounts' },
  // Last, so that nobody who only receives lands here.
  { to: '/explore', text: 'explore', needs: 'insight.receive', beside: '/overview' },
] as const satisfies readonly {
  readonly to: string;
  readonly text: string;
  readonly needs: Permission;
  /** What the entry is called where several pages share it. */
  readonly as?: string;
  /** The page whose entry it shares. */
  readonly beside?: string;
}[];

export type Entry = (typeof entries)[number];

/** One entry of the navigation: the pages that share it, the first of which it opens. */
export interface Place {
  readonly to: Entry['to'];
  readonly text: Entry['text'] | 'administration' | 'help' | 'work';
  readonly pages: readonly Entry[];
}

export function placesOf(permissions: readonly Permission[]): readonly Place[] {
  const open = entries.filter((entry) => permissions.includes(entry.needs));
  const leaders = [...new Set(open.map(leaderOf))];
  return leaders.flatMap((leader) => {
    const pages = open.filter((entry) => leaderOf(entry) === leader);
    const [first] = pages;
    if (first === undefined) return [];
    const shared = pages.find((entry) => 'as' in entry && pages.length > 1);
    const text = shared !== undefined && 'as' in shared ? shared.as : first.text;
    return [{ to: first.to, text, pages }];
  });
}

function leaderOf(entry: Entry): string {
  return 'beside' in entry ? entry.beside : entry.to;
}

/** The entry somebody stands in, by the address. */
export function placeAt(places: readonly Place[], path: string): Place | undefined {
  return places.find(({ pages }) => pages.some((page) => isAt(page, path)));
}

/** Pages that no entry names, and whose entry they stand in. */
const within: Readonly<Record<string, Entry['to']>> = {
  conflicts: '/households',
  screen: '/overview',
  nominations: '/cases',
  villages: '/plans',
};

export function isAt({ to }: Pick<Entry, 'to'>, path: string): boolean {
  const own = path.split('/')[1] ?? '';
  const at = Object.hasOwn(within, own) ? (within[own] ?? path) : path;
  return at === to || at.startsWith(`${to}/`);
}

/** Whose day begins elsewhere than at the first place: visits that are due, questions to the books, draws, accounts. */
const homes: Readonly<Partial<Record<Role, Entry['to']>>> = {
  helper: '/visits',
  auditor: '/findings',
  supervisor: '/samples',
  admin: '/accounts',
};

/** Where somebody lands: where their own work waits, otherwise the first thing they may open. */
export function homeOf(permissions: readonly Permission[], role?: Role): Entry['to'] | '/security' {
  const places = placesOf(permissions);
  const own = role === undefined ? undefined : homes[role];
  const isOpen = places.some(({ pages }) => pages.some(({ to }) => to === own));
  return own !== undefined && isOpen ? own : (places[0]?.to ?? '/security');
}
