// Households as points on the map: grouped while they are close together, single roofs when one looks
// closely. Drawn on one canvas, so that eighteen thousand of them move with the hand.
import { useNavigate } from '@tanstack/react-router';
import { type MouseEvent, useEffect, useMemo, useRef } from 'react';
import Supercluster from 'supercluster';
import { useAppearance } from '#web/theme/appearance.ts';
import type { PlacedPoint } from './map-layout.ts';
import type { MapSize, MapView } from './use-pan-zoom.ts';

interface Household {
  readonly id: string;
}

/** Units of the map as a degree: near the equator, where degrees are as wide as they are high. */
const unitsOfDegree = 1000;
/** Pixels of a degree at the zoom of nothing. */
const base = 512 / 360 / unitsOfDegree;
const deepest = 18;

interface PointLayerProps {
  readonly points: readonly PlacedPoint[];
  readonly idOf: (index: number) => string;
  readonly view: MapView;
  readonly screen: MapSize;
  readonly wasDragged: () => boolean;
  readonly onZoom: (by: number, at: { readonly x: number; readonly y: number }) => void;
}

export function PointLayer({ points, idOf, view, screen, wasDragged, onZoom }: PointLayerProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const navigate = useNavigate();
  const appearance = useAppearance();
  const index = useMemo(
    () =>
      new Supercluster<Household>({ radius: 34, extent: 512, maxZoom: deepest, minPoints: 3 }).load(
        points.map(({ x, y, index: at }) => ({
          type: 'Feature',
          properties: { id: idOf(at) },
          geometry: { type: 'Point', coordinates: [x / unitsOfDegree, -y / unitsOfDegree] },
        })),
      ),
    [points, idOf],
  );
  const seen = useMemo(() => marksOf(index, view, screen), [index, view, screen]);
  useEffect(() => {
    const { current } = canvas;
    if (current !== null) draw(current, seen, screen, appearance);
  }, [seen, screen, appearance]);
  const press = (event: MouseEvent<HTMLCanvasElement>) => {
    if (wasDragged()) return;
    const box = event.currentTarget.getBoundingClientRect();
    const at = { x: event.clientX - box.left, y: event.clientY - box.top };
    const hit = seen.find((mark) => Math.hypot(mark.x - at.x, mark.y - at.y) <= mark.radius + 4);
    if (hit === undefined) return;
    event.stopPropagation();
    if (hit.id === undefined) onZoom(2.2, at);
    else void navigate({ to: '/households/$id', params: { id: hit.id } });
  };
  return <canvas ref={canvas} className="map-points" onClick={press} />;
}

interface Mark {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly count: number;
  readonly id: string | undefined;
}

function marksOf(index: Supercluster<Household>, view: MapView, screen: MapSize): readonly Mark[] {
  const zoom = Math.max(0, Math.min(deepest + 1, Math.round(Math.log2(view.scale / base))));
  const left = -view.x / view.scale / unitsOfDegree;
  const right = (screen.width - view.x) / view.scale / unitsOfDegree;
  const top = view.y / view.scale / unitsOfDegree;
  const bottom = (view.y - screen.height) / view.scale / unitsOfDegree;
  return index.getClusters([left, bottom, right, top], zoom).map((found) => {
    const [lon, lat] = found.geometry.coordinates;
    const { properties } = found;
    const count = 'cluster' in properties ? properties.point_count : 1;
    return {
      x: lon * unitsOfDegree * view.scale + view.x,
      y: -lat * unitsOfDegree * view.scale + view.y,
      radius: count === 1 ? 3.5 : 7 + Math.sqrt(count) * 0.55,
      count,
      id: 'cluster' in properties ? undefined : properties.id,
    };
  });
}

function draw(
  canvas: HTMLCanvasElement,
  marks: readonly Mark[],
  { width, height }: MapSize,
  _appearance: string,
): void {
  const dense = window.devicePixelRatio || 1;
  if (canvas.width !== Math.round(width * dense) || canvas.height !== Math.round(height * dense)) {
    canvas.width = Math.round(width * dense);
    canvas.height = Math.round(height * dense);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  const style = getComputedStyle(canvas);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  pen.setTransform(dense, 0, 0, dense, 0, 0);
  pen.clearRect(0, 0, width, height);
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.font = `500 11px ${style.fontFamily}`;
  const [ink, ground] = [colour('--t1'), colour('--ground')];
  for (const mark of marks) {
    pen.beginPath();
    if (mark.count === 1) {
      pen.rect(mark.x - 3, mark.y - 3, 6, 6);
    } else pen.arc(mark.x, mark.y, mark.radius, 0, 2 * Math.PI);
    pen.fillStyle = mark.count === 1 ? ink : ground;
    pen.strokeStyle = mark.count === 1 ? ground : ink;
    pen.lineWidth = mark.count === 1 ? 1 : 1.25;
    pen.fill();
    pen.stroke();
    if (mark.count > 1) {
      pen.fillStyle = ink;
      pen.fillText(
        mark.count > 9999 ? `${Math.round(mark.count / 1000)}k` : String(mark.count),
        mark.x,
        mark.y + 0.5,
      );
    }
  }
}
