// Every open disagreement of an area, oldest first, by who decides and of which kind.

import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMe } from '#web/access/me.ts';
import { usePages } from '#web/client/read.ts';
import { historyTexts } from '#web/registry/history/history-texts.ts';
import { householdTexts } from '#web/registry/household/household-texts.ts';
import { useText } from '#web/text/catalogue.ts';
import { MoreButton } from '#web/ui/more-button.tsx';
import { NothingFound } from '#web/ui/nothing-found.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { conflictQueueTexts } from './conflict-queue-texts.ts';
import { conflictKinds, conflictOwners, readConflictSearch } from './conflict-search.ts';
import { ConflictSides } from './conflict-sides.tsx';
import '#web/registry/household/household.css';

export function ConflictListPage() {
  const text = useText(historyTexts);
  const queue = useText(conflictQueueTexts);
  const household = useText(householdTexts);
  const me = useMe();
  const { area, owner, kind } = useSearch({ from: '/frame/conflicts' });
  const conflicts = usePages('GET /api/registry/conflicts', { query: { area, owner, kind } });
  const none = !conflicts.isPending && conflicts.error === null && conflicts.items.length === 0;
  const filtered = owner !== undefined || kind !== undefined;
  return (
    <div className="page">
      <Link to="/households" className="back-link no-print">
        ‹ {household('back')}
      </Link>
      <PageHead title={text('conflictsTitle')} note={text('conflictsLead')} />
      <QueueFilter />
      {conflicts.error === null ? null : (
        <ErrorState error={conflicts.error} retry={conflicts.refetch} />
      )}
      {conflicts.isPending ? <Skeleton lines={6} /> : null}
      {none && filtered ? <NothingFound title={queue('filteredEmpty')} /> : null}
      {none && !filtered ? (
        <EmptyState title={text('conflictsAllEmpty', { area: me.area.name })} />
      ) : null}
      {conflicts.items.map((conflict) => (
        <ConflictSides key={conflict.id} conflict={conflict} named />
      ))}
      <MoreButton list={conflicts}>{text('more')}</MoreButton>
    </div>
  );
}

function QueueFilter() {
  const queue = useText(conflictQueueTexts);
  const navigate = useNavigate();
  const { owner, kind } = useSearch({ from: '/frame/conflicts' });
  return (
    <div className="conflict-filter no-print">
      <nav className="tabs" aria-label={queue('owners')}>
        {[undefined, ...conflictOwners].map((one) => (
          <Link
            key={one ?? 'all'}
            to="/conflicts"
            search={(before) => ({ ...before, owner: one })}
            aria-current={one === owner ? 'page' : undefined}
          >
            {queue(`owner_${one ?? 'all'}`)}
          </Link>
        ))}
      </nav>
      <select
        className="input"
        aria-label={queue('kind')}
        value={kind ?? ''}
        onChange={(event) => {
          const next = readConflictSearch({ kind: event.target.value }).kind;
          void navigate({ to: '/conflicts', search: (before) => ({ ...before, kind: next }) });
        }}
      >
        <option value="">{queue('kind_all')}</option>
        {conflictKinds.map((one) => (
          <option key={one} value={one}>
            {queue(`kind_${one}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
