// One sheet of a board. The first has the title, the code and the places for seal and signatures; the later
// ones have more room and say what they belong to. Every sheet says which of how many it is, under which
// number the board is registered, by which rules it was made and where from.
import type { ReactNode } from 'react';
import type { ChartView } from '#contract/insight-charts.ts';
import type { ChartContent } from '#domain/insight/charts/chart-shape.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownDay, shownInstant } from '#web/text/number.ts';
import { QrCode } from '#web/ui/qr-code.tsx';
import { sheetOf } from './board-paper.ts';
import type { Paper } from './chart-search.ts';
import { LentForm } from './lent-form.tsx';
import { chartTexts } from './texts.ts';

export interface Board {
  readonly chart: ChartView;
  readonly content: ChartContent;
  readonly paper: Paper;
  readonly dataDay: string;
  readonly hash: string;
  readonly printed: { readonly token: string; readonly printedAt: string } | undefined;
}

interface SheetProps {
  readonly board: Board;
  readonly page: number;
  readonly pages: number;
  readonly children?: ReactNode;
}

export function BoardSheet({ board, page, pages, children }: SheetProps) {
  const { width, height, side } = sheetOf(board.paper);
  return (
    <article className="board" style={{ width, height, paddingInline: side }}>
      {page === 1 ? <FirstHead board={board} /> : <LaterHead board={board} />}
      <div className="board-room">{children}</div>
      <footer>
        {page === 1 ? <Signatures board={board} /> : null}
        <FootLine board={board} page={page} pages={pages} />
      </footer>
    </article>
  );
}

function FirstHead({ board: { chart, content, dataDay, printed } }: { readonly board: Board }) {
  const text = useText(chartTexts);
  return (
    <header className="board-first">
      <div>
        {chart.own ? (
          <div>{content.area.name}</div>
        ) : (
          <LentForm pack={chart.pack} area={content.area.name} />
        )}
        {text.pick(chart.set.title)}
      </div>
      <div className="board-title">
        <h2>{text.pick(content.title)}</h2>
        <p>
          {text.pick(content.shows)}
          <Unverified chart={chart} />
        </p>
      </div>
      <div className="board-code">
        <span>
          {text('boardData', { day: shownDay(dataDay, text.language) })}
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
  );
}

function LaterHead({ board: { chart, content, dataDay } }: { readonly board: Board }) {
  const text = useText(chartTexts);
  return (
    <header className="board-later">
      <h2>
        {text.pick(content.title)}
        <Unverified chart={chart} />
      </h2>
      {chart.own ? (
        <span>{content.area.name}</span>
      ) : (
        <LentForm pack={chart.pack} area={content.area.name} />
      )}
      <span>{text('boardData', { day: shownDay(dataDay, text.language) })}</span>
    </header>
  );
}

function Unverified({ chart }: { readonly chart: ChartView }) {
  const text = useText(chartTexts);
  return chart.verified ? null : <span className="chip unknown">{text('unverified')}</span>;
}

function Signatures({ board: { printed, paper } }: { readonly board: Board }) {
  const text = useText(chartTexts);
  return (
    <div className="board-boxes">
      <div className="board-box">
        {text('boardOffice')}
        <span className="board-seal">{text('boardSeal')}</span>
      </div>
      <div className="board-box">{text('boardMadeBy')}</div>
      <div className="board-box">{text('boardChecked')}</div>
      <div className="board-box board-last">
        {printed === undefined
          ? ''
          : text('boardPrintedAt', { when: shownInstant(printed.printedAt, text.language) })}
        <br />
        {paper}
      </div>
    </div>
  );
}

function FootLine({
  board: { chart, hash },
  page,
  pages,
}: {
  readonly board: Board;
  readonly page: number;
  readonly pages: number;
}) {
  const text = useText(chartTexts);
  const pack = `${text.pick(chart.pack.title)} ${chart.pack.version}`;
  return (
    <div className="board-line">
      <span>
        {text('boardPack', { pack })}
        {text.marks.semicolon}
        {text('boardSource', { source: text.pick(chart.source) })}
      </span>
      <span>{text('boardHash', { hash: hash.slice(0, 12) })}</span>
      <b>{text('boardPage', { page, pages })}</b>
    </div>
  );
}
