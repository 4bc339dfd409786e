// j and k go down and up the rows of a list; Enter is the link's own key; Escape closes what is open.
import { type RefObject, useEffect } from 'react';

interface RowKeys {
  readonly list: RefObject<HTMLElement | null>;
  /** The row that is open beside the list. */
  readonly open: string | undefined;
  readonly onOpen: ((id: string) => void) | undefined;
  readonly onClose: () => void;
  /** Called when somebody goes down from the last row. */
  readonly onEnd: () => void;
}

export function useRowKeys({ list, open, onOpen, onClose, onEnd }: RowKeys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
      if (event.key === 'Escape' && open !== undefined) return onClose();
      if (event.key !== 'j' && event.key !== 'k') return;
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-household]') ?? [])];
      const focused = rows.findIndex((row) => row.contains(document.activeElement));
      const at = focused < 0 ? rows.findIndex((row) => row.dataset.household === open) : focused;
      const next = rows[at + (event.key === 'j' ? 1 : -1)];
      event.preventDefault();
      if (next === undefined) {
        if (event.key === 'j') onEnd();
        return;
      }
      next.querySelector<HTMLElement>('a')?.focus({ preventScroll: true });
      next.scrollIntoView({ block: 'nearest' });
      const id = next.dataset.household;
      if (open !== undefined && id !== undefined) onOpen?.(id);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}

function isBusy(target: EventTarget | null): boolean {
  const typing = target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  return typing || document.querySelector('dialog[open]') !== null;
}
