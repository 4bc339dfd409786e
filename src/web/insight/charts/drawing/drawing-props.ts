import type { ChartDrawing, DrawingOf } from '#domain/insight/charts/chart-shape.ts';
import type { Language } from '#domain/kernel/refusal.ts';

export interface DrawingProps<Kind extends ChartDrawing['kind']> {
  readonly drawing: DrawingOf<Kind>;
  /** Pixels, or units of paper. */
  readonly width: number;
  readonly language: Language;
  readonly title: string;
  /** How high it may be on paper; as high as it needs on a screen. */
  readonly tall?: number;
  /** Where a part of the area leads; undefined on paper. */
  readonly partAddress: ((code: string) => string) | undefined;
}
