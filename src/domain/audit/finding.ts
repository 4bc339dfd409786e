// What a verification can find, each in words that say what was done to the trail and what it means.

import { type Bilingual, fill, type RefusalFacts } from '#domain/kernel/refusal.ts';

export type FindingKind =
  | 'changed'
  | 'removed'
  | 'reordered'
  | 'seal-changed'
  | 'cut-off'
  | 'unaccounted'
  | 'misplaced';

export interface Finding {
  readonly chain: number;
  readonly number: number | null;
  readonly entry: string | null;
  readonly kind: FindingKind;
  readonly message: Bilingual;
}

const texts = {
  changed: {
    zh: '第 {number} 号记录（{entry}）的内容被改动：它与封存时的摘要不符。',
    en: 'Entry {entry}, number {number}, was changed: it no longer has the digest it was sealed with.',
  },
  forged: {
    zh: '记录 {entry} 不是系统写的：它的摘要不是用本系统的密钥算出的。',
    en: 'Entry {entry} was not written by this system: its digest was not made with this system’s key.',
  },
  entryRemoved: {
    zh: '第 {number} 号记录（{entry}）被删除：封条还在，记录不在。',
    en: 'Entry {entry}, number {number}, was removed: its seal is there and it is not.',
  },
  sealsRemoved: {
    zh: '第 {number} 至 {last} 号封条被删除，链条在此中断。',
    en: 'Seals {number} to {last} were removed; the chain has a gap there.',
  },
  pendingRemoved: {
    zh: '记录 {entry} 在封存之前被删除：它还在待封队列里。',
    en: 'Entry {entry} was removed before it was sealed: it still waits in the queue.',
  },
  reordered: {
    zh: '顺序被调换：第 {number} 号位置上的记录（{entry}）原来不在这里，应在第 {place} 号。',
    en: 'The order was changed: entry {entry} stands at number {number} and belongs at {place}.',
  },
  sealChanged: {
    zh: '第 {number} 号封条被改写：它的值不是由前一个封条和它的记录算出的。',
    en: 'Seal {number} was rewritten: its value does not follow from the seal before and its entry.',
  },
  cutOff: {
    zh: '链尾被截断：曾导出的链头是第 {number} 号，现在链条只到第 {last} 号。如果恢复过备份，请与当时的记录核对。',
    en: 'The tail was cut off: an exported head says number {number}, and the chain ends at {last}. If a backup was restored, compare with what was noted then.',
  },
  rewritten: {
    zh: '第 {number} 号封条与曾导出的链头不同：此后的链条被截断后重新写过。',
    en: 'Seal {number} is not the one of the exported head: the chain was cut off before it and written anew.',
  },
  unaccounted: {
    zh: '记录 {entry} 既没有封条，也不在待封队列里：它的封条被删除了，或它是绕过系统写入的。',
    en: 'Entry {entry} has neither a seal nor a place in the queue: its seal was removed, or it was written past the system.',
  },
  misplaced: {
    zh: '记录 {entry} 被移到别的县的链条：它属于 {home}，却在 {number} 号位置。',
    en: 'Entry {entry} was moved to another county’s chain: it belongs to {home} and stands at number {number}.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

const kindOf: Readonly<Record<keyof typeof texts, FindingKind>> = {
  changed: 'changed',
  forged: 'changed',
  entryRemoved: 'removed',
  sealsRemoved: 'removed',
  pendingRemoved: 'removed',
  reordered: 'reordered',
  sealChanged: 'seal-changed',
  cutOff: 'cut-off',
  rewritten: 'cut-off',
  unaccounted: 'unaccounted',
  misplaced: 'misplaced',
};

export interface Place {
  readonly chain: number;
  readonly number: number | null;
  readonly entry: string | null;
}

export function finding(text: keyof typeof texts, place: Place, more: RefusalFacts = {}): Finding {
  const facts = { number: place.number, entry: place.entry, ...more };
  const { zh, en } = texts[text];
  return { ...place, kind: kindOf[text], message: { zh: fill(zh, facts), en: fill(en, facts) } };
}
