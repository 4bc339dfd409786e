// How a firm or a co-operative leads a household: work, orders for what it grows, a dividend on a share, rent
// for land, advice and market news. One household may be led by several units and in several ways; a sum of
// households counts each once and says how many ties that are.
import type { Bilingual } from '#domain/kernel/refusal.ts';

export const tieWays = ['job', 'order', 'dividend', 'land', 'advice'] as const;
export type TieWay = (typeof tieWays)[number];

export const tieWayTitles: Readonly<Record<TieWay, Bilingual>> = {
  job: { zh: '务工', en: 'Work' },
  order: { zh: '订单收购', en: 'Orders' },
  dividend: { zh: '入股分红', en: 'Share and dividend' },
  land: { zh: '土地流转', en: 'Land rented' },
  advice: { zh: '技术和信息', en: 'Advice and market news' },
};

export function isTieWay(text: string): text is TieWay {
  return (tieWays as readonly string[]).includes(text);
}

/** By its code or by what it is called in either language. */
export function readTieWay(text: string): TieWay | undefined {
  return tieWays.find((way) => way === text || Object.values(tieWayTitles[way]).includes(text));
}

export interface Led {
  /** Each household once. */
  readonly households: number;
  /** Each way of each unit for itself: household-times. */
  readonly ties: number;
  readonly registered: number;
}

/** What a reader has to know before they quote the sum: how often households were counted, and of how many. */
export function ledSentence({ households, ties, registered }: Led): Bilingual {
  const share = registered === 0 ? null : ((100 * households) / registered).toFixed(1);
  const [led, times, all] = [households, ties, registered].map((one) =>
    one.toLocaleString('en-GB'),
  );
  return {
    zh:
      `带动 ${led} 户（去重），${times} 户次` +
      (share === null ? '。' : `，占在册 ${all} 户的 ${share}%。`),
    en:
      `${led} households led, each counted once; ${times} ties` +
      (share === null ? '.' : `; ${share}% of ${all} on the register.`),
  };
}
