// An empty spreadsheet with every heading that is recognised without mapping, members first.
import { writeXlsxStream } from 'hucre';
import { headingOf } from '#domain/exchange/headings.ts';
import { importFields } from '#domain/exchange/import-field.ts';

const leftOut = new Set(['ignore', 'area.county', 'head.name', 'head.identity', 'area.code']);
const first = [
  'household.householdNo',
  'area.township',
  'area.village',
  'area.hamlet',
  'person.name',
  'person.relation',
  'person.identity',
];

/** Headings in the order in which the form is filled in. */
export function templateHeadings(): readonly string[] {
  const ids = importFields
    .map((field) => field.id)
    .filter((id) => !leftOut.has(id) && !id.startsWith('external.') && !id.startsWith('stated.'));
  const rest = ids.filter((id) => !first.includes(id));
  const persons = rest.filter((id) => id.startsWith('person.'));
  const others = rest.filter((id) => !id.startsWith('person.'));
  return [...first, ...persons, ...others].map(headingOf);
}

export async function* writeTemplate(): AsyncGenerator<Uint8Array> {
  const rows = [[...templateHeadings()]];
  const stream = writeXlsxStream(rows, { name: '花名册', freezePane: { rows: 1 } });
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
