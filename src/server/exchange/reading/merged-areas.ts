// Merged areas stand behind the rows in a sheet's XML, yet they decide what the rows mean: a household
// written once beside five members. So they are found first, by a pass that only looks for their tag.
import { columnOfReference } from '#domain/exchange/sheet-row.ts';

export interface MergedArea {
  readonly firstRow: number;
  readonly lastRow: number;
  /** 0-based. */
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** Areas by the row they begin in. */
export type MergedAreas = ReadonlyMap<number, readonly MergedArea[]>;

const mark = Buffer.from('mergeCell ');
const overlapBytes = 96;
const areasMax = 500_000;

export async function findMergedAreas(chunks: AsyncIterable<Buffer>): Promise<MergedAreas> {
  const areas = new Map<number, MergedArea[]>();
  let count = 0;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let at = 0;
    for (;;) {
      const found = bytes.indexOf(mark, at);
      if (found < 0 || found + overlapBytes > bytes.length) {
        rest = bytes.subarray(found < 0 ? Math.max(at, bytes.length - mark.length) : found);
        break;
      }
      at = found + mark.length;
      if (count < areasMax && take(bytes, found)) count += 1;
    }
  }
  for (let at = rest.indexOf(mark); at >= 0; at = rest.indexOf(mark, at + 1)) take(rest, at);

  function take(bytes: Buffer, at: number): boolean {
    const area = areaOf(bytes.toString('latin1', at, at + overlapBytes));
    if (area === undefined) return false;
    const sameRow = areas.get(area.firstRow);
    if (sameRow === undefined) areas.set(area.firstRow, [area]);
    else sameRow.push(area);
    return true;
  }

  return areas;
}

export function areaOf(tag: string): MergedArea | undefined {
  const match = /\sref\s*=\s*["']\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})["']/.exec(
    tag,
  );
  if (match === null) return undefined;
  return {
    firstColumn: columnOfReference(match[1] ?? ''),
    firstRow: Number(match[2]),
    lastColumn: columnOfReference(match[3] ?? ''),
    lastRow: Number(match[4]),
  };
}
