// Yuan as typed, as fen that travel; null where nothing, or no amount, is written.
import { fenToNumber, parseYuan } from '#domain/kernel/fen.ts';

export function fenOf(text: string): number | null {
  const fen = text.trim() === '' ? undefined : parseYuan(text);
  return fen === undefined || fen < 0n ? null : fenToNumber(fen);
}
