// Makes the ids of a process or a thread: the county, the instant, and randomness. Within one instant every id is
// above the one before it, so that what is ordered by id stands as it was made and not as chance has it.
import { randomBytes } from 'node:crypto';
import { type Id, makeId } from '#domain/kernel/id.ts';

/** Of the 50 bits behind the instant the first id of an instant draws 48; the rest is room for those that follow. */
const drawn = 2 ** 48;
const all = 2 ** 50;
const width = 6;

export function idMaker(milliseconds: () => number): (county: number) => Id {
  let instant = Number.NEGATIVE_INFINITY;
  let place = 0;
  const draw = drawer();
  return (county) => {
    const now = milliseconds();
    // A step by chance, so that nobody tells the next id from one that is known.
    if (now <= instant) place += 1 + (draw() >>> 0);
    if (now > instant || place >= all) {
      instant = Math.max(now, instant + 1);
      place = draw();
    }
    const random = Buffer.alloc(1 + width);
    random[0] = Math.floor(place / drawn);
    random.writeUIntBE(place % drawn, 1, width);
    return makeId({ county, milliseconds: instant, random });
  };
}

/** 48 random bits as a number, drawn in blocks: a county's import makes a quarter of a million ids. */
function drawer(): () => number {
  let block = Buffer.alloc(0);
  let offset = 0;
  return () => {
    if (offset + width > block.length) {
      block = randomBytes(width * 1024);
      offset = 0;
    }
    offset += width;
    return block.readUIntBE(offset - width, width);
  };
}
