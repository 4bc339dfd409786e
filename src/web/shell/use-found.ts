// What a few typed words may mean, in the order of how often it is meant: a page one may open, a place, a
// household. Asked once somebody has stopped typing.
import { useEffect, useState } from 'react';
import { useMay, useMe } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { type Entry, entries } from './entries.ts';
import { shellTexts } from './texts.ts';

export type Found =
  | { readonly kind: 'page'; readonly key: string; readonly name: string; readonly to: Entry['to'] }
  | {
      readonly kind: 'area';
      readonly key: string;
      readonly name: string;
      readonly where: string;
      readonly code: string;
    }
  | {
      readonly kind: 'household';
      readonly key: string;
      readonly name: string;
      readonly where: string;
      readonly id: string;
    };

const each = 5;
const pauseMilliseconds = 250;
/** An identity number is looked up when it is sent off, not while it is typed. */
const identityLike = /^\d{17}/;

export function useFound(typed: string): readonly Found[] {
  const text = useText(shellTexts);
  const { permissions } = useMe();
  const may = useMay();
  const words = useSettled(typed.trim());
  const asks = words !== '' && !identityLike.test(words);
  const areas = useRead(
    'GET /api/registry/areas',
    { query: { search: words, limit: each } },
    { enabled: asks, keep: true },
  );
  const households = useRead(
    'GET /api/registry/households',
    { query: { q: words, limit: each, sort: 'householdNo' } },
    { enabled: asks && may('registry.read'), keep: true },
  );
  if (words === '') return [];
  const pages = entries
    .filter(({ needs, text: name }) => permissions.includes(needs) && isIn(text(name), words))
    .slice(0, each)
    .map(({ to, text: name }) => ({ kind: 'page', key: to, name: text(name), to }) as const);
  return [
    ...pages,
    ...(asks ? (areas.data?.items ?? []) : []).map(
      ({ code, name, fullName }) =>
        ({ kind: 'area', key: code, name, where: fullName, code }) as const,
    ),
    ...(asks ? (households.data?.items ?? []) : []).map(
      ({ id, headName, householdNo, township, village }) =>
        ({
          kind: 'household',
          key: id,
          name: headName ?? householdNo,
          where: `${township} ${village} ${householdNo}`,
          id,
        }) as const,
    ),
  ];
}

function isIn(name: string, words: string): boolean {
  return name.toLowerCase().includes(words.toLowerCase());
}

function useSettled(words: string): string {
  const [settled, setSettled] = useState(words);
  useEffect(() => {
    if (words === settled) return;
    const timer = setTimeout(() => setSettled(words), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [words, settled]);
  return words === '' ? '' : settled;
}
