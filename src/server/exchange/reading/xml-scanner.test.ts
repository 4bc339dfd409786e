import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  attributeOf,
  createXmlScanner,
  decodeXmlText,
} from '#server/exchange/reading/xml-scanner.ts';

function scan(xml: string, pieceBytes: number): string {
  const seen: string[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') seen.push(decodeXmlText(text));
    text = '';
  };
  const scanner = createXmlScanner('test', {
    open(name, attributes) {
      flush();
      seen.push(`<${name} ${attributeOf(attributes, 'r') ?? ''}>`);
    },
    close(name) {
      flush();
      seen.push(`</${name}>`);
    },
    text(raw) {
      text += raw;
    },
  });
  const bytes = Buffer.from(xml);
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    scanner.write(bytes.subarray(at, at + pieceBytes));
  }
  scanner.end();
  flush();
  return seen.join('');
}

const xml =
  '<?xml version="1.0"?><!-- a > b --><x:row r="1 &gt; 0" a=\'>\'><c/>𠮷 &amp; &#x4e00;<![CDATA[<毛>]]></x:row>';

describe('XML of a workbook', () => {
  test('is split into tags and text, prefixes dropped, entities resolved', () => {
    expect(scan(xml, 10_000)).toBe('<row 1 > 0><c ></c>𠮷 & 一<毛></row>');
  });

  test('reads the same however it arrives in pieces', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (pieceBytes) => {
        expect(scan(xml, pieceBytes)).toBe(scan(xml, 10_000));
      }),
    );
  });

  test('that ends inside a tag is damaged', () => {
    expect(() => scan('<row><c r="A1', 100)).toThrow('exchange/file-damaged');
  });

  test('keeps the line breaks spreadsheet programs write as _x000D_', () => {
    expect(decodeXmlText('a_x000D_b')).toBe('a\rb');
  });
});
