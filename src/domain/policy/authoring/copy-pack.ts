// How a draft begins: a new version of a pack of one's own area, or a pack of one's own on top of one
// from above, which holds nothing yet but the reason for it. And how the day it takes effect is set.

import { isMap, isSeq, parseDocument } from 'yaml';
import { printed, type Texts } from '#domain/policy/authoring/edit-pack.ts';
import type { Pack } from '#domain/policy/pack/pack.ts';
import { nextVersion } from '#domain/policy/pack/pack-version.ts';
import type { Words } from '#domain/policy/pack/row-schema.ts';

export function newVersionOf(files: Texts, { manifest }: Pack, from: string): Texts {
  return inManifest(files, (document) => {
    document.set('version', nextVersion(manifest.version));
    setDay(document, from);
  });
}

export interface NewPack {
  readonly id: string;
  readonly title: Words;
  readonly area: string;
  readonly from: string;
  readonly reason: Words;
}

export function packOnTopOf({ manifest }: Pack, made: NewPack): Texts {
  const { id, title, area, from, reason } = made;
  const text = parseDocument('{}');
  if (isMap(text.contents)) text.contents.flow = false;
  const inline = (value: object) => text.createNode(value, { flow: true });
  text.set('id', id);
  text.set('version', '1.0.0');
  text.set('title', inline(title));
  text.set('summary', inline(reason));
  text.set('area', text.createNode(area));
  text.set('levels', inline([...manifest.levels]));
  setDay(text, from);
  text.set('extends', inline({ pack: manifest.id, reason }));
  return new Map([['pack.yaml', printed(text)]]);
}

/** Moves the day on which the draft takes effect, with the values that were to begin on it. */
export function moveDay(
  files: Texts,
  { base, from, to }: { readonly base: Texts; readonly from: string; readonly to: string },
): Texts {
  if (from === to) return files;
  const moved = inManifest(files, (document) => setDay(document, to));
  return new Map(
    [...moved].map(([path, text]) => {
      if (!path.startsWith('parameters/') || base.get(path) === text) return [path, text];
      const document = parseDocument(text);
      const before = parseDocument(base.get(path) ?? '');
      if (!moveValues(document, { before, from, to })) return [path, text];
      return [path, printed(document)];
    }),
  );
}

type Parsed = ReturnType<typeof parseDocument>;

function moveValues(
  document: Parsed,
  { before, from, to }: { readonly before: Parsed; readonly from: string; readonly to: string },
): boolean {
  const rows = document.get('parameters');
  const known = before.get('parameters');
  if (!isSeq(rows)) return false;
  let isMoved = false;
  for (const row of rows.items) {
    if (!isMap(row)) continue;
    const id = row.get('id');
    const old = isSeq(known)
      ? known.items.find((one) => isMap(one) && one.get('id') === id)
      : undefined;
    const values = row.get('values');
    if (!isSeq(values) || dayIn(old, from)) continue;
    for (const value of values.items) {
      if (!isMap(value) || value.get('from') !== from) continue;
      value.set('from', quotedDay(to));
      isMoved = true;
    }
  }
  return isMoved;
}

function dayIn(row: unknown, day: string): boolean {
  const values = isMap(row) ? row.get('values') : undefined;
  return isSeq(values) && values.items.some((one) => isMap(one) && one.get('from') === day);
}

function inManifest(files: Texts, work: (document: Parsed) => void): Texts {
  const document = parseDocument(files.get('pack.yaml') ?? '');
  work(document);
  return new Map(files).set('pack.yaml', printed(document));
}

function setDay(document: Parsed, day: string): void {
  document.set('from', quotedDay(day));
}

function quotedDay(day: string) {
  const scalar = parseDocument(`'${day}'`).contents;
  return scalar;
}
