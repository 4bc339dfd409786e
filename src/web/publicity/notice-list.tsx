// The list of a notice, the same on the wall, on the public page and at the desk.
import type { NoticeContent } from '#contract/publicity.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';

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
}

export function NoticeList({ content, language, number, village, className }: NoticeListProps) {
  const { columns, lines } = content;
  // A county lies in no township.
  const hasPlaces = lines.some(({ place }) => place !== '');
  return (
    <table className={className ?? 'rows dense notice-list'}>
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
    </table>
  );
}

export function cellText(cell: string | number | Bilingual | null, language: 'zh' | 'en'): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? cell[language] : String(cell);
}
