// The width something has on the page, so that a drawing is laid out for it and never scaled: text stays
// as large on a phone as on a wall.
import { type RefObject, useEffect, useRef, useState } from 'react';

export function useWidth<Of extends HTMLElement>(): readonly [RefObject<Of | null>, number] {
  const holder = useRef<Of>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const { current } = holder;
    if (current === null) return undefined;
    const measure = () => setWidth(Math.floor(current.getBoundingClientRect().width));
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(current);
    return () => watch.disconnect();
  }, []);
  return [holder, width];
}
