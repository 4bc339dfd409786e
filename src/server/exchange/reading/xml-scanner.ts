// Splits XML into tags and text as it streams past, without building a tree: a sheet of 100,000 rows
// is 100 MB of tags. Namespace prefixes are dropped, comments and instructions skipped, document types
// refused, because entities that expand have no place in a workbook.
import { StringDecoder } from 'node:string_decoder';
import * as fileRefusals from '#domain/exchange/file-refusals.ts';
import { refuse } from '#domain/kernel/refusal.ts';

export interface XmlHandler {
  /** `attributes` is the raw text behind the name; read it with `attributeOf`. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** Raw text, perhaps in several pieces; read it with `decodeXmlText`. */
  text(raw: string): void;
  /**
   * Offered each tag before it is split: may take a whole element at once and say where that ended, or 0
   * to have it tag by tag. A sheet is a million times the same little element.
   */
  whole?(xml: string, at: number): number;
}

export interface XmlScanner {
  write(chunk: Buffer): void;
  end(): void;
}

/** No tag of a workbook comes near this; what is longer is no workbook. */
const tagCharactersMax = 256 * 1024;

export function createXmlScanner(part: string, handler: XmlHandler): XmlScanner {
  const decoder = new StringDecoder('utf8');
  let rest = '';

  function write(chunk: Buffer): void {
    const decoded = decoder.write(chunk);
    rest = scan(rest === '' ? decoded : rest + decoded);
    if (rest.length > tagCharactersMax) refuse(fileRefusals.damaged, { part });
  }

  /** Handles everything complete and returns what is not. */
  function scan(xml: string): string {
    let at = 0;
    for (;;) {
      const tag = xml.indexOf('<', at);
      if (tag < 0) {
        const end = endOfWholeText(xml, at);
        if (end > at) handler.text(xml.slice(at, end));
        return xml.slice(end);
      }
      if (tag > at) handler.text(xml.slice(at, tag));
      const taken = handler.whole?.(xml, tag) ?? 0;
      if (taken > 0) {
        at = taken;
        continue;
      }
      const next = xml.charCodeAt(tag + 1);
      const end = next === 33 || next === 63 ? special(xml, tag) : element(xml, tag);
      if (end < 0) return xml.slice(tag);
      at = end;
    }
  }

  function element(xml: string, tag: number): number {
    const end = endOfTag(xml, tag);
    if (end < 0) return -1;
    if (xml.charCodeAt(tag + 1) === 47) {
      handler.close(localName(xml.slice(tag + 2, end).trimEnd()));
      return end + 1;
    }
    const selfClosing = xml.charCodeAt(end - 1) === 47;
    const inner = xml.slice(tag + 1, selfClosing ? end - 1 : end);
    const space = inner.search(/\s/);
    const name = localName(space < 0 ? inner : inner.slice(0, space));
    handler.open(name, space < 0 ? '' : inner.slice(space));
    if (selfClosing) handler.close(name);
    return end + 1;
  }

  function special(xml: string, tag: number): number {
    if (xml.startsWith('<!--', tag)) return after(xml, '-->', tag + 4);
    if (xml.startsWith('<?', tag)) return after(xml, '?>', tag + 2);
    if (xml.startsWith('<![CDATA[', tag)) {
      const end = xml.indexOf(']]>', tag);
      if (end < 0) return -1;
      handler.text(escapeXmlText(xml.slice(tag + 9, end)));
      return end + 3;
    }
    if (xml.length - tag < 9) return -1;
    return refuse(fileRefusals.damaged, { part });
  }

  function end(): void {
    if ((rest + decoder.end()).trim() !== '') refuse(fileRefusals.damaged, { part });
  }

  return { write, end };
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

/** An entity must not be cut in two. */
function endOfWholeText(xml: string, from: number): number {
  const ampersand = xml.lastIndexOf('&');
  return ampersand >= from && xml.indexOf(';', ampersand) < 0 && xml.length - ampersand < 12
    ? ampersand
    : xml.length;
}

/** The place of the `>` that ends a tag; one inside quotation marks does not. */
function endOfTag(xml: string, tag: number): number {
  let end = xml.indexOf('>', tag);
  while (end >= 0 && isInsideQuotes(xml, tag, end)) end = xml.indexOf('>', end + 1);
  return end;
}

function isInsideQuotes(xml: string, from: number, to: number): boolean {
  let quote = 0;
  for (let at = from; at < to; at += 1) {
    const character = xml.charCodeAt(at);
    if (quote === 0) {
      if (character === 34 || character === 39) quote = character;
    } else if (character === quote) {
      quote = 0;
    }
  }
  return quote !== 0;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

const plainPatterns = new Map<string, string>();

/** The value of an attribute, decoded; undefined when the tag has none. */
export function attributeOf(attributes: string, name: string): string | undefined {
  let pattern = plainPatterns.get(name);
  if (pattern === undefined) {
    pattern = ` ${name}="`;
    plainPatterns.set(name, pattern);
  }
  const at = attributes.indexOf(pattern);
  if (at >= 0) {
    const from = at + pattern.length;
    return decodeXmlText(attributes.slice(from, attributes.indexOf('"', from)));
  }
  if (!attributes.includes(name)) return undefined;
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return match === null ? undefined : decodeXmlText(match[1] ?? match[2] ?? '');
}

const namedEntities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Resolves the five named entities, numbered characters, and the `_x000D_` of spreadsheet programs. */
export function decodeXmlText(raw: string): string {
  const text = raw.includes('&')
    ? raw.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\w{2,4}));/g, decodeEntity)
    : raw;
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function decodeEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return namedEntities[name] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

function escapeXmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
