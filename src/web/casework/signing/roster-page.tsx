// A signed roster: who signed in which office, and every household on it.

import { Link, useParams } from '@tanstack/react-router';
import { useRead } from '#web/client/read.ts';
import { groupedNo } from '#web/registry/household-no.ts';
import { useText } from '#web/text/catalogue.ts';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { PrintButton } from '#web/ui/print-button.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { rosterTexts } from './roster-texts.ts';
import '../casework.css';
import './signing.css';

export function RosterPage() {
  const text = useText(rosterTexts);
  const { id } = useParams({ from: '/frame/rosters/$id' });
  const read = useRead('GET /api/casework/rosters/:id', { params: { id } });
  if (read.data === undefined) {
    if (read.error === null) return <PageSkeleton />;
    return (
      <div className="page">
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      </div>
    );
  }
  const sheet = read.data;
  const comma = text.marks.list;
  const office = [sheet.capacity, ...sheet.also].map((one) => text.pick(one)).join(comma);
  return (
    <div className="page rosters">
      <Link to="/rosters" search={{}} className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead
        title={text('sheetOf', { area: sheet.areaName, step: text.pick(sheet.step) })}
        note={text.pick(sheet.process)}
        actions={<PrintButton />}
      />
      <Finding detail={text('signedCount', { signed: sheet.signed, leftOut: sheet.leftOut })}>
        {text('signer', { by: sheet.by, office, on: sheet.on })}
      </Finding>
      <ul className="roster-list">
        {sheet.items.map((line) => (
          <li key={line.case}>
            <span>
              <Link to="/cases/$id" params={{ id: line.case }} className="row-link">
                {line.headName ?? line.householdNo}
              </Link>{' '}
              <small className="quiet">
                {line.village} {groupedNo(line.householdNo)}
              </small>
            </span>
            <span>
              {line.leftOut === null
                ? text('wasSigned')
                : text('wasLeftOut', { reason: line.leftOut })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
