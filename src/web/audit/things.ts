// Where the things that acts are about have a page, for whoever may open it.
import type { Permission } from '#domain/access/permission.ts';

interface Home {
  /** Before the id. */
  readonly path: string;
  readonly permission: Permission;
}

const homes: Readonly<Record<string, Home>> = {
  household: { path: '/households/', permission: 'registry.read' },
  import: { path: '/imports/', permission: 'exchange.import' },
  draft: { path: '/packs/drafts/', permission: 'policy.draft' },
  case: { path: '/cases/', permission: 'casework.read' },
  batch: { path: '/cases/batches/', permission: 'casework.read' },
  roster: { path: '/rosters/', permission: 'casework.read' },
  notice: { path: '/notices/', permission: 'publicity.read' },
  run: { path: '/runs/', permission: 'targeting.read' },
  candidates: { path: '/candidates/', permission: 'targeting.read' },
  list: { path: '/comparisons/', permission: 'targeting.deliver' },
  helper: { path: '/helpers/', permission: 'workforce.read' },
  proposal: { path: '/helpers/proposals/', permission: 'workforce.manage' },
  unit: { path: '/organisation/units/', permission: 'workforce.read' },
  meeting: { path: '/meetings/', permission: 'workforce.read' },
  plan: { path: '/plans/', permission: 'assistance.read' },
  paymentList: { path: '/payments/', permission: 'funds.desk' },
  entry: { path: '/money/entries/', permission: 'funds.read' },
  project: { path: '/projects/', permission: 'funds.desk' },
  asset: { path: '/assets/', permission: 'funds.read' },
  loan: { path: '/loans/', permission: 'funds.loans' },
  problem: { path: '/problems/', permission: 'monitoring.read' },
  task: { path: '/tasks/', permission: 'monitoring.read' },
  circular: { path: '/orders/circulars/', permission: 'monitoring.read' },
  bulletin: { path: '/bulletins/', permission: 'insight.read' },
};

/** Kinds that two capabilities use for things of their own. */
const ownHomes: Readonly<Record<string, Home>> = {
  'casework campaign': { path: '/campaigns/', permission: 'casework.read' },
  'supervision campaign': { path: '/samples/', permission: 'supervision.read' },
  'monitoring order': { path: '/orders/', permission: 'monitoring.read' },
  'assistance delivery': { path: '/deliveries/', permission: 'assistance.deliver' },
};

/** What acts may be asked for by, households first, as most is about them. A look in an emergency is its opener's alone. */
export const kindsOfThings: readonly string[] = [
  ...Object.keys(homes),
  'glass',
  'campaign',
  'account',
];

/** Which kind of thing a fact that holds an id means, where it is not named after it. */
const meant: Readonly<Record<string, string>> = {
  from: 'helper',
  to: 'helper',
  successor: 'helper',
  gone: 'household',
};

export interface Thing {
  readonly kind: string;
  readonly id: string;
}

export function thingOfFact(fact: string, id: string): Thing {
  return { kind: meant[fact] ?? fact, id };
}

export function addressOf(
  act: string,
  { kind, id }: Thing,
  may: (permission: Permission) => boolean,
): string | undefined {
  const [capability] = act.split('.');
  const home = ownHomes[`${capability} ${kind}`] ?? homes[kind];
  return home === undefined || !may(home.permission) ? undefined : `${home.path}${id}`;
}
