// The width something has on the page, so that a drawing is laid out for it and never scaled: text stays
// as large on a phone as on a wall. What appears only later, on a phone that was turned, is measured then.
import { type RefCallback, useCallback, useState } from 'react';

export function useWidth<Of extends HTMLElement>(): readonly [RefCallback<Of>, number] {
  const [width, setWidth] = useState(0);
  const holder = useCallback((element: Of | null) => {
    if (element === null) return undefined;
    const measure = () => {
      const now = Math.floor(element.getBoundingClientRect().width);
      // What is out of sight for a moment has no width; it is not taken down for that.
      setWidth((before) => (now === 0 ? before : now));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return [holder, width];
}
