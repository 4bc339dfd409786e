import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaCode } from '#domain/kernel/area-code.ts';
import { type Act, canonicalText, digestOf } from './act.ts';
import { emptyHead, type Head, seal } from './chain.ts';
import { type FoundSeal, makeChainCheck } from './chain-check.ts';

// Any injective function serves as a keyed hash here; the server's is HMAC-SHA-256.
const mac = (text: string) => {
  let hash = 0xcbf29ce484222325n;
  for (const letter of text) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(letter.codePointAt(0) ?? 0)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
};
const chain = 451226;

/** A sound chain of so many acts, as a verification reads it. */
function aChain(length: number): readonly FoundSeal[] {
  const entries = Array.from({ length }, (_, index) => ({
    entry: `entry-${index + 1}`,
    digest: mac(`digest ${index + 1}`),
  }));
  return seal(mac, emptyHead(mac, chain), entries).map((one, index) => ({
    number: one.number,
    hash: one.hash,
    entry: one.entry,
    found: { digest: entries[index]?.digest ?? '', isGenuine: true, home: chain },
  }));
}

function check(seals: readonly FoundSeal[], exported: readonly Head[] = []) {
  const checking = makeChainCheck(mac, chain, exported);
  for (const one of seals) checking.take(one);
  return checking.end();
}

const kinds = (seals: readonly FoundSeal[], exported: readonly Head[] = []) =>
  check(seals, exported).map((one) => `${one.kind} at ${one.number}`);

const replaced = (
  seals: readonly FoundSeal[],
  number: number,
  change: (seal: FoundSeal) => FoundSeal,
) => seals.map((one) => (one.number === number ? change(one) : one));

const at = (seals: readonly FoundSeal[], number: number): FoundSeal => {
  const found = seals.find((one) => one.number === number);
  if (found === undefined) throw new Error(`no seal ${number}`);
  return found;
};

