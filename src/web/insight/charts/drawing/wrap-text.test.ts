import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { widthOf, wrapText } from './wrap-text.ts';

const size = 10;
const wide = (characters: number) => characters * size;

describe('text in a drawing', () => {
  test.each([
    ['a bracket that opens', '关于减轻基层负担的通知（2018年）', 12, '（'],
    ['a title mark that opens', '农户填写并签字《验收表》', 8, '《'],
    ['a quotation mark that opens', '农户填写并签字“双认定”表', 8, '“'],
    ['a Latin bracket behind Han characters', '登记表及其指标说明(2014年)', 9, '('],
  ])('does not end a line with %s', (_what, text, characters, mark) => {
    const lines = wrapText(text, wide(characters), size);

    expect(lines.length).toBeGreaterThan(1);
    expect(lines.filter((line) => line.endsWith(mark))).toEqual([]);
    expect(lines.join('')).toBe(text);
  });

  test.each([
    ['a bracket that closes', '贫困户（两公示）登记', 6, '）'],
    ['a comma', '填写验收表，双方签字', 5, '，'],
    ['a pause mark', '县扶贫办、县人民政府', 4, '、'],
    ['a title mark that closes', '按照《工作方案》办理', 7, '》'],
    ['a quotation mark that closes', '村“两委”、帮扶人', 4, '”'],
    ['a sign of per cent', '应占到百分之10％以上', 6, '％'],
  ])('does not begin a line with %s', (_what, text, characters, mark) => {
    const lines = wrapText(text, wide(characters), size);

    expect(lines.length).toBeGreaterThan(1);
    expect(lines.filter((line) => line.startsWith(mark))).toEqual([]);
    expect(lines.join('')).toBe(text);
  });

  test('breaks Latin text at spaces and after hyphens of words', () => {
    expect(wrapText('Transfer employment', wide(7), size)).toEqual(['Transfer', 'employment']);
    expect(wrapText('Eco-compensation', wide(8), size)).toEqual(['Eco-', 'compensation']);
  });

  test('ends in dots where there are more lines than may stand, and in no mark before them', () => {
    expect(wrapText('惠农种苗公司（虚构）', wide(8), size, 1)).toEqual(['惠农种苗公司…']);
    expect(wrapText('县、乡、村三级', wide(3), size, 1)).toEqual(['县…']);
  });

  test('never breaks before a mark that closes or behind one that opens, and loses nothing', () => {
    const character = fc.constantFrom(...'县乡村户表（）《》“”，。、；：？！一二三'.split(''));
    fc.assert(
      fc.property(
        fc.array(character, { maxLength: 40 }),
        fc.integer({ min: 3, max: 12 }),
        (all, n) => {
          const lines = wrapText(all.join(''), wide(n), size);
          expect(lines.join('')).toBe(all.join(''));
          for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[（《“]$/);
          for (const line of lines.slice(1)) expect(line).not.toMatch(/^[）》”，。、；：？！]/);
        },
      ),
    );
  });

  test('counts quotation marks as a whole character only among Han characters', () => {
    expect(widthOf('“双认定”', size)).toBe(50);
    expect(widthOf('pack’s', size)).toBeCloseTo(6 * 5.6);
  });
});
