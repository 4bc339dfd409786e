// One drawing of any kind at the width it is given.
import type { ChartDrawing as Drawing } from '#domain/insight/charts/chart-shape.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import { BalanceDrawing } from './balance-drawing.tsx';
import { BarsDrawing } from './bars-drawing.tsx';
import { FlowDrawing } from './flow-drawing.tsx';
import { LinesDrawing } from './lines-drawing.tsx';
import { MatrixDrawing } from './matrix-drawing.tsx';
import { SpellsDrawing } from './spells-drawing.tsx';
import { StreamsDrawing } from './streams-drawing.tsx';
import { TiersDrawing } from './tiers-drawing.tsx';
import { TilesDrawing } from './tiles-drawing.tsx';
import './drawing.css';

interface ChartDrawingProps {
  readonly drawing: Drawing;
  readonly width: number;
  readonly language: Language;
  readonly title: string;
  readonly partAddress: ((code: string) => string) | undefined;
  readonly tall?: number;
}

export function ChartDrawing({ drawing, ...rest }: ChartDrawingProps) {
  switch (drawing.kind) {
    case 'tiles':
      return <TilesDrawing drawing={drawing} {...rest} />;
    case 'bars':
      return <BarsDrawing drawing={drawing} {...rest} />;
    case 'balance':
      return <BalanceDrawing drawing={drawing} {...rest} />;
    case 'tiers':
      return <TiersDrawing drawing={drawing} {...rest} />;
    case 'flow':
      return <FlowDrawing drawing={drawing} {...rest} />;
    case 'streams':
      return <StreamsDrawing drawing={drawing} {...rest} />;
    case 'spells':
      return <SpellsDrawing drawing={drawing} {...rest} />;
    case 'matrix':
      return <MatrixDrawing drawing={drawing} {...rest} />;
    case 'lines':
      return <LinesDrawing drawing={drawing} {...rest} />;
  }
}
