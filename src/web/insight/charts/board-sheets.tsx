// A board as the sheets it takes. It is laid out once unseen in the smallest type its paper allows, its rows
// close, which says how many sheets there are; then in larger type, as long as that takes no more of them
// and divides nothing that stood together.
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useText } from '#web/text/catalogue.ts';
import { between, isNoWorse, type Placed, type Portion, placeOnSheets } from './board-layout.ts';
import { type Measured, measure } from './board-measure.ts';
import { BoardGaps, BoardStrip, PartOfPanel, stripsOf, TallestDrawing } from './board-panel.tsx';
import { paperSizes, sheetOf } from './board-paper.ts';
import { type Board, BoardSheet } from './board-sheet.tsx';
import { chartTexts } from './texts.ts';

interface Setting {
  /** How much larger than the smallest its type is. */
  readonly growth: number;
  /** Rows of tables stand closer: better than a sheet more, or a table on two. */
  readonly isTight: boolean;
}

/** From what takes the fewest sheets to what is read from farthest. */
const settings: readonly Setting[] = [
  { growth: 1, isTight: true },
  ...[1, 1.15, 1.3, 1.5, 1.75, 2].map((growth) => ({ growth, isTight: false })),
];
/** A sheet is shown so wide on a screen. */
const previewWidth = 1020;

interface Laid extends Measured, Placed, Setting {}

export function BoardSheets({ board }: { readonly board: Board }) {
  const text = useText(chartTexts);
  const { language } = text;
  const { content, paper, hash, printed } = board;
  const fonts = useFontsLoaded();
  const { probe, laid, trying } = useSheets(
    [hash, language, paper, printed?.token, fonts].join(' '),
    board,
  );
  const { zoom, width } = sheetOf(paper);
  const { wide, high } = paperSizes[paper];
  const pages = laid?.sheets.length ?? 0;
  return (
    <section
      className="board-frame"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a sheet wider than the screen is moved by keys.
      tabIndex={0}
      aria-label={text.pick(content.title)}
      lang={language === 'zh' ? 'zh-CN' : 'en'}
      style={
        { '--board-zoom': zoom, '--board-preview': previewWidth / width } as React.CSSProperties
      }
    >
      <style>{`@page { size: ${wide}mm ${high}mm; margin: 0; }`}</style>
      {laid?.sheets.map((portions, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a sheet is known by its number.
        <BoardSheet key={at} board={board} page={at + 1} pages={pages}>
          <SheetBody board={board} laid={laid} portions={portions} />
        </BoardSheet>
      ))}
      {trying === undefined ? null : (
        <div ref={probe} className="board-probe" aria-hidden="true">
          <Probe board={board} setting={trying} />
        </div>
      )}
    </section>
  );
}

interface BodyProps {
  readonly board: Board;
  readonly laid: Laid;
  readonly portions: readonly Portion[];
}

function SheetBody({ board, laid, portions }: BodyProps) {
  const { panels, gaps } = board.content;
  const width = sheetOf(board.paper).inner / laid.growth;
  const tallOf = (index = 0) => tallestOf(board, index, laid.growth);
  return (
    <div className={bodyOf(laid)} style={{ zoom: laid.growth, gap: between }}>
      {portions.map((portion) => {
        if (portion.kind === 'whole') {
          const shown = portion.panels.flatMap((index) => panels[index] ?? []);
          if (shown.length === 0) return <BoardGaps key="gaps" gaps={gaps} />;
          return (
            <TallestDrawing key={portion.panels.join(' ')} value={tallOf(portion.panels[0])}>
              <BoardStrip panels={shown} width={width} />
            </TallestDrawing>
          );
        }
        const panel = panels[portion.panel];
        if (panel === undefined) return null;
        return (
          <TallestDrawing key={portion.panel} value={tallOf(portion.panel)}>
            <PartOfPanel
              panel={panel}
              width={width}
              portion={portion}
              cuts={laid.cuts[portion.panel] ?? []}
              cutNames={laid.cutNames[portion.panel] ?? []}
              columns={laid.columns[portion.panel] ?? []}
            />
          </TallestDrawing>
        );
      })}
    </div>
  );
}

/** Both kinds of sheet without anything on them, and every panel in each way it may stand. */
function Probe({ board, setting }: { readonly board: Board; readonly setting: Setting }) {
  const { panels, gaps } = board.content;
  const { growth } = setting;
  const width = sheetOf(board.paper).inner / growth;
  return (
    <>
      <BoardSheet board={board} page={1} pages={2} />
      <BoardSheet board={board} page={2} pages={2} />
      <div className={bodyOf(setting)} style={{ width }}>
        {stripsOf(panels)
          .filter((strip) => strip.length > 1)
          .map((strip) => (
            <TallestDrawing key={strip.join(' ')} value={tallestOf(board, strip[0] ?? 0, growth)}>
              <div data-strip={strip.join(' ')}>
                <BoardStrip panels={strip.flatMap((index) => panels[index] ?? [])} width={width} />
              </div>
            </TallestDrawing>
          ))}
        {panels.map((panel, index) => (
          <TallestDrawing key={panel.datum} value={tallestOf(board, index, growth)}>
            <div data-whole={index}>
              <BoardStrip panels={[panel]} width={width} />
            </div>
            <div data-part={index}>
              <PartOfPanel panel={panel} width={width} portion={undefined} />
            </div>
          </TallestDrawing>
        ))}
        <div data-whole={panels.length}>
          <BoardGaps gaps={gaps} />
        </div>
      </div>
    </>
  );
}

function bodyOf({ isTight }: Setting): string {
  return isTight ? 'board-body board-tight' : 'board-body';
}

/** The first panel has to stand above the seals. */
function tallestOf({ paper }: Board, index: number, growth: number): number {
  const { tall } = sheetOf(paper);
  return (index === 0 ? tall.first : tall.later) / growth;
}

/** Lays out until larger type would take more sheets or divide more. */
function useSheets(what: string, { content }: Board) {
  const probe = useRef<HTMLDivElement>(null);
  const start = { what, laid: undefined, tries: 0 };
  const [state, setState] = useState<{ what: string; laid: Laid | undefined; tries: number }>(
    start,
  );
  const now = state.what === what ? state : start;
  const trying = settings[now.tries];
  useLayoutEffect(() => {
    if (probe.current === null || trying === undefined) return;
    const strips = stripsOf(content.panels);
    // What is missing stands below panels, as if it were one.
    const gaps = content.gaps.length === 0 ? [] : [[content.panels.length]];
    const measured = measure(probe.current, { strips, loose: gaps }, trying.growth);
    const next = { ...measured, ...placeOnSheets(measured.strips, measured.rooms), ...trying };
    const isBetter = now.laid === undefined || (!next.isOver && isNoWorse(next, now.laid));
    setState({
      what,
      laid: isBetter ? next : now.laid,
      tries: isBetter ? now.tries + 1 : settings.length,
    });
  });
  return { probe, laid: now.laid, trying };
}

/** Changes whenever letters have been loaded that what stands on the page is written in. */
function useFontsLoaded(): number {
  const [loaded, setLoaded] = useState(0);
  useEffect(() => {
    const { fonts } = document;
    const count = () => setLoaded((before) => before + 1);
    fonts.addEventListener('loadingdone', count);
    return () => fonts.removeEventListener('loadingdone', count);
  }, []);
  return loaded;
}
