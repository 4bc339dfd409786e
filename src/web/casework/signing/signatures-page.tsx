// Who vouched for whom: signatures by person, household and year, and the same as a file.

import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMay } from '#web/access/me.ts';
import { usePages } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { MoreButton } from '#web/ui/more-button.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { saveFrom } from '#web/ui/save-file.ts';
import { SearchInput } from '#web/ui/search-input.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { useNarrow } from '#web/ui/use-narrow.ts';
import type { SignatureSearch } from './roster-search.ts';
import { rosterTexts } from './roster-texts.ts';
import { SignatureCards, SignatureTable } from './signature-rows.tsx';
import '../casework.css';
import './signing.css';

export function SignaturesPage() {
  const text = useText(rosterTexts);
  const may = useMay();
  const narrow = useNarrow();
  const navigate = useNavigate();
  const { area, person, household, year } = useSearch({ from: '/frame/signatures' });
  const rows = usePages('GET /api/casework/signatures', {
    query: { area, person, household, year, limit: 50 },
  });
  const go = (part: SignatureSearch) =>
    void navigate({ to: '/signatures', search: (before) => ({ ...before, ...part }) });
  const asked = new URLSearchParams(
    Object.entries({ area, person, household, year }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  );
  return (
    <div className="page rosters">
      <PageHead
        title={text('vouched')}
        note={text('vouchedHint')}
        actions={
          may('registry.export') ? (
            <button
              type="button"
              className="button no-print"
              onClick={() => void saveFrom(`/api/casework/signatures/export?${asked}`)}
            >
              {text('export')}
            </button>
          ) : undefined
        }
      />
      <search className="signature-filter no-print">
        <SearchInput
          label={text('person')}
          value={person ?? ''}
          onSettled={(next) => go({ person: next === '' ? undefined : next })}
        />
        <SearchInput
          label={text('householdNo')}
          value={household ?? ''}
          onSettled={(next) => go({ household: next === '' ? undefined : next })}
        />
        <SearchInput
          label={text('year')}
          value={year === undefined ? '' : String(year)}
          onSettled={(next) => go({ year: /^\d{4}$/.test(next) ? Number(next) : undefined })}
        />
      </search>
      {rows.error === null ? null : <ErrorState error={rows.error} retry={rows.refetch} />}
      {rows.isPending ? <Skeleton lines={8} /> : null}
      {!rows.isPending && rows.error === null && rows.items.length === 0 ? (
        <EmptyState title={text('emptyTitle')} text={text('emptyText')} />
      ) : null}
      {rows.first?.total == null || rows.first.total.signatures === 0 ? null : (
        <p className="quiet">
          {text('vouchedTotal', {
            signatures: exactNumber(rows.first.total.signatures),
            households: exactNumber(rows.first.total.households),
          })}
        </p>
      )}
      {rows.items.length === 0 ? null : narrow ? (
        <SignatureCards rows={rows.items} />
      ) : (
        <SignatureTable rows={rows.items} />
      )}
      <MoreButton list={rows}>{text('more')}</MoreButton>
    </div>
  );
}
