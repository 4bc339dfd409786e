import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkPack } from '#domain/policy/pack/check-pack.ts';
import { fileKinds } from '#domain/policy/pack/file-kinds.ts';
import { readPack } from '#domain/policy/pack/read-pack.ts';
import { rowWords } from '#domain/policy/pack/row-words.ts';
import { teaClub } from '#tests/world/tea-club.ts';
import { moveDay, newVersionOf, packOnTopOf } from './copy-pack.ts';
import { applyEdit, type Texts } from './edit-pack.ts';
import type { PackEdit } from './pack-edit.ts';
import { rowPlaces } from './row-places.ts';

const base = teaClub({
  'parameters/thirst.yaml': [['parameters:\n', '# Cups are counted at supper.\nparameters:\n']],
});
const day = '2017-01-01';
const club = () => readPack(base).pack ?? expect.fail('the tea club is whole');

function edited(files: Texts, ...edits: readonly PackEdit[]): Texts {
  const sources = { base, below: [base], from: day };
  return edits.reduce((texts, edit) => {
    const answer = applyEdit(texts, edit, sources);
    return answer.ok ? answer.files : expect.fail(answer.fault);
  }, files);
}

function problemsOf(files: Texts) {
  const { pack, problems } = readPack(files);
  if (pack === undefined || problems.length > 0) return problems;
  return checkPack(
    new Map([
      ['tea-club', club()],
      [pack.manifest.id, pack],
    ]),
    pack.manifest.id,
  );
}

const cutOff: PackEdit = {
  do: 'value',
  id: 'thirstCutOff',
  from: day,
  value: 48,
  verified: false,
  note: { zh: '茶友会议定', en: 'As the club decided' },
};

describe('an edit of a pack', () => {
  test('adds a dated value, keeps the comments, and touches no other file', () => {
    const files = edited(base, cutOff);

    const text = files.get('parameters/thirst.yaml') ?? '';
    expect(text).toContain('# Cups are counted at supper.');
    expect(text).toContain("- { from: '2017-01-01', value: 48, verified: false");
    const others = [...files].filter(([path, now]) => base.get(path) !== now);
    expect(others.map(([path]) => path)).toEqual(['parameters/thirst.yaml']);
    expect(problemsOf(files)).toEqual([]);
  });

  test('of the same day the later value counts, and days stay in order', () => {
    const files = edited(base, { ...cutOff, from: '2018-01-01' }, cutOff, { ...cutOff, value: 45 });

    const values = parse(files.get('parameters/thirst.yaml') ?? '')
      .parameters.find(({ id }: { id: string }) => id === 'thirstCutOff')
      .values.map(({ from, value }: { from: string; value: number }) => [from, value]);
    expect(values).toEqual([
      ['2015-01-01', 50],
      [day, 45],
      ['2018-01-01', 48],
    ]);
  });

  test('sets a rule, points in a band, a sentence in both languages', () => {
    const set = { do: 'set', kind: 'sheets', id: 'thirst' } as const;
    const files = edited(
      base,
      { ...set, path: ['items', 0, 'points', 'bands', 1, 'points'], value: 25 },
      {
        do: 'set',
        kind: 'criteria',
        id: 'mayLeave',
        path: ['holds'],
        value: { zh: '可以走。', en: 'You may go.' },
      },
    );

    expect(files.get('scores/thirst.yaml')).toContain('- { below: 3, points: 25 }');
    expect(files.get('criteria/thirst.yaml')).toContain('holds: { zh: 可以走。, en: You may go. }');
  });

  test('is undone by restoring the row of the base', () => {
    const files = edited(base, cutOff, { do: 'restore', kind: 'parameters', id: 'thirstCutOff' });

    expect(parse(files.get('parameters/thirst.yaml') ?? '')).toEqual(
      parse(base.get('parameters/thirst.yaml') ?? ''),
    );
  });

  test('takes a whole row as text, under its own id and nothing else', () => {
    const text = 'id: welcome\ntext: { zh: 请坐。, en: Sit down. }\n';
    const row = { do: 'text', kind: 'texts', id: 'welcome' } as const;

    expect(edited(base, { ...row, text }).get('texts/welcome.yaml')).toContain('zh: 请坐。');
    const sources = { base, below: [], from: day };
    for (const bad of [text.replace('welcome', 'other'), '- [', 'a: &x 1\nid: welcome\nb: *x']) {
      expect(applyEdit(base, { ...row, text: bad }, sources)).toEqual({
        ok: false,
        fault: 'bad-text',
      });
    }
  });

  test('that names no row or no part changes nothing', () => {
    const sources = { base, below: [], from: day };
    const set = {
      do: 'set',
      kind: 'criteria',
      id: 'mayLeave',
      path: ['rule'],
      value: 'true',
    } satisfies PackEdit;

    expect(applyEdit(base, { ...set, id: 'noSuch' }, sources)).toMatchObject({
      fault: 'no-such-row',
    });
    expect(applyEdit(base, { ...set, path: ['rule', 'deeper', 'still'] }, sources)).toMatchObject({
      fault: 'no-such-part',
    });
  });
});

