import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { type Cell, cellOf, cellPlaceOf, checkGrid, heldBy } from './grid.ts';
import { decideIncident, type IncidentIntent, incidentActsFor } from './incident.ts';

const village = '451226202202';
const hamlets = fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 30 });
const codeOf = (number: number) => `${village}${String(number).padStart(3, '0')}`;

/** A village with households in hamlets, in their groups and in the village itself, and any cells. */
const grid = fc
  .record({
    numbers: hamlets,
    cellsOf: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 31, maxLength: 31 }),
    groups: fc.array(fc.boolean(), { minLength: 31, maxLength: 31 }),
  })
  .map(({ numbers, cellsOf, groups }) => {
    const places = [village, ...numbers.map(codeOf)];
    const households = places.map((code, at) =>
      groups[at] === true && code !== village ? `${code}001` : code,
    );
    const cells = [0, 1, 2, 3, 4, 5].flatMap((cell): readonly Cell[] => {
      const own = places.filter((_, at) => cellsOf[at] === cell);
      return own.length === 0 ? [] : [{ id: String(cell), name: `第${cell}网格`, places: own }];
    });
    return { places, households, cells };
  });

test('[HJ-72] where the check finds no hole and no overlap, every household lies in exactly one cell', () => {
  fc.assert(
    fc.property(grid, ({ places, households, cells }) => {
      const counted = places.map((code) => ({ code, name: code, households: 1 }));
      const { holes, overlaps, covered } = checkGrid(cells, counted);

      expect(overlaps).toEqual([]);
      expect(holes).toEqual([]);
      expect(covered).toBe(places.length);
      for (const household of households) {
        const holding = cells.filter((cell) => cell.places.includes(cellPlaceOf(household)));
        expect(holding).toHaveLength(1);
        expect(cellOf(household, cells)).toBe(holding[0]);
      }
    }),
  );
});

test('[HJ-72] any place taken out of its cell is a hole with its households, any place put in twice an overlap', () => {
  fc.assert(
    fc.property(grid, fc.nat(), ({ places, cells }, pick) => {
      const counted = places.map((code, at) => ({ code, name: code, households: at + 1 }));
      const place = places[pick % places.length] ?? village;
      const without = cells.map((cell) => ({
        ...cell,
        places: cell.places.filter((one) => one !== place),
      }));
      const twice = [...cells, { id: 'x', name: '多余', places: [place] }];

      expect(checkGrid(without, counted)).toMatchObject({
        holes: [{ code: place }],
        uncovered: places.indexOf(place) + 1,
      });
      expect(checkGrid(twice, counted).overlaps.map((one) => one.place)).toEqual([place]);
      expect(heldBy(place, cells, undefined)).toBeDefined();
      expect(heldBy(place, cells, heldBy(place, cells, undefined)?.id)).toBeUndefined();
    }),
  );
});

const today = plainDate('2016-09-30');
const officer = { account: 'officer', mayDispatch: false };
const village1 = { account: 'village', mayDispatch: true };
const found = {
  state: 'found',
  foundBy: 'officer',
  isSent: false,
  handlerAccount: null,
  handledBy: null,
} as const;
const sent = { ...found, state: 'sent', isSent: true, handlerAccount: 'electrician' } as const;
const handled = { ...sent, state: 'handled', handledBy: 'electrician' } as const;
const intent = (
  act: IncidentIntent['act'],
  more: Partial<IncidentIntent> = {},
): IncidentIntent => ({
  act,
  words: '已处理',
  handler: '电工',
  dueOn: today,
  ...more,
});

test.each([
  [found, village1, intent('send'), 'sent'],
  [found, officer, intent('send'), 'workforce/incident-not-yours'],
  [found, village1, intent('send', { handler: null }), 'workforce/incident-handler-missing'],
  [
    found,
    village1,
    intent('send', { dueOn: plainDate('2016-09-29') }),
    'workforce/incident-day-past',
  ],
  [found, officer, intent('handle'), 'handled'],
  [found, village1, intent('handle'), 'workforce/incident-not-yours'],
  [found, village1, intent('close'), 'workforce/incident-not-here'],
  [sent, { account: 'electrician', mayDispatch: false }, intent('handle'), 'handled'],
  [sent, village1, intent('handle'), 'workforce/incident-not-yours'],
  [{ ...sent, handlerAccount: null }, village1, intent('handle'), 'handled'],
  [sent, village1, intent('handle', { words: '' }), 'workforce/incident-words-missing'],
  [sent, village1, intent('send'), 'sent'],
  [handled, village1, intent('close'), 'closed'],
  [handled, officer, intent('close'), 'workforce/incident-not-yours'],
  [
    handled,
    { account: 'electrician', mayDispatch: true },
    intent('close'),
    'workforce/incident-own-work',
  ],
  [handled, village1, intent('back'), 'sent'],
  [{ ...handled, isSent: false }, village1, intent('back'), 'found'],
  [handled, village1, intent('send'), 'workforce/incident-not-here'],
  [handled, officer, intent('remark'), 'handled'],
  [{ ...handled, state: 'closed' }, village1, intent('remark'), 'workforce/incident-closed'],
] as const)('an event %o, by %o who means %o, comes to %s', (standing, who, meant, expected) => {
  const decided = decideIncident(standing, who, meant, today);

  expect(decided.ok ? decided.to : decided.why.code).toBe(expected);
});

test('a screen offers what would be taken, and nothing of a closed event', () => {
  expect(incidentActsFor(found, officer, today)).toEqual(['handle', 'remark']);
  expect(incidentActsFor(handled, village1, today)).toEqual(['back', 'close', 'remark']);
  expect(incidentActsFor({ ...handled, state: 'closed' }, village1, today)).toEqual([]);
});
