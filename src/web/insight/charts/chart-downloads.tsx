// Take the chart away: as a picture, as a spreadsheet, as data.
import { useState } from 'react';
import type { ChartView } from '#contract/insight-charts.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownInstant } from '#web/text/number.ts';
import { saveFrom } from '#web/ui/save-file.ts';
import { useExplanation } from '#web/ui/states.tsx';
import { savePng, saveSvg } from './save-picture.ts';
import { chartTexts } from './texts.ts';

export function ChartDownloads({ chart }: { readonly chart: ChartView }) {
  const text = useText(chartTexts);
  const [error, setError] = useState<unknown>(null);
  const problem = useExplanation(error);
  const { content, pack } = chart;
  const stem = `${content.title[text.language]}-${content.area.code}-${chart.today}`;
  const attempt = (work: () => Promise<void> | void) => async () => {
    setError(null);
    try {
      await work();
    } catch (caught) {
      setError(caught);
    }
  };
  const picture = () => ({
    content,
    language: text.language,
    foot: [
      ...(chart.own
        ? []
        : [text('lentForm', { pack: text.pick(pack.title), area: content.area.name })]),
      text('boardData', { day: chart.today }),
      shownInstant(chart.asOf, text.language),
      text('boardPack', { pack: `${text.pick(pack.title)} ${pack.version}` }),
      text('boardHash', { hash: chart.hash.slice(0, 12) }),
    ].join('  '),
    drawings: [...document.querySelectorAll<SVGSVGElement>('.chart-page svg[data-drawing]')],
  });
  const file = (format: string) =>
    saveFrom(
      `/api/insight/charts/${pack.id}/${chart.id}/file?${new URLSearchParams({ area: content.area.code, format })}`,
    );
  const hasDrawing = content.panels.some(({ drawing }) => drawing !== null);
  return (
    <details className="menu-details chart-downloads no-print">
      <summary className="button">{text('download')}</summary>
      <div className="chart-download-list">
        {hasDrawing ? (
          <>
            <button type="button" onClick={attempt(() => savePng(picture(), stem))}>
              {text('downloadPng')}
            </button>
            <button type="button" onClick={attempt(() => saveSvg(picture(), stem))}>
              {text('downloadSvg')}
            </button>
          </>
        ) : null}
        <button type="button" onClick={attempt(() => file('xlsx'))}>
          {text('downloadXlsx')}
        </button>
        <button type="button" onClick={attempt(() => file('csv'))}>
          {text('downloadCsv')}
        </button>
        <button type="button" onClick={attempt(() => file('json'))}>
          {text('downloadJson')}
        </button>
        {problem === undefined ? null : (
          <p role="alert" className="small over">
            {problem}
          </p>
        )}
      </div>
    </details>
  );
}
