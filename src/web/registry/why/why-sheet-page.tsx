// One decision on one sheet of A4 for the household: plain words, large type, the same on the screen of a
// phone as on paper.
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useText } from '#web/text/catalogue.ts';
import { PageHead } from '#web/ui/page-head.tsx';
import { PrintButton } from '#web/ui/print-button.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { useDecision } from './why-reads.ts';
import { readWhySearch } from './why-search.ts';
import { WhySheet } from './why-sheet.tsx';
import { whySheetTexts } from './why-sheet-texts.ts';

export function WhySheetPage() {
  const text = useText(whySheetTexts);
  const { id = '', decision = '' } = useParams({ strict: false });
  const search = readWhySearch(useSearch({ strict: false }));
  const why = useDecision(id, decision, search);
  if (why.data === undefined && why.error === null) return <PageSkeleton />;
  return (
    <div className="page why-sheet-page">
      <Link
        to="/households/$id/why/$decision"
        params={{ id, decision }}
        search={search}
        className="back-link no-print"
      >
        ‹ {text('back')}
      </Link>
      <div className="no-print">
        <PageHead
          title={text('pageTitle')}
          actions={
            <PrintButton isMain disabled={why.data === undefined}>
              {text('print')}
            </PrintButton>
          }
        />
        <p className="quiet">{text('hint')}</p>
      </div>
      {why.data === undefined ? (
        <ErrorState error={why.error} retry={() => void why.refetch()} />
      ) : (
        <WhySheet why={why.data} />
      )}
    </div>
  );
}
