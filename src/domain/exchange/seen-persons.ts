// Who has been met in a file, kept in 12 bytes a person: a province has four million. The 18 characters
// of an identity number hold 47 bits (county, day of birth, sequence), which a float64 carries exactly.

import { dayNumberOf, makePlainDate } from '#domain/kernel/plain-date.ts';

export interface SeenPersons {
  /** The row in which the number was met before; undefined the first time, when it is remembered. */
  meet(citizen: string, row: number): number | undefined;
}

const startSize = 1 << 14;

export function createSeenPersons(): SeenPersons {
  let keys = new Float64Array(startSize).fill(-1);
  let rows = new Int32Array(startSize);
  let count = 0;

  function slotOf(key: number, table: Float64Array): number {
    const mask = table.length - 1;
    let slot = Math.imul((key % 0x1fffffff) | 0, 0x9e3779b1) >>> 0;
    for (slot &= mask; table[slot] !== -1 && table[slot] !== key; slot = (slot + 1) & mask);
    return slot;
  }

  function grow(): void {
    const moreKeys = new Float64Array(keys.length * 2).fill(-1);
    const moreRows = new Int32Array(keys.length * 2);
    for (let slot = 0; slot < keys.length; slot += 1) {
      const key = keys[slot] ?? -1;
      if (key === -1) continue;
      const target = slotOf(key, moreKeys);
      moreKeys[target] = key;
      moreRows[target] = rows[slot] ?? 0;
    }
    keys = moreKeys;
    rows = moreRows;
  }

  return {
    meet(citizen, row) {
      const key = keyOf(citizen);
      const slot = slotOf(key, keys);
      if (keys[slot] === key) return rows[slot];
      keys[slot] = key;
      rows[slot] = row;
      count += 1;
      if (count * 2 > keys.length) grow();
      return undefined;
    },
  };
}

/** The check character follows from the others, so it is left out. */
function keyOf(citizen: string): number {
  const county = Number(citizen.slice(0, 6));
  const birth = makePlainDate(
    Number(citizen.slice(6, 10)),
    Number(citizen.slice(10, 12)),
    Number(citizen.slice(12, 14)),
  );
  const day = birth === undefined ? 0 : dayNumberOf(birth) + 800_000;
  return (county * 2 ** 21 + day) * 1024 + Number(citizen.slice(14, 17));
}
