// The share of records that do not keep a rule, for drawing and as people read it.
import { shownShare as shareText } from '#web/text/number.ts';

export interface Counted {
  readonly checked: number;
  readonly failing: number;
}

export function shareOf({ checked, failing }: Counted): number {
  return checked === 0 ? 0 : failing / checked;
}

/** As every share: what is not nothing is never shown as nothing; nothing checked is a dash. */
export function shownShare({ checked, failing }: Counted): string {
  return shareText(failing, checked);
}
