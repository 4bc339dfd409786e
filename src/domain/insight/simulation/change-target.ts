// What a change is about, without the schemas of changes: the browser needs it too.

import type { Change } from '#domain/insight/simulation/change.ts';

/** What two changes must share to be about the same thing; of two the later one counts. */
export function targetOf(change: Change): string {
  switch (change.kind) {
    case 'cutOff':
      return 'cutOff';
    case 'parameter':
      return `parameter ${change.id}`;
    case 'weight':
      return `weight ${change.item}`;
    case 'points':
      return `points ${change.item} ${change.at}`;
    case 'veto':
      return `veto ${change.veto}`;
    case 'benefit':
      return `benefit ${change.benefit}`;
  }
}
