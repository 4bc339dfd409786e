import { expect, test } from 'vitest';
import { shownMeasure } from './shown-measure.ts';

test.each([
  [1254, 'person', '1,254 人', '1,254 persons'],
  [1, 'person', '1 人', '1 person'],
  [98, 'percent', '98%', '98%'],
  [32_000, 'yuan/year', '32,000 元/年', '32,000 yuan/year'],
  [3, 'person/village', '3 人/村', '3 persons/village'],
  [0.5, '1', '0.5', '0.5'],
])('%d of the unit %s is said with its word', (value, unit, zh, en) => {
  expect([shownMeasure(value, unit, 'zh'), shownMeasure(value, unit, 'en')]).toEqual([zh, en]);
});
