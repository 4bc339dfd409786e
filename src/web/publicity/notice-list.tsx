// The list of a notice, the same on the wall, on the public page and at the desk.
import type { NoticeContent } from '#contract/publicity.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';

interface NoticeListProps {
  readonly content: Pick<NoticeContent, 'columns' | 'lines'>;
  readonly language: 'zh' | 'en';
  readonly number: string;
  readonly village: string;
  readonly className?: string;
}

export function NoticeList({ content, language, number, village, className }: NoticeListProps) {
  const { columns, lines } = content;
  return (
    <table className={className ?? 'rows dense notice-list'}>
      <thead>
        <tr>
          <th scope="col" className="number">
            {number}
          </th>
          {columns.map(({ field, title }) => (
            <th key={field} scope="col" className={field === 'members' ? 'number' : undefined}>
              {title[language]}
            </th>
          ))}
          <th scope="col">{village}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.number}>
            <td className="number">{line.number}</td>
            {columns.map(({ field }, at) => (
              <td key={field} className={field === 'members' ? 'number' : undefined}>
                {cellText(line.cells[at] ?? null, language)}
              </td>
            ))}
            <td>{line.place}</td>
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
