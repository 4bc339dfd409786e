// Take the table away: as a picture, a spreadsheet, data, a page; or send its address.
import { useState } from 'react';
import type { Exploration } from '#contract/insight-explore.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownInstant } from '#web/text/number.ts';
import { saveFrom } from '#web/ui/save-file.ts';
import { useExplanation } from '#web/ui/states.tsx';
import { savePng, saveSvg } from '../charts/save-picture.ts';
import type { ExploreSearch } from './explore-search.ts';
import { exploreTexts } from './texts.ts';

interface ExploreActsProps {
  readonly exploration: Exploration;
  readonly search: ExploreSearch;
}

export function ExploreActs({ exploration, search }: ExploreActsProps) {
  const text = useText(exploreTexts);
  const [error, setError] = useState<unknown>(null);
  const [copied, setCopied] = useState(false);
  const problem = useExplanation(error);
  const { panel, area, today, asOf, conditions } = exploration;
  const stem = `${panel.title[text.language]}-${area.code}-${today}`;
  const attempt = (work: () => Promise<void> | void) => async () => {
    setError(null);
    try {
      await work();
    } catch (caught) {
      setError(caught);
    }
  };
  const picture = () => ({
    content: {
      title: panel.title,
      shows: panel.title,
      area,
      panels: [panel],
      gaps: [],
      checks: [],
    },
    language: text.language,
    foot: [
      ...conditions.map(({ title }) => text.pick(title)),
      ...(asOf === null ? [] : [shownInstant(asOf, text.language)]),
    ].join('  '),
    drawings: [...document.querySelectorAll<SVGSVGElement>('.explore-page svg[data-drawing]')],
  });
  const file = (format: 'xlsx' | 'csv' | 'pdf') => {
    const { shared: _shared, ...asked } = search;
    const query = Object.entries({ ...asked, area: area.code, format }).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, value]],
    );
    return saveFrom(`/api/insight/explore/file?${new URLSearchParams(query)}`);
  };
  const copy = async () => {
    await navigator.clipboard.writeText(window.location.href);
    setCopied(true);
  };
  return (
    <>
      <button type="button" className="button" onClick={attempt(copy)}>
        <span aria-live="polite">{text(copied ? 'copied' : 'copy')}</span>
      </button>
      <details className="menu-details chart-downloads no-print">
        <summary className="button">{text('download')}</summary>
        <div className="chart-download-list">
          {panel.drawing === null ? null : (
            <>
              <button type="button" onClick={attempt(() => savePng(picture(), stem))}>
                {text('png')}
              </button>
              <button type="button" onClick={attempt(() => saveSvg(picture(), stem))}>
                {text('svg')}
              </button>
            </>
          )}
          {(['xlsx', 'csv', 'pdf'] as const).map((format) => (
            <button key={format} type="button" onClick={attempt(() => file(format))}>
              {text(format)}
            </button>
          ))}
          {problem === undefined ? null : (
            <p role="alert" className="small over">
              {problem}
            </p>
          )}
        </div>
      </details>
    </>
  );
}
