// What stands in the navigation: at most eight entries, those the signed-in person may open.
import type { Permission } from '#domain/access/permission.ts';

export const entries = [
  { to: '/overview', text: 'overview', needs: 'insight.read' },
  { to: '/households', text: 'households', needs: 'registry.read' },
  { to: '/runs', text: 'runs', needs: 'targeting.read' },
  { to: '/imports', text: 'imports', needs: 'exchange.import' },
  { to: '/packs', text: 'packs', needs: 'policy.read' },
  { to: '/areas', text: 'areas', needs: 'registry.areas' },
  { to: '/audit', text: 'audit', needs: 'audit.read' },
  { to: '/accounts', text: 'accounts', needs: 'access.manage' },
] as const satisfies readonly { to: string; text: string; needs: Permission }[];

export type Entry = (typeof entries)[number];

export function entriesOf(permissions: readonly Permission[]): readonly Entry[] {
  return entries.filter((entry) => permissions.includes(entry.needs));
}

/** Where somebody lands: the first thing they may open. */
export function homeOf(permissions: readonly Permission[]): Entry['to'] | '/security' {
  return entriesOf(permissions)[0]?.to ?? '/security';
}
