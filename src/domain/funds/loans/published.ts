// What was published of loans beside what the books say: a number agrees where it lies in the span its
// printing leaves open, and a rate whose base was not printed tells which bases would give it.
import { type Interval, readPrinted } from '#domain/policy/pack/printed-number.ts';

export function agrees(ours: number, { least, most, mostOpen }: Interval): boolean {
  return ours >= least && (mostOpen === true ? ours < most : ours <= most);
}

/** The whole numbers of which `part` is this share as printed; undefined where none is. */
export function basesOfShare(
  part: number,
  printed: string,
): { readonly least: number; readonly most: number } | undefined {
  const share = readPrinted(printed, true);
  if (share === undefined || share.least <= 0) return undefined;
  const least = Math.ceil((part / share.most) * 100);
  const most = Math.floor((part / share.least) * 100);
  return least > most ? undefined : { least, most };
}
