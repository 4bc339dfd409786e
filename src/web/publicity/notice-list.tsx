// The list of a notice, the same on the wall, on the public page and at the desk; there with what its money
// comes to, and on a phone as cards.
import type { NoticeContent } from '#contract/publicity.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { totalsOf } from '#domain/publicity/money-notice.ts';
import { stackedHeads } from '#web/ui/stacked-table.tsx';

const numbers: ReadonlySet<string> = new Set([
  'members',
  'poorPersons',
  'ruralPopulation',
  'incidence',
  'planned',
  'arrived',
  'recognised',
  'paid',
  'households',
]);

interface NoticeListProps {
  readonly content: Pick<NoticeContent, 'columns' | 'lines' | 'subject'>;
  readonly language: 'zh' | 'en';
  readonly number: string;
  /** Head of the column of places. */
  readonly village: string;
  readonly className?: string;
  /** The word before what the money comes to; absent where only a part of the lines is shown. */
  readonly total?: string;
}

export function NoticeList({
  content,
  language,
  number,
  village,
  className,
  total,
}: NoticeListProps) {
  const { columns, lines } = content;
  // A county lies in no township.
  const hasPlaces = lines.some(({ place }) => place !== '');
  const totals = total === undefined ? undefined : totalsOf(content);
  return (
    <table
      className={className ?? 'rows dense stacked notice-list'}
      style={stackedHeads([number, ...columns.map(({ title }) => title[language]), village])}
    >
      <thead>
        <tr>
          <th scope="col" className="number">
            {number}
          </th>
          {columns.map(({ field, title }) => (
            <th key={field} scope="col" className={numbers.has(field) ? 'number' : undefined}>
              {title[language]}
            </th>
          ))}
          {hasPlaces ? <th scope="col">{village}</th> : null}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.number}>
            <td className="number">{line.number}</td>
            {columns.map(({ field }, at) => (
              <td key={field} className={numbers.has(field) ? 'number' : undefined}>
                {cellText(line.cells[at] ?? null, language)}
              </td>
            ))}
            {hasPlaces ? <td>{line.place}</td> : null}
          </tr>
        ))}
      </tbody>
      {totals === undefined ? null : (
        <tfoot>
          <tr>
            <td className="number" />
            {columns.map(({ field }, at) => (
              <td key={field} className={numbers.has(field) ? 'number' : undefined}>
                {totals[at] ?? (at === 0 ? total : '')}
              </td>
            ))}
            {hasPlaces ? <td /> : null}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

export function cellText(cell: string | number | Bilingual | null, language: 'zh' | 'en'): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? cell[language] : String(cell);
}
