// Whether the page is as narrow as a phone, where rows become cards, or too narrow for something beside
// the list.
import { useSyncExternalStore } from 'react';

export function useNarrow(): boolean {
  return useBelow(720);
}

/** True while the window is at most so many pixels wide. */
export function useBelow(pixels: number): boolean {
  const query = window.matchMedia(`(max-width: ${pixels}px)`);
  return useSyncExternalStore(
    (listener) => {
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => query.matches,
  );
}
