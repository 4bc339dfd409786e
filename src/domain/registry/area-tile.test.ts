import { describe, expect, test } from 'vitest';
import { areaCode } from '#domain/kernel/area-code.ts';
import { tilesOf } from '#domain/registry/area-tile.ts';

const areas = (...codes: string[]) =>
  codes.map((code) => ({ code: areaCode(code), name: `Area ${code}` }));

describe('the schematic tile map', () => {
  test('without authored positions areas fill a near square in the order of their codes', () => {
    const map = tilesOf(areas('990103', '990101', '990102', '990104', '990105'));

    expect(map).toMatchObject({ columns: 3, rows: 2, placement: 'grid' });
    expect(map.tiles.map((tile) => [tile.code, tile.column, tile.row])).toEqual([
      ['990101', 0, 0],
      ['990102', 1, 0],
      ['990103', 2, 0],
      ['990104', 0, 1],
      ['990105', 1, 1],
    ]);
  });

  test('authored positions are kept, and an area made later takes a free cell', () => {
    const positions = new Map([
      ['990101', { column: 1, row: 0 }],
      ['990102', { column: 0, row: 1 }],
    ]);

    const map = tilesOf(areas('990101', '990102', '990103'), positions);

    expect(map.placement).toBe('authored');
    expect(map.tiles.map((tile) => `${tile.column},${tile.row}`)).toEqual(['1,0', '0,1', '1,1']);
  });

  test('two areas never share a cell, even when two were authored there', () => {
    const cell = { column: 0, row: 0 };
    const positions = new Map([
      ['990101', cell],
      ['990102', cell],
    ]);

    const { tiles } = tilesOf(areas('990101', '990102'), positions);

    expect(new Set(tiles.map((tile) => `${tile.column},${tile.row}`)).size).toBe(2);
  });

  test('no areas make an empty map', () => {
    expect(tilesOf([])).toEqual({ columns: 1, rows: 0, placement: 'grid', tiles: [] });
  });
});
