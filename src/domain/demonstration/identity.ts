// Identity numbers of invented persons: the area code nobody was ever given, the birth day, a running
// number of that day whose parity is the sex, and the true check character. Each is given once. One
// sex can be born 500 times on one day, more than a province of four million needs.

import { dayNumberOf, type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import {
  checkCharacterOf,
  demonstrationAreaCode,
  type Sex,
} from '#domain/registry/identity-number.ts';

export interface NumberGiver {
  next(birth: PlainDate, sex: Sex): string;
}

const firstDay = dayNumberOf(plainDate('1890-01-01'));
const lastDay = dayNumberOf(plainDate('2035-12-31'));

/**
 * `from` leaves the first so many of each day to somebody else: the demonstration in the database, and
 * files written to be imported beside it, must not name the same person.
 */
export function numberGiver(from = 0): NumberGiver {
  const given = new Uint16Array((lastDay - firstDay + 1) * 2);
  return {
    next(birth, sex) {
      const place = (dayNumberOf(birth) - firstDay) * 2 + (sex === 'male' ? 1 : 0);
      const turn = Math.max(from, given[place] ?? 0);
      if (turn >= 500) throw new Error(`all numbers of ${birth} are given`);
      given[place] = turn + 1;
      const running = String(turn * 2 + (sex === 'male' ? 1 : 0)).padStart(3, '0');
      const digits = demonstrationAreaCode + birth.replaceAll('-', '') + running;
      return digits + checkCharacterOf(digits);
    },
  };
}
