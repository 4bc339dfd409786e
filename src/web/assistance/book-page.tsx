// A page of a book on the screen: the same facts and ruled tables that are printed, without an input.
import type { ReactNode } from 'react';
import type { BookPageView } from '#contract/assistance-books.ts';
import { groupedNo } from '#web/registry/household-no.ts';
import { StackedTable } from '#web/ui/stacked-table.tsx';

export function BookSheet({ page }: { readonly page: BookPageView }) {
  return (
    <article className="book-sheet">
      <h2>{page.title}</h2>
      <p className="quiet">
        {page.place} {groupedNo(page.number)}
      </p>
      {page.parts.map((part) => (
        <section key={part.heading} aria-label={part.heading}>
          <h3>{part.heading}</h3>
          {part.kind === 'facts' ? (
            <dl className="help-facts">
              {part.facts.map(([label, value]) => (
                <div key={label} style={{ display: 'contents' }}>
                  <dt>{label}</dt>
                  <dd>{said(value)}</dd>
                </div>
              ))}
            </dl>
          ) : (
            <PartTable part={part}>
              <tbody>
                {part.rows.map((row, at) => (
                  <tr
                    // biome-ignore lint/suspicious/noArrayIndexKey: rows of a book have no other name.
                    key={`${at}${row[0]}`}
                  >
                    {row.map((cell, column) => (
                      <td
                        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column.
                        key={`${column}${cell}`}
                        className={part.columns[column]?.number === true ? 'number' : undefined}
                      >
                        {said(cell)}
                      </td>
                    ))}
                  </tr>
                ))}
                {part.rows.length === 0 ? (
                  <tr>
                    <td colSpan={part.columns.length} className="quiet">
                      {part.empty}
                    </td>
                  </tr>
                ) : null}
              </tbody>
            </PartTable>
          )}
        </section>
      ))}
    </article>
  );
}

interface PartTableProps {
  readonly part: Extract<BookPageView['parts'][number], { kind: 'table' }>;
  readonly children: ReactNode;
}

/** Two columns may bear one title: they are known by their place. */
function PartTable({ part, children }: PartTableProps) {
  const heads = part.columns.map((_, at) => String(at));
  return (
    <StackedTable
      heads={heads}
      figures={heads.filter((at) => part.columns[Number(at)]?.number === true)}
      nameOf={(at) => part.columns[Number(at)]?.title ?? ''}
      label={part.heading}
    >
      {children}
    </StackedTable>
  );
}

/** What is not known is a dash: an empty place would look like one to be written in. */
function said(value: string): string {
  return value.trim() === '' ? '—' : value;
}
