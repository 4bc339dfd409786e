// The checker against packs that are sound but for one fault, put anywhere in any of them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPack } from '#domain/policy/pack/check-pack.ts';
import type { PackProblem } from '#domain/policy/pack/pack-problem.ts';
import { readPack } from '#domain/policy/pack/read-pack.ts';
import { bombsIn, type Mutation, mutationsOf } from '#tests/world/pack-mutations.ts';
import { shipped, shippedTexts } from '#tests/world/shipped-packs.ts';

function problemsOf(id: string, files: ReadonlyMap<string, string>): readonly PackProblem[] {
  const { pack, problems } = readPack(files);
  if (pack === undefined || problems.length > 0) return problems;
  return checkPack(new Map(shipped).set(id, pack), id);
}

function errorsOf(id: string, mutation: Mutation): readonly PackProblem[] {
  return problemsOf(id, mutation.apply()).filter(({ severity }) => severity === 'error');
}

/** What is amiss with the checker's answer; undefined where it is as it should be. */
function complaint(id: string, mutation: Mutation): string | undefined {
  const { fault, file, lines } = mutation;
  const errors = errorsOf(id, mutation);
  const where = `${fault} in ${id}/${file}:${lines[0] ?? '?'}`;
  if (errors.length === 0) return `${where} passes the check`;
  const found = errors.find(
    (one) => one.file === file && (lines.length === 0 || lines.includes(one.line)),
  );
  if (found === undefined) {
    const [first] = errors;
    return `${where} is refused elsewhere: ${first?.file}:${first?.line} ${first?.message.en}`;
  }
  const { message, remedy } = found;
  const words = [message.zh, message.en, remedy.zh, remedy.en];
  if (words.some((text) => text === '' || /\{\w+\}|undefined/.test(text))) {
    return `${where} is refused in broken words: ${words.join(' ')}`;
  }
  return undefined;
}

// Each run checks a whole pack; the time is for a machine that has other work.
describe.each([...shipped.keys()])('a fault anywhere in %s', { timeout: 240_000 }, (id) => {
  const mutations = mutationsOf(shippedTexts(id));
  const faults = [...new Set(mutations.map(({ fault }) => fault))];

  test('is refused at its file and line, with a remedy', () => {
    const anyOf = fc
      .constantFrom(...faults)
      .chain((kind) => fc.constantFrom(...mutations.filter(({ fault }) => fault === kind)));

    fc.assert(
      fc.property(anyOf, (mutation) => {
        expect(complaint(id, mutation)).toBeUndefined();
      }),
      { numRuns: 25 },
    );
  });

  test('that would blow up or hide something is refused before it is read', () => {
    fc.assert(
      fc.property(fc.constantFrom(...bombsIn(shippedTexts(id))), (bomb) => {
        const codes = readPack(bomb.apply()).problems.map(({ code, file }) => [code, file]);

        expect(codes.length).toBeGreaterThan(0);
        for (const [code, file] of codes) {
          expect(['yaml-refused', 'yaml-syntax']).toContain(code);
          expect(file).toBe(bomb.file);
        }
      }),
      { numRuns: 10 },
    );
  });
});

test.each(
  [...shipped.values()]
    .filter(({ manifest }) => manifest.extends !== undefined)
    .map((pack) => [pack.manifest.id, pack.manifest.extends?.pack ?? '']),
)('%s and the pack it extends, %s, may not extend each other', (id, below) => {
  const texts = shippedTexts(below);
  const manifest = `${texts.get('pack.yaml')}\nextends: { pack: ${id}, reason: { zh: 一, en: One } }\n`;
  const { pack } = readPack(new Map(texts).set('pack.yaml', manifest));
  if (pack === undefined) throw new Error('unreadable');
  const packs = new Map(shipped).set(below, pack);

  for (const one of [id, below]) {
    expect(checkPack(packs, one).map(({ code, file }) => [code, file])).toEqual([
      ['extends-cycle', 'pack.yaml'],
    ]);
  }
});
