// Numbers as people read them: separators everywhere, 万 and 亿 in Chinese once a figure is too long
// to take in, the exact figure always at hand for the tooltip.
import type { Language } from '#domain/kernel/refusal.ts';

const locales: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' };

/** Exact, with separators; a real minus sign. */
export function exactNumber(value: number, decimals = 0): string {
  const text = Math.abs(value).toLocaleString('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return value < 0 ? `−${text}` : text;
}

/** As shown: exact below a million, shorter above it. */
export function shownNumber(value: number, language: Language): string {
  const size = Math.abs(value);
  if (size < 1_000_000) return exactNumber(value);
  if (language === 'en') return exactNumber(value);
  if (size < 100_000_000) return `${exactNumber(value / 10_000, 1)} 万`;
  return `${exactNumber(value / 100_000_000, 2)} 亿`;
}

const printedWords: Readonly<Record<string, string>> = {
  户: 'households',
  '笔（户）': 'loans (households)',
  人: 'persons',
  名: 'persons',
  元: 'yuan',
  亩: 'mu',
};
const printedForm =
  /^(?<before>约|超过)?(?<number>[\d,.]+)(?:[至–-](?<upper>[\d,.]+))?(?<few>[多余]?)(?<scale>[万亿]?)(?<more>[多余]?)(?<unit>[^\d%]*?)(?<above>以上)?$/u;

/** A number as it was printed in Chinese; in English without 万 and 亿, and exact only where it was. */
export function printedNumber(printed: string, language: Language): string {
  const found = language === 'en' ? printedForm.exec(printed)?.groups : undefined;
  if (found === undefined) return printed;
  const { before, number = '', upper, few, scale = '', more, unit = '', above } = found;
  const times = scale === '亿' ? 100_000_000 : scale === '万' ? 10_000 : 1;
  const sizeOf = (digits: string) => {
    // Without the crumbs of binary fractions: 4.57 × 10,000 is 45,700.
    const value = Number((Number(digits.replaceAll(',', '')) * times).toPrecision(12));
    return exactNumber(value, String(value).split('.')[1]?.length ?? 0);
  };
  const lead = before === '约' ? 'about ' : before === '超过' || few || more ? 'over ' : '';
  // What is counted and has no word here is named by whatever the number stands beside.
  const words = Object.hasOwn(printedWords, unit) ? ` ${printedWords[unit]}` : '';
  const size = upper === undefined ? sizeOf(number) : `${sizeOf(number)}–${sizeOf(upper)}`;
  return `${lead}${size}${words}${above === undefined ? '' : ' or more'}`;
}

/** Where there is no room for more than four figures: 9,999, 1.2万, 12k. The exact figure stands in the tooltip. */
export function shortNumber(value: number, language: Language): string {
  const size = Math.abs(value);
  if (size < 10_000) return exactNumber(value);
  const [unit, mark] = shortUnits[language].find(([least]) => size >= least) ?? [1, ''];
  const figure = value / unit;
  return `${exactNumber(figure, Math.abs(figure) < 100 ? 1 : 0)}${mark}`;
}

const shortUnits: Readonly<Record<Language, readonly (readonly [number, string])[]>> = {
  zh: [
    [100_000_000, '亿'],
    [10_000, '万'],
  ],
  en: [
    [1_000_000, 'm'],
    [1000, 'k'],
  ],
};

/** Share with one decimal; a dash where nothing is divided. What is not nothing, or not all, is not shown as if it were. */
export function shownShare(part: number, whole: number): string {
  if (whole === 0) return '—';
  const percent = (part / whole) * 100;
  if (percent > 0 && percent < 0.1) return '<0.1%';
  const text = exactNumber(percent, 1);
  return part < whole && text === '100.0' ? '>99.9%' : `${text}%`;
}

/** Fen as yuan with two decimals. */
export function exactYuan(fen: number): string {
  return exactNumber(fen / 100, 2);
}

/** Fen as whole yuan, shortened in Chinese where it is long. */
export function shownYuan(fen: number, language: Language): string {
  return shownNumber(Math.round(fen / 100), language);
}

/**
 * Fen as the figures of one column: 万元 with a decimal in Chinese, whole yuan in English, one unit from the
 * first row to the total. The unit stands at the head of the column.
 */
export function columnYuan(fen: number, language: Language): string {
  if (fen === 0) return '0';
  return language === 'en' ? exactNumber(Math.round(fen / 100)) : exactNumber(fen / 1_000_000, 1);
}

/** A day: `2016-09-30` in lists, in words in headings. */
export function shownDay(day: string, language: Language): string {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return day;
  if (language === 'zh') return `${year}年${month}月${date}日`;
  return new Date(Date.UTC(year, month - 1, date)).toLocaleDateString(locales.en, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** A month of a year that is named elsewhere: `2016-02` is 2 月, Feb. */
export function shownMonth(month: string, language: Language): string {
  const number = Number(month.slice(5, 7));
  if (language === 'zh') return `${number} 月`;
  const day = new Date(Date.UTC(2000, number - 1, 1));
  return day.toLocaleDateString(locales.en, { month: 'short', timeZone: 'UTC' });
}

/** An instant as the wall clock in Shanghai. */
export function shownInstant(instant: string, language: Language): string {
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime())) return instant;
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-CA', {
      timeZone: 'Asia/Shanghai',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(moment)
      .map((part) => [part.type, part.value]),
  );
  const day = `${parts.year}-${parts.month}-${parts.day}`;
  return `${shownDay(day, language)} ${parts.hour}:${parts.minute}`;
}
