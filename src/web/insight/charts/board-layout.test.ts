import { describe, expect, test } from 'vitest';
import {
  isNoWorse,
  type MeasuredPanel,
  type MeasuredStrip,
  placeOnSheets,
} from './board-layout.ts';
import { paperSizes, sheetOf } from './board-paper.ts';
import { papers } from './chart-search.ts';

const rooms = { first: 400, later: 600 };

function panelOf(index: number, parts: Partial<MeasuredPanel>): MeasuredPanel {
  const none = { whole: null, heading: 28, pieces: [], head: 30, rows: [], note: 18 };
  return { index, ...none, ...parts };
}

function alone(panel: MeasuredPanel): MeasuredStrip {
  return { panels: [panel], together: null };
}

function rowsOf(
  sheets: ReturnType<typeof placeOnSheets>['sheets'],
): readonly (readonly number[])[] {
  return sheets.map((portions) =>
    portions.flatMap((one) =>
      one.kind === 'part'
        ? Array.from({ length: one.rows.to - one.rows.from }, (_, at) => one.rows.from + at)
        : [],
    ),
  );
}

describe('the sheets of a board', () => {
  test('a list of many rows becomes several sheets, and every row is on exactly one [HH-07]', () => {
    const rows = Array.from({ length: 80 }, () => 29);
    const { sheets, isOver } = placeOnSheets([alone(panelOf(0, { rows }))], rooms);

    const placed = rowsOf(sheets);
    expect(placed.length).toBe(5);
    expect(placed.flat()).toEqual(rows.map((_, at) => at));
    expect(isOver).toBe(false);
    for (const [at, own] of placed.entries()) {
      const note = at === placed.length - 1 ? 8 + 18 : 0;
      const room = at === 0 ? rooms.first : rooms.later;
      expect(28 + 8 + 30 + own.length * 29 + note).toBeLessThanOrEqual(room);
    }
  });

  test('what is counted and where it is from stands below the last row, on its sheet', () => {
    // Eleven rows fit the first sheet, but not with what is said below them.
    const rows = Array.from({ length: 11 }, () => 29);
    const { sheets } = placeOnSheets([alone(panelOf(0, { rows }))], rooms);

    // Nor does one row go on alone.
    expect(rowsOf(sheets).map((own) => own.length)).toEqual([8, 3]);
    expect(sheets.flat().map((one) => one.kind === 'part' && one.isLast)).toEqual([false, true]);
  });

  test('the heads of a table never stand at the foot of a sheet with fewer than three rows', () => {
    const before = panelOf(0, { whole: 250 });
    const rows = Array.from({ length: 30 }, () => 29);
    const { sheets } = placeOnSheets([alone(before), alone(panelOf(1, { rows }))], rooms);

    expect(rowsOf(sheets)[0]).toEqual([]);
  });

  test('a table does not begin below its drawing with a row or two', () => {
    const rows = Array.from({ length: 8 }, () => 29);
    const { sheets } = placeOnSheets([alone(panelOf(0, { pieces: [270], rows }))], rooms);

    expect(rowsOf(sheets).map((own) => own.length)).toEqual([0, 8]);
  });

  test('a panel stands whole where it fits, on the next sheet if need be', () => {
    const strips = [panelOf(0, { whole: 300 }), panelOf(1, { whole: 500 })].map(alone);

    expect(placeOnSheets(strips, rooms).sheets).toEqual([
      [{ kind: 'whole', panels: [0] }],
      [{ kind: 'whole', panels: [1] }],
    ]);
  });

  test('two narrow panels that do not fit side by side stand one after the other', () => {
    const panels = [panelOf(0, { whole: 180 }), panelOf(1, { whole: 180 })];

    expect(placeOnSheets([{ panels, together: 300 }], rooms).sheets).toHaveLength(1);
    expect(placeOnSheets([{ panels, together: null }], rooms).sheets[0]).toHaveLength(2);
  });

  test('a drawing is divided where it may be, and its table follows it', () => {
    const panel = panelOf(0, { pieces: [200, 200, 200], rows: [29, 29, 29] });
    const { sheets, isOver } = placeOnSheets([alone(panel)], rooms);

    const parts = sheets.flat().flatMap((one) => (one.kind === 'part' ? one : []));
    expect(parts.map(({ pieces }) => [pieces.from, pieces.to])).toEqual([
      [0, 1],
      [1, 3],
    ]);
    expect(rowsOf(sheets).flat()).toEqual([0, 1, 2]);
    expect(isOver).toBe(false);
  });

  test('a table of twelve rows is not torn where the next sheet has room for all of it', () => {
    const panel = panelOf(0, { pieces: [180], rows: Array.from({ length: 12 }, () => 29) });
    const { sheets, breaks, torn } = placeOnSheets([alone(panel)], rooms);

    expect(rowsOf(sheets).map((own) => own.length)).toEqual([0, 12]);
    expect({ breaks, torn }).toEqual({ breaks: 1, torn: 0 });
  });

  test('larger type that tears a table is worse than smaller type that keeps it', () => {
    const kept = { sheets: [[], []], isOver: false, breaks: 0, torn: 0 };

    expect(isNoWorse(kept, kept)).toBe(true);
    expect(isNoWorse({ ...kept, breaks: 1 }, kept)).toBe(false);
    expect(isNoWorse({ ...kept, sheets: [[], [], []] }, kept)).toBe(false);
    expect(isNoWorse({ ...kept, breaks: 1 }, { ...kept, breaks: 1, torn: 1 })).toBe(true);
  });

  test('a drawing does not end with its last piece alone on a sheet', () => {
    const panel = panelOf(0, { pieces: [90, 90, 90, 90] });
    const { sheets } = placeOnSheets([alone(panel)], { first: 350, later: 600 });

    const parts = sheets.flat().flatMap((one) => (one.kind === 'part' ? one : []));
    expect(parts.map(({ pieces }) => [pieces.from, pieces.to])).toEqual([
      [0, 2],
      [2, 4],
    ]);
  });

  test('what is missing stands on the last sheet that has room, and takes one only where none has', () => {
    const strips = [panelOf(0, { whole: 300 }), panelOf(1, { whole: 590 })].map(alone);
    const gaps = (whole: number) => ({ ...alone(panelOf(2, { whole })), isLoose: true as const });
    const where = (whole: number) =>
      placeOnSheets([...strips, gaps(whole)], rooms).sheets.map((portions) =>
        portions.flatMap((one) => (one.kind === 'whole' ? one.panels : [])),
      );

    expect(where(60)).toEqual([[0, 2], [1]]);
    expect(where(200)).toEqual([[0], [1], [2]]);
  });

  test('only a piece that no sheet has room for is made smaller, and that is said', () => {
    const fits = placeOnSheets([alone(panelOf(0, { pieces: [500] }))], rooms);
    const never = placeOnSheets([alone(panelOf(0, { pieces: [1000] }))], rooms);

    expect(fits.isOver).toBe(false);
    expect(never.isOver).toBe(true);
  });

  test('the larger the paper, the larger its smallest type, and none is below nine points', () => {
    const least = papers.map((paper) => paperSizes[paper].least);

    expect(Math.min(...least)).toBeGreaterThanOrEqual(9);
    expect(least).toEqual(least.toSorted((one, other) => one - other));
    for (const paper of papers) {
      const { zoom, width, height } = sheetOf(paper);
      // Twelve units are the smallest type, and a sheet never prints over the edge of its paper.
      expect(12 * zoom * 0.75).toBeCloseTo(paperSizes[paper].least, 9);
      expect((width * zoom * 25.4) / 96).toBeLessThanOrEqual(paperSizes[paper].wide);
      expect((height * zoom * 25.4) / 96).toBeLessThanOrEqual(paperSizes[paper].high);
    }
  });
});
