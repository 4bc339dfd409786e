import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCharacterOf } from '#domain/registry/identity-number.ts';
import { screenText } from './screen-text.ts';
import { sensitiveKinds } from './sensitive-kind.ts';
import { sensitiveLatinWords, sensitiveWords } from './sensitive-words.ts';

const kindsIn = (text: string, names: readonly string[] = []) =>
  screenText(text, { names }).map(({ kind }) => kind);

const twoDigits = (most: number) =>
  fc.integer({ min: 1, max: most }).map((value) => String(value).padStart(2, '0'));

const identityNumber = fc
  .record({
    county: fc.integer({ min: 110101, max: 659004 }),
    year: fc.integer({ min: 1920, max: 2016 }),
    month: twoDigits(12),
    day: twoDigits(28),
    order: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ county, year, month, day, order }) => {
    const digits = `${county}${year}${month}${day}${String(order).padStart(3, '0')}`;
    return `${digits}${checkCharacterOf(digits)}`;
  });

const phoneNumber = fc
  .tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([second, rest]) => `1${second}${String(rest).padStart(9, '0')}`);

const bankCard = fc
  .tuple(fc.integer({ min: 16, max: 19 }), fc.bigInt({ min: 0n, max: 10n ** 18n }))
  .map(([length, rest]) => {
    const stem = `62${String(rest).padStart(18, '0')}`.slice(0, length - 1);
    const check = '0123456789'.split('').find((digit) => luhn(`${stem}${digit}`) % 10 === 0);
    return `${stem}${check}`;
  });

function luhn(number: string): number {
  return [...number].reverse().reduce((sum, digit, place) => {
    const twice = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return sum + (twice > 9 ? twice - 9 : twice);
  }, 0);
}

const alike: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  '0123456789'.split('').map((digit) => {
    const value = Number(digit);
    const forms = [
      digit,
      String.fromCodePoint(0xff10 + value), // full width
      String.fromCodePoint(0x0660 + value), // Arabic
      String.fromCodePoint(0x0966 + value), // Devanagari
      String.fromCodePoint(0x1d7ce + value), // mathematical
      '〇一二三四五六七八九'[value] ?? '',
      '零壹贰叁肆伍陆柒捌玖'[value] ?? '',
      ...(value === 0 ? ['⓪'] : [String.fromCodePoint(0x2460 + value - 1)]), // circled
    ];
    return [digit, forms];
  }),
);

/** The same number as nobody would think of looking for it. */
const disguised = (number: fc.Arbitrary<string>) =>
  number.chain((digits) =>
    fc
      .tuple(
        ...[...digits].map((digit) =>
          fc.tuple(
            fc.constantFrom(...(alike[digit] ?? [digit, digit.toLowerCase(), 'Ｘ'])),
            fc.constantFrom(
              '',
              '',
              '',
              ' ',
              '  ',
              '-',
              '.',
              '·',
              '\u200b',
              '、',
              '_',
              '\u3000',
              '\n',
            ),
          ),
        ),
      )
      .map((parts) => parts.map(([digit, gap]) => `${digit}${gap}`).join('')),
  );

const around = fc.constantFrom(
  '公示栏设在村委会',
  '请于七日内反映',
  '',
  '户主',
  'Posted at the hall ',
  '第三组共',
);

describe('a number that may not be read by everybody', () => {
  test.each([
    ['identity', identityNumber],
    ['phone', phoneNumber],
    ['bankAccount', bankCard],
  ] as const)('is found in any disguise: %s', (kind, number) => {
    fc.assert(
      fc.property(around, disguised(number), around, (before, planted, after) => {
        const found = kindsIn(`${before}，${planted}，${after}`);
        // Which kind a disguised number is called matters less than that it is found.
        expect(found.length).toBeGreaterThan(0);
        if (kind === 'identity') expect(found).toContain('identity');
      }),
      { numRuns: 2000 },
    );
  });

  test('is shown to the clerk with its middle hidden, and where it stands', () => {
    expect(screenText('电话:13877801234', { names: [] })).toEqual([
      { kind: 'phone', at: 4, shown: '138****34' },
    ]);
  });

  test('of a disability certificate is called that', () => {
    const digits = '45122619650312041';
    expect(kindsIn(`证号 ${digits}${checkCharacterOf(digits)}43`)).toEqual([
      'disabilityCertificate',
    ]);
  });

  test('is found though one digit of it was mistyped', () => {
    expect(kindsIn('身份证 451226196503120410')).toContain('identity');
  });
});

test('every word of the lists is found with signs and spaces between its characters', () => {
  for (const [kind, words] of Object.entries(sensitiveWords)) {
    for (const word of words) {
      expect(kindsIn(`该户${[...word].join(' ')}。`), word).toContain(kind);
      expect(kindsIn(`该户${[...word].join('*')}。`), word).toContain(kind);
    }
  }
  for (const [kind, words] of Object.entries(sensitiveLatinWords)) {
    for (const word of words) expect(kindsIn(`He is ${word.toUpperCase()}.`), word).toContain(kind);
  }
});

test.each([
  ['address', '家在仪凤村3组12号'],
  ['address', '家住加社屯'],
  ['birthDate', '1965年3月12日出生'],
  ['birthDate', '出生日期：1965-03-12'],
  ['income', '年人均收入2300元'],
  ['income', '存款：5000元'],
  ['school', '长女读三年级'],
  ['school', '孙子是下南中学学生'],
  ['coordinates', '108.2583,24.8277'],
  ['photo', '见附件 张三.jpg'],
  ['phone', '微信号 weixin_2016'],
  ['phone', 'li.wei@example.cn'],
  ['political', '户主是党 员'],
  ['familyPlanning', '超生一孩'],
  ['religion', '信教群众'],
  ['signature', '按了手印'],
  ['disability', '因残致贫'],
  ['health', '因 病 致 贫'],
] as const)('%s: %s', (kind, text) => {
  expect(sensitiveKinds).toContain(kind);
  expect(kindsIn(text)).toContain(kind);
});

test('a name that may not be shown is found with spaces and dots in it', () => {
  expect(kindsIn('韦 桂·花 一户', ['韦桂花'])).toEqual(['name']);
  expect(kindsIn('买买提艾合买提', ['买买提·艾合买提'])).toEqual(['name']);
  expect(kindsIn('韦家三户', ['韦桂花', '韦'])).toEqual([]);
});

test.each([
  '村委会公示栏',
  '下南乡政府门口公示栏，仪凤村村委会各贴一份',
  '2016年9月1日至2016年9月7日公示，如有异议请在公示期内反映。',
  '公示时间：2016.09.01-2016.09.07',
  '二〇一六年九月三十日',
  '依据桂办发〔2015〕35号文件，本村共37户142人拟列为贫困户。',
  '人均纯收入低于2855元的国家标准',
  '更正：第3号人口数误写为5人，现更正为4人，重新公示。',
  'Corrected: number 3 has 4 members, not 5. Posted anew for 7 days.',
  '仪凤小学门口公示栏',
])('an ordinary sentence stays: %s', (text) => {
  expect(screenText(text, { names: ['韦桂花', '韦小明'] })).toEqual([]);
});
