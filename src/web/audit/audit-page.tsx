// Who did what where, in sentences, and whether the chain behind it is whole.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay, useMe } from '#web/access/me.ts';
import { urlOf } from '#web/client/call.ts';
import { usePages, useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownInstant } from '#web/text/number.ts';
import { FilterSentence } from '#web/ui/filter-sentence.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { saveFrom } from '#web/ui/save-file.ts';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState, useExplanation } from '#web/ui/states.tsx';
import { AuditEntries } from './audit-entries.tsx';
import { AuditFilter } from './audit-filter.tsx';
import { auditParts } from './audit-parts.ts';
import { ChainHeads } from './chain-heads.tsx';
import { saveHeads } from './heads-file.ts';
import type { AuditSearch } from './read-audit-search.ts';
import { auditTexts } from './texts.ts';
import { Verification } from './verification.tsx';
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
  const [verifying, setVerifying] = useState(false);
  const [exportError, setExportError] = useState<unknown>(null);
  const exportProblem = useExplanation(exportError);
  const change = (next: Partial<AuditSearch>) =>
    void navigate({ to: '/audit', search: (before) => ({ ...before, ...next }) });
  const exportEntries = () => {
    setExportError(null);
    saveFrom(urlOf('GET /api/audit/entries/export', { query: { ...search, area } })).catch(
      setExportError,
    );
  };
  const last = heads.data?.heads.toSorted((a, b) => b.sealedAt.localeCompare(a.sealedAt))[0];
  const person = entries.items.find((entry) => entry.account?.id === search.account)?.account;
  return (
    <div className="page audit">
      <PageHead
        title={text('title')}
        note={me.area.name}
        actions={
          <>
            <button type="button" className="button" onClick={exportEntries}>
              {text('export')}
            </button>
            {heads.data === undefined ? null : (
              <button
                type="button"
                className="button"
                title={text('headsTitle')}
                onClick={() => heads.data !== undefined && saveHeads(heads.data)}
              >
                {text('heads')}
              </button>
            )}
            {may('audit.verify') ? (
              <button type="button" className="button primary" onClick={() => setVerifying(true)}>
                {text('verify')}
              </button>
            ) : null}
          </>
        }
      />
      {exportProblem === undefined ? null : (
        <p className="notice problem" role="alert">
          {exportProblem}
        </p>
      )}
      {last === undefined ? null : (
        <Finding
          detail={text('latestDetail', {
            count: entries.items.length,
            waiting: entries.items.filter((entry) => entry.seal === null).length,
          })}
        >
          {text('latestSealed', {
            number: exactNumber(last.number),
            when: shownInstant(last.sealedAt, text.language),
          })}
        </Finding>
      )}
      <FilterSentence
        lead={text('acts')}
        parts={auditParts(text, search, { person: person?.displayName ?? '…' }, change)}
        onEdit={() => setFiltering(true)}
        onClear={() =>
          change({
            act: undefined,
            account: undefined,
            subject: undefined,
            from: undefined,
            to: undefined,
          })
        }
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
            <p className="no-print">
              <button
                type="button"
                className="button"
                disabled={entries.isReadingMore}
                onClick={entries.readMore}
              >
                {text('loadMore')}
              </button>
            </p>
          ) : null}
        </div>
        {heads.data === undefined ? null : <ChainHeads heads={heads.data.heads} />}
      </div>
      {filtering ? (
        <AuditFilter search={search} onChange={change} onClose={() => setFiltering(false)} />
      ) : null}
      {verifying ? <Verification onClose={() => setVerifying(false)} /> : null}
    </div>
  );
}
