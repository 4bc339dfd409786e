// Makes the ids of a process or a thread: the county, the instant, and randomness.
import { randomBytes } from 'node:crypto';
import { type Id, makeId } from '#domain/kernel/id.ts';

/** Randomness is drawn in blocks: a county's import makes a quarter of a million ids. */
export function idMaker(milliseconds: () => number): (county: number) => Id {
  const width = 7;
  let block = Buffer.alloc(0);
  let offset = 0;
  return (county) => {
    if (offset + width > block.length) {
      block = randomBytes(width * 1024);
      offset = 0;
    }
    const random = block.subarray(offset, offset + width);
    offset += width;
    return makeId({ county, milliseconds: milliseconds(), random });
  };
}
