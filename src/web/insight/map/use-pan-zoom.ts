// Moving about a map: drag, wheel, pinch, buttons and arrow keys. One view for shapes and points alike.
import {
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';

export interface MapView {
  /** Pixels a unit of the map. */
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface MapSize {
  readonly width: number;
  readonly height: number;
}

const closest = 64;

/** The view in which the whole map is seen. */
export function wholeView(map: MapSize, screen: MapSize): MapView {
  const scale = Math.min(screen.width / map.width, screen.height / map.height);
  return {
    scale,
    x: (screen.width - map.width * scale) / 2,
    y: (screen.height - map.height * scale) / 2,
  };
}

export function zoomedAt(
  view: MapView,
  by: number,
  at: { readonly x: number; readonly y: number },
  least: number,
): MapView {
  const scale = Math.min(Math.max(view.scale * by, least), least * closest);
  const ratio = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio };
}

export function usePanZoom(map: MapSize, screen: MapSize) {
  const whole = wholeView(map, screen);
  const key = `${map.width} ${map.height} ${screen.width} ${screen.height}`;
  const [kept, setKept] = useState({ key, view: whole });
  const view = kept.key === key ? kept.view : whole;
  const now = useRef({ view, whole, key });
  now.current = { view, whole, key };
  const set = useCallback((next: MapView) => setKept({ key: now.current.key, view: next }), []);
  const zoom = useCallback(
    (by: number, at: { readonly x: number; readonly y: number }) =>
      set(zoomedAt(now.current.view, by, at, now.current.whole.scale)),
    [set],
  );
  const holder = useRef<HTMLDivElement>(null);
  useWheel(holder, zoom);
  const drag = useDrag(now, set, zoom);
  const middle = { x: screen.width / 2, y: screen.height / 2 };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = 60;
    const { x, y } = view;
    const moves: Readonly<Record<string, MapView | undefined>> = {
      ArrowLeft: { ...view, x: x + step },
      ArrowRight: { ...view, x: x - step },
      ArrowUp: { ...view, y: y + step },
      ArrowDown: { ...view, y: y - step },
      '+': zoomedAt(view, 1.5, middle, whole.scale),
      '=': zoomedAt(view, 1.5, middle, whole.scale),
      '-': zoomedAt(view, 1 / 1.5, middle, whole.scale),
      '0': whole,
    };
    const next = moves[event.key];
    if (next === undefined || event.target !== event.currentTarget) return;
    event.preventDefault();
    set(next);
  };
  return {
    view,
    holder,
    handlers: { ...drag.handlers, onKeyDown },
    /** True right after a drag, so that letting go presses nothing. */
    wasDragged: drag.wasDragged,
    zoomIn: () => zoom(1.6, middle),
    zoomOut: () => zoom(1 / 1.6, middle),
    zoomTo: zoom,
    reset: () => set(whole),
    isWhole: view.scale <= whole.scale * 1.01,
  };
}

type Zoom = (by: number, at: { readonly x: number; readonly y: number }) => void;

/** React listens to wheels passively, which cannot keep the page from scrolling. */
function useWheel(holder: { readonly current: HTMLDivElement | null }, zoom: Zoom): void {
  useEffect(() => {
    const { current } = holder;
    if (current === null) return undefined;
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey && !current.contains(document.activeElement)) return;
      event.preventDefault();
      const box = current.getBoundingClientRect();
      zoom(Math.exp(-event.deltaY / 400), {
        x: event.clientX - box.left,
        y: event.clientY - box.top,
      });
    };
    current.addEventListener('wheel', turn, { passive: false });
    return () => current.removeEventListener('wheel', turn);
  }, [holder, zoom]);
}

interface Now {
  readonly current: { readonly view: MapView };
}

function useDrag(now: Now, set: (view: MapView) => void, zoom: Zoom) {
  const pointers = useRef(new Map<number, { x: number; y: number }>());
  const moved = useRef(0);
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    moved.current = 0;
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const before = pointers.current.get(event.pointerId);
    if (before === undefined) return;
    const [dx, dy] = [event.clientX - before.x, event.clientY - before.y];
    moved.current += Math.abs(dx) + Math.abs(dy);
    if (moved.current > 6 && !event.currentTarget.hasPointerCapture(event.pointerId)) {
      event.currentTarget.setPointerCapture(event.pointerId);
    }
    const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
    pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (other === undefined) {
      const { view } = now.current;
      set({ ...view, x: view.x + dx, y: view.y + dy });
      return;
    }
    const box = event.currentTarget.getBoundingClientRect();
    const was = Math.hypot(before.x - other.x, before.y - other.y);
    const is = Math.hypot(event.clientX - other.x, event.clientY - other.y);
    const at = {
      x: (event.clientX + other.x) / 2 - box.left,
      y: (event.clientY + other.y) / 2 - box.top,
    };
    if (was > 0) zoom(is / was, at);
  };
  const onPointerUp = (event: PointerEvent<HTMLDivElement>) => {
    pointers.current.delete(event.pointerId);
  };
  return {
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp },
    wasDragged: () => moved.current > 6,
  };
}