describe('a draft begins', () => {
  test('as the next version, on its day, with everything else as it was', () => {
    const files = newVersionOf(base, club(), day);

    expect(readPack(files).pack?.manifest).toMatchObject({ version: '1.1.0', from: day });
    expect([...files].filter(([path, text]) => base.get(path) !== text)).toHaveLength(1);
  });

  test('as a pack of one’s own that holds only what it replaces, with reasons and examples', () => {
    const reason = { zh: '茶室的杯子大', en: 'The cups of the room are larger' };
    const first = packOnTopOf(club(), {
      id: 'tea-room',
      title: { zh: '茶室', en: 'Tea room' },
      area: '990101',
      from: day,
      reason,
    });
    const files = edited(
      first,
      { do: 'override', kind: 'criteria', id: 'drinksGreen', reason },
      { do: 'override', kind: 'sheets', id: 'thirst', reason },
      { do: 'override', kind: 'parameters', id: 'cupsLeast', reason },
      { do: 'value', id: 'cupsLeast', from: day, value: 4, verified: false, note: reason },
    );

    expect(problemsOf(files)).toEqual([]);
    expect([...files.keys()].sort()).toEqual([
      'criteria/changed.yaml',
      'examples/changed.yaml',
      'pack.yaml',
      'parameters/changed.yaml',
      'scores/changed.yaml',
    ]);
    expect(parse(files.get('parameters/changed.yaml') ?? '').parameters[0].values).toEqual([
      { from: day, value: 4, verified: false, note: reason },
    ]);
    const undone = edited(files, { do: 'restore', kind: 'criteria', id: 'drinksGreen' });
    expect(undone.has('criteria/changed.yaml')).toBe(true);
  });

  test('and moves with its day: the values that were to begin on it, and no other', () => {
    const files = edited(newVersionOf(base, club(), day), cutOff);
    const moved = moveDay(files, { base, from: day, to: '2017-03-01' });

    expect(readPack(moved).pack?.manifest.from).toBe('2017-03-01');
    expect(moved.get('parameters/thirst.yaml')).toContain("{ from: '2017-03-01', value: 48");
    expect(moved.get('parameters/thirst.yaml')).toContain("{ from: '2016-01-01', value: 3");
  });
});

test('every kind of row is looked for where the reader of packs finds it', () => {
  for (const kind of Object.keys(rowWords) as (keyof typeof rowWords)[]) {
    const { folder, key } = rowPlaces[kind];
    const files = [...base].filter(([path]) => path.startsWith(`${folder}/`));
    const { pack } = readPack(base);
    const count = files.reduce((sum, [, text]) => sum + (parse(text)[key]?.length ?? 0), 0);
    expect({ kind, count }).toEqual({ kind, count: pack?.rows[kind].length });
    expect(Object.keys(fileKinds)).toContain(folder);
  }
});
