// What somebody typed to find a household: digits are the beginning of a household number, a whole
// identity number is matched by its hash, Latin letters are pinyin or initials of the head, everything
// else the beginning of a member's name. Beginnings only, because row security keeps an index for
// ranges and for nothing else.

import { normaliseIdentityNumber } from './identity-number.ts';
import { nameKeyOf } from './name-key.ts';
import { foldLatin } from './pinyin.ts';

export type HouseholdSearch =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'number'; readonly start: string }
  | { readonly kind: 'identity'; readonly number: string }
  | { readonly kind: 'latin'; readonly start: string }
  | { readonly kind: 'name'; readonly start: string };

export function householdSearchOf(text: string): HouseholdSearch {
  const typed = text.normalize('NFKC').trim();
  if (typed === '') return { kind: 'nothing' };
  const number = normaliseIdentityNumber(typed);
  if (/^\d{17}[\dX](\d{2}([0-9A-Z]{2})?)?$/.test(number)) return { kind: 'identity', number };
  const compact = typed.replace(/[\s-]/g, '');
  if (/^[A-Za-z]?\d/.test(compact)) return { kind: 'number', start: compact };
  const latin = foldLatin(typed);
  if (latin !== '' && !/\p{Script=Han}/u.test(typed)) return { kind: 'latin', start: latin };
  const start = nameKeyOf(typed);
  return start === '' ? { kind: 'nothing' } : { kind: 'name', start };
}