describe('a chain', () => {
  test('that nobody touched has nothing to be found', () => {
    expect(check(aChain(20), [{ chain, number: 20, hash: at(aChain(20), 20).hash }])).toEqual([]);
  });

  test('tells a changed entry', () => {
    const seals = replaced(aChain(9), 4, (one) => ({
      ...one,
      found: { digest: one.found?.digest ?? '', isGenuine: false, home: chain },
    }));

    expect(kinds(seals)).toEqual(['changed at 4']);
  });

  test('tells an entry that was removed, and seals that were', () => {
    const without = replaced(aChain(9), 4, (one) => ({ ...one, found: undefined }));

    expect(kinds(without)).toEqual(['removed at 4']);
    expect(kinds(aChain(9).filter((one) => one.number < 3 || one.number > 5))).toEqual([
      'removed at 3',
    ]);
    expect(kinds(aChain(9).slice(2))).toEqual(['removed at 1']);
  });

  test.each([
    [3, 7],
    [3, 4],
    [1, 2],
    [8, 9],
  ])('tells that entries %i and %i were exchanged under their seals', (left, right) => {
    const sound = aChain(9);
    const seals = sound.map((one) => {
      if (one.number !== left && one.number !== right) return one;
      const other = at(sound, one.number === left ? right : left);
      return { ...one, entry: other.entry, found: other.found };
    });

    expect(kinds(seals)).toEqual([`reordered at ${left}`, `reordered at ${right}`]);
    expect(check(seals)[0]?.message.en).toContain(`belongs at ${right}`);
  });

  test.each([
    [3, 7],
    [3, 4],
    [1, 2],
    [8, 9],
  ])('tells that whole seals %i and %i were exchanged', (left, right) => {
    const sound = aChain(9);
    const seals = sound.map((one) => {
      if (one.number !== left && one.number !== right) return one;
      return { ...at(sound, one.number === left ? right : left), number: one.number };
    });

    expect(kinds(seals)).toEqual([`reordered at ${left}`, `reordered at ${right}`]);
  });

  test('tells a rewritten seal without blaming the next one', () => {
    expect(kinds(replaced(aChain(9), 4, (one) => ({ ...one, hash: mac('made up') })))).toEqual([
      'seal-changed at 4',
    ]);
  });

  test('tells a tail cut off, and one cut off and written anew, against an exported head', () => {
    const head = { chain, number: 9, hash: at(aChain(9), 9).hash };
    const anew = seal(mac, { ...at(aChain(9), 6), chain }, [
      { entry: 'other-7', digest: mac('other 7') },
      { entry: 'other-8', digest: mac('other 8') },
      { entry: 'other-9', digest: mac('other 9') },
    ]).map((one) => ({
      ...one,
      found: { digest: mac(`other ${one.number}`), isGenuine: true, home: chain },
    }));

    expect(kinds(aChain(6), [head])).toEqual(['cut-off at 9']);
    expect(kinds([...aChain(6), ...anew], [head])).toEqual(['cut-off at 9']);
    expect(kinds([], [head])).toEqual(['cut-off at 9']);
  });

  test('tells an entry that was moved here from another county', () => {
    const seals = replaced(aChain(9), 4, (one) => ({
      ...one,
      found: { digest: one.found?.digest ?? '', isGenuine: true, home: 451225 },
    }));

    expect(kinds(seals)).toEqual(['misplaced at 4']);
  });

  test('is proven unsound after any single change', () => {
    const sound = aChain(12);
    const head = { chain, number: 12, hash: at(sound, 12).hash };
    const change = fc.oneof(
      fc.record({ kind: fc.constant('hash' as const), at: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ kind: fc.constant('digest' as const), at: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ kind: fc.constant('entry' as const), at: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ kind: fc.constant('remove' as const), at: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ kind: fc.constant('cut' as const), at: fc.integer({ min: 0, max: 11 }) }),
    );

    fc.assert(
      fc.property(change, fc.string({ minLength: 1 }), (tampering, text) => {
        const tampered =
          tampering.kind === 'cut'
            ? sound.slice(0, tampering.at)
            : tampering.kind === 'remove'
              ? sound.filter((one) => one.number !== tampering.at)
              : replaced(sound, tampering.at, (one) => {
                  if (tampering.kind === 'hash') return { ...one, hash: `${one.hash}${text}` };
                  if (tampering.kind === 'entry') return { ...one, entry: `${one.entry}${text}` };
                  const digest = `${one.found?.digest}${text}`;
                  return { ...one, found: { digest, isGenuine: true, home: chain } };
                });

        expect(check(tampered, [head])).not.toEqual([]);
      }),
    );
  });
});

describe('the digest of an act', () => {
  const act: Act = {
    id: '06e2aa00-0000-8000-8000-000000000000',
    at: '2016-09-30T04:00:00.120Z',
    account: null,
    act: 'registry.read',
    area: areaCode('451226'),
    subject: '',
    facts: { b: [1, { y: null, x: 'x' }], a: 2 },
  };

  test('is the same for the row as written and as the database gives it back', () => {
    const back = {
      ...act,
      at: '2016-09-30T04:00:00.12Z',
      facts: { a: 2, b: [1, { x: 'x', y: null }] },
    };

    expect(canonicalText(back)).toBe(canonicalText(act));
    expect(canonicalText({ ...act, at: '2016-09-30T04:00:00Z' })).toBe(
      canonicalText({ ...act, at: '2016-09-30T04:00:00.000Z' }),
    );
  });

  test.each<[string, Partial<Act>]>([
    ['its instant by a microsecond', { at: '2016-09-30T04:00:00.120001Z' }],
    ['its account', { account: '06e2aa00-0000-8000-8000-000000000001' }],
    ['its act', { act: 'registry.write' }],
    ['its area', { area: areaCode('451225') }],
    ['its subject', { subject: 'household:1' }],
    ['one of its facts', { facts: { b: [1, { y: null, x: 'X' }], a: 2 } }],
    ['the name of a fact', { facts: { b: [1, { y: null, x: 'x' }], c: 2 } }],
  ])('changes with %s', (_what, change) => {
    expect(digestOf(mac, { ...act, ...change })).not.toBe(digestOf(mac, act));
  });
});
