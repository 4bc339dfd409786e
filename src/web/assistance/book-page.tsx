// A page of a book on the screen: the same facts and ruled tables that are printed, without an input.
import type { BookPageView } from '#contract/assistance-books.ts';
import { Scrolled } from '#web/ui/scrolled.tsx';

export function BookSheet({ page }: { readonly page: BookPageView }) {
  return (
    <article className="book-sheet">
      <h2>{page.title}</h2>
      <p className="quiet">
        {page.place} {page.number}
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
            <Scrolled label={part.heading}>
              <table className="rows dense">
                <caption className="visually-hidden">{part.heading}</caption>
                <thead>
                  <tr>
                    {part.columns.map((column, at) => (
                      <th
                        // biome-ignore lint/suspicious/noArrayIndexKey: two columns may bear one title.
                        key={`${column.title}${at}`}
                        scope="col"
                        className={column.number === true ? 'number' : undefined}
                      >
                        {column.title}
                      </th>
                    ))}
                  </tr>
                </thead>
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
              </table>
            </Scrolled>
          )}
        </section>
      ))}
    </article>
  );
}

/** What is not known is a dash: an empty place would look like one to be written in. */
function said(value: string): string {
  return value.trim() === '' ? '—' : value;
}
