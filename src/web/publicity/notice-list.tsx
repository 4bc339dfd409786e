// The list of a notice, the same on the wall, on the public page and at the desk; there, on a phone, as cards.
import type { NoticeContent } from '#contract/publicity.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { totalsOf } from '#domain/publicity/money-notice.ts';
import { Dotted } from '#web/ui/dotted.tsx';
import { FigureCards } from '#web/ui/figure-cards.tsx';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { useNarrow } from '#web/ui/use-narrow.ts';

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

export function NoticeLines({ label, ...list }: NoticeListProps & { readonly label: string }) {
  const narrow = useNarrow();
  if (!narrow) {
    return (
      <Scrolled label={label}>
        <NoticeList {...list} />
      </Scrolled>
    );
  }
  return <NoticeCards label={label} {...list} />;
}

function NoticeCards({
  content,
  language,
  total,
  label,
}: NoticeListProps & { readonly label: string }) {
  const { columns, lines } = content;
  const at = columns.map(({ field, title }, index) => ({ field, index, name: title[language] }));
  const figures = at.filter(({ field }) => numbers.has(field));
  const [first, ...words] = at.filter(({ field }) => !numbers.has(field));
  const totals = total === undefined ? undefined : totalsOf(content);
  return (
    <FigureCards
      label={label}
      cards={lines.map((line) => {
        const textAt = (index: number) => cellText(line.cells[index] ?? null, language);
        return {
          key: String(line.number),
          title: (
            <>
              <span className="quiet">{line.number}</span>{' '}
              <strong>{first === undefined ? line.place : textAt(first.index)}</strong>
            </>
          ),
          figures: figures
            .filter(({ index }) => line.cells[index] !== null)
            .map(({ index, name }) => ({ name, figure: textAt(index) })),
          after: (
            <p className="small quiet">
              <Dotted>
                {first === undefined || line.place === '' ? null : line.place}
                {words.map(({ index }) => textAt(index)).filter((word) => word !== '')}
              </Dotted>
            </p>
          ),
        };
      })}
      total={
        totals === undefined
          ? undefined
          : {
              title: total,
              figures: figures
                .filter(({ index }) => totals[index] !== null)
                .map(({ index, name }) => ({ name, figure: totals[index] })),
            }
      }
    />
  );
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
      {totals === undefined ? null : (
        <tfoot>
          <tr>
            <td />
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
