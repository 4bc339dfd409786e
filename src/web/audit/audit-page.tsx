// Who did what where, in sentences, and whether the chain behind it is whole.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { AuditEntry, AuditHeads } from '#contract/audit.ts';
import { useMay, useMe } from '#web/access/me.ts';
import { usePages, useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownInstant } from '#web/text/number.ts';
import { FilterSentence } from '#web/ui/filter-sentence.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { AuditActs } from './audit-acts.tsx';
import { AuditEntries } from './audit-entries.tsx';
import { AuditFilter } from './audit-filter.tsx';
import { auditParts } from './audit-parts.ts';
import { ChainHeads } from './chain-heads.tsx';
import type { AuditSearch } from './read-audit-search.ts';
import { auditTexts } from './texts.ts';
import './audit.css';

export function AuditPage() {
  const text = useText(auditTexts);
  const me = useMe();
  const may = useMay();
  const navigate = useNavigate();
  const { area, ...search } = useSearch({ from: '/frame/audit' });
  const entries = usePages('GET /api/audit/entries', { query: { ...search, area, limit: 50 } });
  const heads = useRead('GET /api/audit/heads', {}, { enabled: may('audit.verify') });
  const [filtering, setFiltering] = useState(false);
  const change = (next: Partial<AuditSearch>) =>
    void navigate({ to: '/audit', search: (before) => ({ ...before, ...next }) });
  const person = entries.items.find((entry) => entry.account?.id === search.account)?.account;
  const about = entries.items.find((entry) => entry.subject === search.subject);
  return (
    <div className="page audit">
      <PageHead
        title={text('title')}
        note={
          me.areas.length < 2
            ? me.area.name
            : me.areas.map(({ name }) => name).join(text.marks.list)
        }
        actions={<AuditActs query={{ ...search, area }} heads={heads.data} />}
      />
      <SealedTo heads={heads.data} entries={entries.items} />
      <FilterSentence
        lead={text('acts')}
        parts={auditParts(text, search, { person: person?.displayName ?? '…', about }, change)}
        onEdit={() => setFiltering(true)}
        onClear={() => change(nothing)}
      />
      <div className={heads.data === undefined ? 'audit-body' : 'audit-body with-side'}>
        <div>
          {entries.isPending ? <Skeleton lines={8} /> : null}
          {entries.error === null ? null : (
            <ErrorState error={entries.error} retry={entries.refetch} />
          )}
          {!entries.isPending && entries.error === null && entries.items.length === 0 ? (
            <EmptyState title={text('emptyTitle')} text={text('emptyText')} />
          ) : (
            <AuditEntries entries={entries.items} onFilter={change} />
          )}
          {entries.hasMore ? (
            <MoreEntries reading={entries.isReadingMore} onMore={entries.readMore} />
          ) : null}
        </div>
        {heads.data === undefined ? null : <ChainHeads heads={heads.data.heads} />}
      </div>
      {filtering ? (
        <AuditFilter search={search} onChange={change} onClose={() => setFiltering(false)} />
      ) : null}
    </div>
  );
}

const nothing: AuditSearch = {
  act: undefined,
  account: undefined,
  subject: undefined,
  from: undefined,
  to: undefined,
};

interface SealedToProps {
  readonly heads: AuditHeads | undefined;
  readonly entries: readonly AuditEntry[];
}

function SealedTo({ heads, entries }: SealedToProps) {
  const text = useText(auditTexts);
  const last = heads?.heads.toSorted((one, other) => other.sealedAt.localeCompare(one.sealedAt))[0];
  if (last === undefined) return null;
  const waiting = entries.filter((entry) => entry.seal === null).length;
  return (
    <Finding
      detail={text(waiting === 0 ? 'latestWhole' : 'latestDetail', {
        count: entries.length,
        waiting,
      })}
    >
      {text('latestSealed', {
        number: exactNumber(last.number),
        when: shownInstant(last.sealedAt, text.language),
      })}
    </Finding>
  );
}

interface MoreEntriesProps {
  readonly reading: boolean;
  readonly onMore: () => void;
}

function MoreEntries({ reading, onMore }: MoreEntriesProps) {
  const text = useText(auditTexts);
  return (
    <p className="no-print">
      <button type="button" className="button" disabled={reading} onClick={onMore}>
        {text('loadMore')}
      </button>
    </p>
  );
}
