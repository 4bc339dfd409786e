// An amount as people type it, in fen for the wire; undefined where it is none.
import { parseYuan } from '#domain/kernel/fen.ts';

export function fenOfTyped(typed: string): number | undefined {
  const fen = parseYuan(typed);
  return fen === undefined || fen <= 0n ? undefined : Number(fen);
}
