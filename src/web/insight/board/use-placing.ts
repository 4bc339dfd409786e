// Placing things on the board: what is dragged says what it is, where it lands says what becomes of it.
import { useWrite } from '#web/client/read.ts';

export interface Placing {
  readonly plan: (village: string, year: number | null) => void;
  readonly put: (unit: string, area: string) => void;
  readonly error: Error | null;
}

export function usePlacing(): Placing {
  const write = useWrite('POST /api/insight/board/placements', {
    stale: ['GET /api/insight/board'],
  });
  return {
    plan: (area, year) => write.mutate({ body: { area, year } }),
    put: (unit, area) => write.mutate({ body: { unit, area } }),
    error: write.error,
  };
}

/** What is being dragged, as plain text of the drag. */
export type Dragged = { readonly village: string } | { readonly unit: string };

export function carry(transfer: DataTransfer, what: Dragged): void {
  transfer.setData(
    'text/plain',
    'village' in what ? `village ${what.village}` : `unit ${what.unit}`,
  );
  transfer.effectAllowed = 'move';
}

export function carried(transfer: DataTransfer): Dragged | undefined {
  const [kind, id] = transfer.getData('text/plain').split(' ');
  if (id === undefined) return undefined;
  return kind === 'village' ? { village: id } : kind === 'unit' ? { unit: id } : undefined;
}
