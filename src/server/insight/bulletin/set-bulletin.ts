// Sets a signed bulletin as a page of an office paper, with a code that tells whether it still holds.
import qrcode from 'qrcode-generator';
import type { BulletinContent, BulletinFigure } from '#domain/insight/bulletin/bulletin.ts';
import { decimalsBeside, saysUnit, withSign } from '#domain/insight/charts/chart-words.ts';
import { exactly } from '#domain/insight/reconcile/number-text.ts';
import type { Typeset } from '#server/kernel/typeset.ts';
import { typesetInProcess } from '#server/kernel/typeset-in-process.ts';

interface Setting {
  readonly edition: number;
  readonly hash: string;
  readonly token: string;
  /** Who signed, in order. */
  readonly names: readonly string[];
  /** Where this installation answers, as the signer's browser knows it. */
  readonly origin: string;
}

const unitWords = {
  household: '户',
  person: '人',
  item: '件',
  percent: '%',
  village: '村',
} as const;
const verdictWords = { agrees: '一致', differs: '不一致', cannot: '无法核对' } as const;

/** The paper is Chinese, as the offices that file it are; the page shows the same in English. */
export function setBulletin(content: BulletinContent, setting: Setting): Promise<Typeset> {
  const template = new URL('./bulletin.typ', import.meta.url).href;
  return typesetInProcess({ template, data: JSON.stringify(paperOf(content, setting)) });
}

function paperOf(content: BulletinContent, { edition, hash, token, names, origin }: Setting) {
  const [year, month] = content.month.split('-').map(Number);
  const [dayYear, dayMonth, day] = content.dataDay.split('-').map(Number);
  return {
    title: content.title.zh,
    issue: `${year}年第${month}期${edition > 1 ? `（第${edition}版）` : ''}`,
    office: content.area.name,
    day: `${dayYear}年${dayMonth}月${day}日`,
    invented: content.invented ? '演示数据，全部虚构' : '',
    sentences: content.sentences.map(({ zh }) => zh),
    tables: content.tables.map(({ title, columns, rows, units }) => ({
      title: title.zh,
      columns: [
        '',
        ...columns.map(({ zh }, at) => headOf(zh, unitWords[units[at] ?? 'household'])),
      ],
      rows: rows.map((row) => ({
        total: row.total,
        cells: [row.title.zh, ...row.cells.map((n, at) => shown(n, units[at] ?? 'household'))],
      })),
    })),
    figures: content.figures.map((figure) => ({
      title: figure.title.zh,
      value: `${shown(figure.value, figure.unit)}${figure.unit === 'percent' ? '%' : ` ${unitWords[figure.unit]}`}`,
      ratio:
        figure.numerator === null || figure.denominator === null
          ? ''
          : `${whole(figure.numerator)} ÷ ${whole(figure.denominator)}`,
      definition: figure.definition.zh,
      method: `${figure.method.zh}；${figure.source.zh}；${figure.on}`,
    })),
    checks: content.checks.map(({ title, here, there, unit, where, verdict, why }) => ({
      title: title.zh,
      here: here === null ? '—' : withSign(exactly(here, decimalsBeside(here, there)), unit),
      there: withSign(/^\d+$/.test(there) ? whole(Number(there)) : there, unit),
      where: where.zh,
      verdict: verdictWords[verdict],
      why: verdict === 'agrees' ? '' : why.zh,
    })),
    signed: names,
    hash: hash.slice(0, 12),
    code: squareCode(`${origin}/wall.html#${token}`),
  };
}

function headOf(title: string, unit: string): string {
  return saysUnit(title, unit) ? title : `${title}（${unit}）`;
}

function shown(n: number | null, unit: BulletinFigure['unit']): string {
  if (n === null) return '*';
  return unit === 'percent' ? n.toFixed(1) : whole(n);
}

function whole(n: number): string {
  return n.toLocaleString('en-GB', { maximumFractionDigits: 1 });
}

function squareCode(text: string): string {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const cells = Array.from({ length: count * count }, (_, at) => at)
    .filter((at) => code.isDark(Math.floor(at / count), at % count))
    .map((at) => `M${at % count} ${Math.floor(at / count)}h1v1h-1z`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${count} ${count}"><path d="${cells.join('')}"/></svg>`;
}
