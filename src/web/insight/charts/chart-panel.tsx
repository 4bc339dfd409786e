// One panel: drawing, table, definition, source. Side by side where both are narrow.
import type { ChartPanel as Panel } from '#domain/insight/charts/chart-shape.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { useWidth } from '#web/ui/use-width.ts';
import { ChartTable } from './chart-table.tsx';
import { ChartDrawing } from './drawing/chart-drawing.tsx';
import { chartTexts } from './texts.ts';

interface ChartPanelProps {
  readonly panel: Panel;
  readonly partAddress: ((code: string) => string) | undefined;
}

const slim = new Set(['bars', 'balance']);

export function ChartPanel({ panel, partAddress }: ChartPanelProps) {
  const text = useText(chartTexts);
  const [holder, width] = useWidth<HTMLElement>();
  const title = text.pick(panel.title);
  const { drawing, table } = panel;
  const isSlim = drawing !== null && slim.has(drawing.kind) && (table?.columns.length ?? 0) <= 3;
  return (
    <Block
      title={title}
      className="chart-panel"
      aside={
        panel.verified ? undefined : <span className="chip unknown">{text('unverified')}</span>
      }
    >
      <div className={isSlim ? 'panel-parts side-by-side' : 'panel-parts'}>
        {drawing === null ? null : (
          <figure ref={holder} className="panel-drawing" aria-label={title}>
            {width === 0 ? null : (
              <Scrolled label={title}>
                <ChartDrawing
                  drawing={drawing}
                  width={width}
                  language={text.language}
                  title={title}
                  partAddress={partAddress}
                />
              </Scrolled>
            )}
          </figure>
        )}
        {table === null ? null : (
          <ChartTable table={table} caption={title} partAddress={partAddress} />
        )}
      </div>
      <dl className="panel-notes small">
        <dt>{text('definition')}</dt>
        <dd>{text.pick(panel.definition)}</dd>
        <dt>{text('source')}</dt>
        <dd>{text.pick(panel.source)}</dd>
      </dl>
    </Block>
  );
}
