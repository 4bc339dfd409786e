// Numbers as they are read: short where they are long, the exact one on hover.
import { useLanguage } from '#web/text/catalogue.ts';
import {
  columnYuan,
  exactNumber,
  exactYuan,
  shownDay,
  shownInstant,
  shownNumber,
  shownYuan,
} from '#web/text/number.ts';

export function Count({ value }: { readonly value: number }) {
  const language = useLanguage();
  return <span title={exactNumber(value)}>{shownNumber(value, language)}</span>;
}

/** Yuan from fen; `exact` shows both decimals, else they are on hover. */
export function Money({ fen, exact }: { readonly fen: number | null; readonly exact?: boolean }) {
  const language = useLanguage();
  if (fen === null) return <Unwritten />;
  return (
    <span title={exactYuan(fen)}>{exact === true ? exactYuan(fen) : shownYuan(fen, language)}</span>
  );
}

/** A sum that stands by itself, with its unit; exact on hover. */
export function Yuan({ fen }: { readonly fen: number }) {
  const language = useLanguage();
  const shown = shownYuan(fen, language);
  if (language === 'en') return <span title={exactYuan(fen)}>{shown} yuan</span>;
  // 万元 and 亿元 are one word.
  const gap = /[万亿]$/.test(shown) ? '' : ' ';
  return <span title={exactYuan(fen)}>{`${shown}${gap}元`}</span>;
}

/** Yuan in a column that is compared from top to bottom, in the unit its head names; exact on hover. */
export function ColumnMoney({ fen }: { readonly fen: number }) {
  const language = useLanguage();
  return <span title={exactYuan(fen)}>{columnYuan(fen, language)}</span>;
}

/** A day as `2016-09-30`, in words on hover; `words` the other way round. */
export function Day({ day, words }: { readonly day: string | null; readonly words?: boolean }) {
  const language = useLanguage();
  if (day === null) return <Unwritten />;
  const long = shownDay(day, language);
  return (
    <time dateTime={day} title={words === true ? day : long}>
      {words === true ? long : day}
    </time>
  );
}

export function Instant({ at }: { readonly at: string }) {
  const language = useLanguage();
  return <time dateTime={at}>{shownInstant(at, language)}</time>;
}

/** Not known: hatch and a word, never an empty cell that looks like zero. */
export function Unwritten() {
  const language = useLanguage();
  return <span className="chip unknown">{language === 'zh' ? '未写' : 'Not written'}</span>;
}
