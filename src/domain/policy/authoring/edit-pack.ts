// Edits of a pack's texts. Every text is edited through its document, so comments, order and layout of
// what is not touched stay. Refuses what names no row; whether the result stands is the check's affair.

import {
  Document,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { PackEdit } from '#domain/policy/authoring/pack-edit.ts';
import { type EditableKind, rowPlaces } from '#domain/policy/authoring/row-places.ts';
import { readYaml } from '#domain/policy/pack/read-yaml.ts';

export type Texts = ReadonlyMap<string, string>;

export type Edited =
  | { readonly ok: true; readonly files: Texts }
  | { readonly ok: false; readonly fault: 'no-such-row' | 'no-such-part' | 'bad-text' };

/** Where rows are taken from that the draft does not have itself. */
export interface EditSources {
  /** The texts the draft began with; empty for a pack of its own on top of another. */
  readonly base: Texts;
  /** Texts of the packs below, nearest first. */
  readonly below: readonly Texts[];
  /** Day on which the draft takes effect. */
  readonly from: string;
}

export function applyEdit(files: Texts, edit: PackEdit, sources: EditSources): Edited {
  switch (edit.do) {
    case 'set':
      return setPart(files, edit);
    case 'value':
      return setValue(files, edit);
    case 'override':
      return overrideRow(files, edit, sources);
    case 'restore':
      return restoreRow(files, edit, sources);
    case 'text':
      return replaceRow(files, edit);
    case 'expect':
      return expectResult(files, edit);
  }
}

type Do<Name extends PackEdit['do']> = Extract<PackEdit, { do: Name }>;

function setPart(files: Texts, { kind, id, path, value }: Do<'set'>): Edited {
  return inRow(files, kind as EditableKind, id, (document, row) => {
    const parent = path.length === 1 ? row : row.getIn(path.slice(0, -1), true);
    if (!isMap(parent) && !isSeq(parent)) return false;
    if (value === null) row.deleteIn(path);
    else row.setIn(path, nodeOf(document, value, row.getIn(path, true)));
    return true;
  });
}

function setValue(files: Texts, edit: Do<'value'>): Edited {
  const { from, value, source, verified, note } = edit;
  return inRow(files, 'parameters', edit.id, (document, row) => {
    const values = row.get('values');
    if (!isSeq(values)) return false;
    const parts = {
      from: quoted(from),
      value,
      ...(source && { source }),
      verified,
      ...(note && { note }),
    };
    const node = document.createNode(parts, { flow: true });
    const same = values.items.findIndex((one) => isMap(one) && one.get('from') === from);
    if (same >= 0) values.set(same, node);
    else values.add(node);
    sortByDay(values);
    return true;
  });
}

function sortByDay(values: YAMLSeq): void {
  const day = (one: unknown) => (isMap(one) ? String(one.get('from')) : '');
  values.items.sort((left, right) => (day(left) < day(right) ? -1 : 1));
}

function overrideRow(
  files: Texts,
  { kind, id, reason }: Do<'override'>,
  { below, from }: EditSources,
): Edited {
  const name = kind as EditableKind;
  if (findRow(files, name, id) !== undefined) return { ok: true, files };
  const found = below.map((texts) => findRow(texts, name, id)).find((one) => one !== undefined);
  if (found === undefined) return { ok: false, fault: 'no-such-row' };
  const row = found.row.clone() as YAMLMap;
  row.delete('override');
  if (name === 'parameters') keepValueOf(row, from);
  const withRow = addRow(files, name, row);
  const set = inRow(withRow, name, id, (document, own) => {
    own.set('override', document.createNode({ reason }, { flow: true }));
    return true;
  });
  return set.ok ? { ok: true, files: withExamples(set.files, name, id, below) } : set;
}

/** Of a parameter the values below still count before this day, so only one begins here. */
function keepValueOf(row: YAMLMap, from: string): void {
  const values = row.get('values');
  if (!isSeq(values)) return;
  const inForce = values.items.findLast((one) => isMap(one) && String(one.get('from')) <= from);
  const kept = inForce ?? values.items[0];
  if (isMap(kept)) kept.set('from', quoted(from));
  values.items = [kept];
}

/** A rule that is replaced needs its examples here: each with what it says of this row alone. */
function withExamples(
  files: Texts,
  kind: EditableKind,
  id: string,
  below: readonly Texts[],
): Texts {
  if (kind !== 'criteria' && kind !== 'sheets' && kind !== 'tables') return files;
  return below.flatMap(examplesIn).reduce((texts, example) => {
    const asked = example.get(kind);
    const own = isSeq(asked) ? asked.items.filter((one) => isMap(one) && one.get('id') === id) : [];
    const name = String(example.get('id'));
    const before = findRow(texts, 'examples', name);
    if (own.length === 0) return texts;
    if (before === undefined) {
      const copy = example.clone() as YAMLMap;
      for (const other of ['criteria', 'sheets', 'tables']) if (other !== kind) copy.delete(other);
      copy.set(kind, asSequence(own));
      return addRow(texts, 'examples', copy);
    }
    const more = inRow(texts, 'examples', name, (_, row) => {
      const there = row.get(kind);
      if (isSeq(there)) there.items.push(...own);
      else row.set(kind, asSequence(own));
      return true;
    });
    return more.ok ? more.files : texts;
  }, files);
}

function asSequence(items: readonly unknown[]): YAMLSeq {
  const list = parseDocument('[]').contents as unknown as YAMLSeq;
  list.flow = false;
  list.items = [...items];
  return list;
}

function examplesIn(files: Texts): readonly YAMLMap[] {
  return [...files].flatMap(([path, text]) => {
    if (!path.startsWith('examples/')) return [];
    const rows = parseDocument(text).get('examples');
    return isSeq(rows) ? rows.items.filter((one) => isMap(one)) : [];
  });
}

function restoreRow(files: Texts, { kind, id }: Do<'restore'>, { base }: EditSources): Edited {
  const name = kind as EditableKind;
  const before = findRow(base, name, id);
  const found = findRow(files, name, id);
  if (found === undefined) return { ok: false, fault: 'no-such-row' };
  if (before === undefined) {
    found.rows.items.splice(found.index, 1);
    return { ok: true, files: written(files, found) };
  }
  found.rows.set(found.index, before.row);
  return { ok: true, files: written(files, found) };
}

function replaceRow(files: Texts, { kind, id, text }: Do<'text'>): Edited {
  const read = readYaml('row.yaml', text);
  const node = parseDocument(text).contents;
  if (!('locate' in read) || !isMap(node) || String(node.get('id')) !== id) {
    return { ok: false, fault: 'bad-text' };
  }
  const found = findRow(files, kind as EditableKind, id);
  if (found === undefined) return { ok: false, fault: 'no-such-row' };
  found.rows.set(found.index, node);
  return { ok: true, files: written(files, found) };
}

function expectResult(files: Texts, { id, on, expected }: Do<'expect'>): Edited {
  return inRow(files, 'examples', id, (document, row) => {
    row.set('on', quoted(on));
    for (const [key, value] of Object.entries(expected ?? {})) {
      if (!['criteria', 'sheets', 'tables'].includes(key) || !Array.isArray(value)) continue;
      if (value.length === 0) row.delete(key);
      else row.set(key, asSequence(value.map((one) => document.createNode(one, { flow: true }))));
    }
    return true;
  });
}

/** The row as the file writes it, for whoever edits it as text. */
export function rowText(files: Texts, kind: EditableKind, id: string): string | undefined {
  const found = findRow(files, kind, id);
  return found === undefined ? undefined : printed(new Document(found.row));
}

interface FoundRow {
  readonly file: string;
  readonly document: Document;
  readonly rows: YAMLSeq;
  readonly index: number;
  readonly row: YAMLMap;
}

function findRow(files: Texts, kind: EditableKind, id: string): FoundRow | undefined {
  const { folder, key } = rowPlaces[kind];
  for (const [file, text] of files) {
    if (!file.startsWith(`${folder}/`) || !text.includes(id)) continue;
    const document = parseDocument(text);
    const rows = document.get(key);
    if (!isSeq(rows)) continue;
    const index = rows.items.findIndex((one) => isMap(one) && one.get('id') === id);
    const row = rows.items[index];
    if (isMap(row)) return { file, document, rows, index, row };
  }
  return undefined;
}

function inRow(
  files: Texts,
  kind: EditableKind,
  id: string,
  work: (document: Document, row: YAMLMap) => boolean,
): Edited {
  const found = findRow(files, kind, id);
  if (found === undefined) return { ok: false, fault: 'no-such-row' };
  if (!work(found.document, found.row)) return { ok: false, fault: 'no-such-part' };
  return { ok: true, files: written(files, found) };
}

/** Into the first file of the folder that has rows of this kind, or a file of its own. */
function addRow(files: Texts, kind: EditableKind, row: YAMLMap): Texts {
  const { folder, key } = rowPlaces[kind];
  const path = `${folder}/changed.yaml`;
  const document = parseDocument(files.get(path) ?? '{}');
  const rows = document.get(key);
  if (isSeq(rows)) rows.items.push(row);
  else document.set(key, asSequence([row]));
  if (isMap(document.contents)) document.contents.flow = false;
  return new Map(files).set(path, printed(document));
}

function written(files: Texts, { file, document, rows }: FoundRow): Texts {
  const next = new Map(files);
  const isEmpty = rows.items.length === 0 && isMap(document.contents);
  if (isEmpty && isMap(document.contents)) {
    const key = document.contents.items.find(({ value }) => value === rows)?.key;
    document.delete(isScalar(key) ? key.value : key);
    if (document.contents.items.length === 0) {
      next.delete(file);
      return next;
    }
  }
  return next.set(file, printed(document));
}

export function printed(document: Document): string {
  return document.toString({ lineWidth: 0, singleQuote: true });
}

/** Days are quoted, as pack files write them. */
function quoted(text: string): Scalar {
  const scalar = new Scalar(text);
  scalar.type = Scalar.QUOTE_SINGLE;
  return scalar;
}

/** The new part in the shape of the old one: a sentence in both languages on one line. */
function nodeOf(document: Document, value: unknown, before: unknown) {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return quoted(value);
  const isFlow = !isMap(before) || before.flow === true;
  return document.createNode(value, { flow: typeof value === 'object' && isFlow });
}
