// Closes what hangs open when somebody presses elsewhere or Escape.
import { type RefObject, useEffect } from 'react';

export function useClosing(
  holder: RefObject<HTMLElement | null>,
  open: boolean,
  close: () => void,
): void {
  useEffect(() => {
    if (!open) return undefined;
    const press = (event: Event) => {
      const inside =
        event.target instanceof Node && holder.current?.contains(event.target) === true;
      const escaped = event instanceof KeyboardEvent && event.key === 'Escape';
      if (escaped || (event.type === 'pointerdown' && !inside)) close();
    };
    document.addEventListener('pointerdown', press);
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('pointerdown', press);
      document.removeEventListener('keydown', press);
    };
  });
}
