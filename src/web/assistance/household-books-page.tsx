// The card and the three books of one household: read on any screen, taken away as PDF or spreadsheet.
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { urlOf } from '#web/client/call.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { PageHead } from '#web/ui/page-head.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { BookSheet } from './book-page.tsx';
import { bookPapers } from './book-search.ts';
import { bookTexts } from './book-texts.ts';
import { PrintActs, PrintHistory } from './print-acts.tsx';
import './assistance.css';

export function HouseholdBooksPage() {
  const text = useText(bookTexts);
  const { id = '' } = useParams({ strict: false });
  const { book: paper = 'card' } = useSearch({ from: '/frame/households/$id/books' });
  const read = useRead('GET /api/assistance/households/:id/books', { params: { id } });
  if (read.error !== null) {
    return (
      <div className="page">
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      </div>
    );
  }
  if (read.data === undefined) return <PageSkeleton />;
  const { pages, prints } = read.data;
  const page = pages.find((one) => one.paper === paper);
  const name = (pages[0]?.title ?? '').split(' ')[0] ?? '';
  return (
    <div className="page assistance">
      <Link to="/households/$id/$tab" params={{ id, tab: 'help' }} className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead title={text('title', { name })} />
      <p className="quiet no-print">{text('lead')}</p>
      <nav className="tabs no-print" aria-label={text('papers')}>
        {bookPapers.map((one) => (
          <Link
            key={one}
            to="/households/$id/books"
            params={{ id }}
            search={{ book: one }}
            aria-current={one === paper ? 'page' : undefined}
          >
            {text(`paper_${one}`)}
          </Link>
        ))}
      </nav>
      <PrintActs
        urlOf={(format, size) =>
          urlOf('GET /api/assistance/households/:id/books/:paper', {
            params: { id, paper },
            query: { format, size },
          })
        }
        stale="GET /api/assistance/households/:id/books"
      />
      {page === undefined ? null : <BookSheet page={page} />}
      <PrintHistory prints={prints} />
    </div>
  );
}
