// How PostgreSQL's values arrive in JavaScript, the same on every connection:
//   int8 -> number, refused beyond 2^53 (money in fen and counts stay far below);
//   date -> 'YYYY-MM-DD'; timestamptz -> ISO 8601 in UTC with the microseconds kept;
//   numeric -> its decimal text. A Date object never appears: it would lose digits and add a zone.

import { types } from 'pg';

type Parser = (text: string) => unknown;

const textArray = 1009;

const parsers: Readonly<Record<number, Parser>> = {
  20: toNumber,
  1016: arrayOf(toNumber),
  1082: (text) => text,
  1182: arrayOf(String),
  1114: (text) => text.replace(' ', 'T'),
  1184: toInstant,
  1185: arrayOf(toInstant),
};

/** For the `types` of a pg client or pool; needs a session in UTC with ISO dates (`sessionOptions`). */
export const wireTypes = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): Parser =>
    (format === 'binary' ? undefined : parsers[oid]) ?? types.getTypeParser(oid, format),
};

export const sessionOptions = '-c timezone=UTC -c datestyle=ISO';

function toNumber(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number)) return number;
  throw new RangeError(
    `${text} is an int8 that a JavaScript number cannot hold; select it as text`,
  );
}

function toInstant(text: string): string {
  if (text.endsWith('+00')) return `${text.slice(0, 10)}T${text.slice(11, -3)}Z`;
  if (text.endsWith('infinity')) return text;
  throw new RangeError(`${text} is not in UTC: the session was not opened with sessionOptions`);
}

/** PostgreSQL writes every array alike; the parser of text[] takes it apart. */
function arrayOf(parse: Parser): Parser {
  const parserOf: (oid: number) => (text: string) => (string | null)[] = types.getTypeParser;
  const entries = parserOf(textArray);
  return (text) => entries(text).map((entry) => (entry === null ? null : parse(entry)));
}
