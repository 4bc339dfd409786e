// Placing things on the board: what is dragged says what it is, where it lands says what becomes of it.
import { useWrite } from '#web/client/read.ts';

export interface Piece {
  readonly kind: 'unit' | 'team' | 'project';
  readonly id: string;
}

export interface Placing {
  readonly plan: (village: string, year: number | null) => void;
  readonly put: (piece: Piece, area: string) => void;
  readonly error: Error | null;
}

export function usePlacing(): Placing {
  const write = useWrite('POST /api/insight/board/placements', {
    stale: ['GET /api/insight/board'],
  });
  return {
    plan: (area, year) => write.mutate({ body: { area, year } }),
    put: (piece, area) => write.mutate({ body: { piece, area } }),
    error: write.error,
  };
}

/** What is being dragged, as plain text of the drag. */
export type Dragged = { readonly village: string } | { readonly piece: Piece };

export function carry(transfer: DataTransfer, what: Dragged): void {
  const said =
    'village' in what ? `village ${what.village}` : `${what.piece.kind} ${what.piece.id}`;
  transfer.setData('text/plain', said);
  transfer.effectAllowed = 'move';
}

export function carried(transfer: DataTransfer): Dragged | undefined {
  const [kind, id] = transfer.getData('text/plain').split(' ');
  if (id === undefined) return undefined;
  if (kind === 'village') return { village: id };
  return kind === 'unit' || kind === 'team' || kind === 'project'
    ? { piece: { kind, id } }
    : undefined;
}
