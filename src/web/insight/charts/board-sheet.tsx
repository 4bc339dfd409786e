// The sheet: title, panels, seals and signatures, the code. Laid out as wide as it must be for everything
// to stand on one page, then scaled to the paper; larger paper only makes it larger.
import { useLayoutEffect, useRef, useState } from 'react';
import type { ChartView } from '#contract/insight-charts.ts';
import type { ChartContent, ChartPanel } from '#domain/insight/charts/chart-shape.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownDay, shownInstant } from '#web/text/number.ts';
import { OnPaper } from '#web/ui/drawn-link.tsx';
import { QrCode } from '#web/ui/qr-code.tsx';
import type { Paper } from './chart-search.ts';
import { ChartTable } from './chart-table.tsx';
import { ChartDrawing } from './drawing/chart-drawing.tsx';
import { chartTexts } from './texts.ts';

/** A3 lying down, in pixels of a ninety-sixth of an inch. */
const sheet = { width: 1587, height: 1122 };
/** Lying down. A printer is told them in millimetres: of these names browsers know two. */
const millimetres: Readonly<Record<Paper, { readonly wide: number; readonly high: number }>> = {
  A4: { wide: 297, high: 210 },
  A3: { wide: 420, high: 297 },
  A2: { wide: 594, high: 420 },
  A1: { wide: 841, high: 594 },
  A0: { wide: 1189, high: 841 },
};
const inner = sheet.width - 98;

interface BoardSheetProps {
  readonly chart: ChartView;
  readonly content: ChartContent;
  readonly paper: Paper;
  readonly dataDay: string;
  readonly hash: string;
  readonly printed: { readonly token: string; readonly printedAt: string } | undefined;
}

export function BoardSheet({ chart, content, paper, dataDay, hash, printed }: BoardSheetProps) {
  const text = useText(chartTexts);
  const { language } = text;
  const [body, scale] = useFitting(`${hash}${language}`);
  const { wide, high } = millimetres[paper];
  const zoom = wide / millimetres.A3.wide;
  return (
    <section
      className="board-frame"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a sheet wider than the screen is moved by keys.
      tabIndex={0}
      aria-label={text.pick(content.title)}
      style={{ '--board-zoom': zoom } as React.CSSProperties}
    >
      <style>{`@page { size: ${wide}mm ${high}mm; margin: 0; }`}</style>
      <article className="board" lang={language === 'zh' ? 'zh-CN' : 'en'}>
        <header>
          <div>
            {content.area.name}
            <br />
            {text.pick(chart.set.title)}
            <br />
            {text('boardPack', { pack: `${chart.pack.id} ${chart.pack.version}` })}
          </div>
          <div className="board-title">
            <h2>{text.pick(content.title)}</h2>
            <p>{text.pick(content.shows)}</p>
          </div>
          <div className="board-code">
            <span>
              {text('boardData', { day: shownDay(dataDay, language) })}
              <br />
              {text('boardHash', { hash: hash.slice(0, 12) })}
              <br />
              {printed === undefined ? null : text('boardCode')}
            </span>
            {printed === undefined ? (
              <span className="board-no-code" aria-hidden="true" />
            ) : (
              <QrCode
                text={`${window.location.origin}/wall.html#${printed.token}`}
                label={text('boardCode')}
                size={84}
              />
            )}
          </div>
        </header>
        <div className="board-room">
          <div
            ref={body}
            className="board-body"
            style={{ width: inner / scale, transform: `scale(${scale})` }}
          >
            {content.panels.map((panel) => (
              <BoardPanel key={panel.datum} panel={panel} width={inner / scale} />
            ))}
            {content.gaps.map((gap) => (
              <p key={gap.datum} className="board-gap">
                <b>{text.pick(gap.title)}</b> {text.pick(gap.why)}
              </p>
            ))}
          </div>
        </div>
        <footer>
          <div className="board-box">
            {text('boardOffice')}
            <span className="board-seal">{text('boardSeal')}</span>
          </div>
          <div className="board-box">{text('boardMadeBy')}</div>
          <div className="board-box">{text('boardChecked')}</div>
          <div className="board-box board-last">
            {printed === undefined
              ? ''
              : text('boardPrintedAt', { when: shownInstant(printed.printedAt, language) })}
            <br />
            {paper}
          </div>
        </footer>
      </article>
    </section>
  );
}

function BoardPanel({ panel, width }: { readonly panel: ChartPanel; readonly width: number }) {
  const text = useText(chartTexts);
  const title = text.pick(panel.title);
  const { drawing, table } = panel;
  const isWhole = drawing !== null && whole.has(drawing.kind);
  const isSlim = isSlimPanel(panel);
  const isBeside = drawing !== null && table !== null && !isWhole;
  const room = isSlim ? (width - 36) / 2 : width;
  return (
    <section className={`board-panel ${isBeside ? 'beside' : ''} ${isSlim ? 'slim' : ''}`}>
      <h3>{title}</h3>
      {drawing === null ? null : (
        <OnPaper value={true}>
          <ChartDrawing
            drawing={drawing}
            width={Math.floor(isBeside ? room * 0.46 : room)}
            language={text.language}
            title={title}
            partAddress={undefined}
          />
        </OnPaper>
      )}
      {table === null || isWhole ? null : (
        <ChartTable table={table} caption={title} partAddress={undefined} isPaper />
      )}
      <p className="board-note">
        {text.pick(panel.definition)} {text.pick(panel.source)}
      </p>
    </section>
  );
}

/** Half a sheet holds it: few columns, a plain drawing. */
function isSlimPanel({ drawing, table }: ChartPanel): boolean {
  const isPlain = drawing?.kind === 'bars' || drawing?.kind === 'balance';
  return isPlain && (table?.columns.length ?? 0) <= 3;
}

/** Drawings that say what their table says, at full width. */
const whole = new Set(['flow', 'tiers', 'matrix']);

/** The largest scale at which everything stands between head and foot, and no table beyond its place. */
function useFitting(what: string) {
  const body = useRef<HTMLDivElement>(null);
  const [fitted, setFitted] = useState({ what, scale: 1, tries: 0 });
  const now = fitted.what === what ? fitted : { what, scale: 1, tries: 0 };
  useLayoutEffect(() => {
    const { current } = body;
    const room = current?.parentElement;
    if (current === null || room === null || room === undefined || now.tries > 12) return;
    const high = current.scrollHeight * now.scale;
    const isCut = [...current.querySelectorAll('.scrolled')].some(
      (table) => table.scrollWidth > table.clientWidth + 1,
    );
    if ((high <= room.clientHeight && !isCut) || now.scale < 0.25) return;
    setFitted({ what, scale: now.scale * 0.9, tries: now.tries + 1 });
  });
  return [body, now.scale] as const;
}
