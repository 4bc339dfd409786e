// A search for duplicates: what would be compared is counted first; then it runs, and tells what it found.

import { useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useMe } from '#web/access/me.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { JobProgress } from '#web/ui/job-progress.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { duplicateTexts } from './duplicate-texts.ts';
import { stalePairs } from './stale-duplicates.ts';

export function SearchSheet({ onClose }: { readonly onClose: () => void }) {
  const text = useText(duplicateTexts);
  const me = useMe();
  const client = useQueryClient();
  const { area = me.area.code } = useSearch({ from: '/frame/duplicates' });
  const [added, setAdded] = useState<number>();
  const counted = useRead('GET /api/registry/duplicates/estimate', { query: { area } });
  const start = useWrite('POST /api/registry/duplicates/search');
  const problem = useExplanation(start.error);
  const over = useCallback(
    (job: { readonly result: unknown }) => {
      setAdded((job.result as { added?: number } | null)?.added);
      for (const one of stalePairs) void client.invalidateQueries({ queryKey: [one] });
    },
    [client],
  );
  const job = start.data?.job;
  return (
    <Sheet title={text('searchTitle')} onClose={onClose}>
      <p>{text('searchLead')}</p>
      {counted.isPending ? <Skeleton lines={4} /> : null}
      {counted.error === null ? null : (
        <ErrorState error={counted.error} retry={() => void counted.refetch()} />
      )}
      {counted.data === undefined ? null : <Counted counted={counted.data} />}
      <Problem>{problem}</Problem>
      {job === undefined ? (
        <p className="sheet-act">
          <button
            type="button"
            className="button primary"
            disabled={counted.data === undefined || start.isPending}
            onClick={() => start.mutate({ body: { area } })}
          >
            {text('start')}
          </button>
        </p>
      ) : (
        <JobProgress id={job} stepText={() => text('step')} onOver={over} />
      )}
      {added === undefined ? null : (
        <p className="notice" role="status">
          {text('searched', { added: exactNumber(added) })}
        </p>
      )}
    </Sheet>
  );
}

function Counted({
  counted,
}: {
  readonly counted: {
    readonly persons: number;
    readonly names: number;
    readonly candidates: {
      readonly number: number;
      readonly nameAndBirth: number;
      readonly phone: number;
      readonly account: number;
    };
  };
}) {
  const text = useText(duplicateTexts);
  const { persons, names, candidates } = counted;
  const rows = [
    ['byNumber', candidates.number],
    ['byName', candidates.nameAndBirth],
    ['byPhone', candidates.phone],
    ['byAccount', candidates.account],
  ] as const;
  return (
    <>
      <p>{text('counted', { persons: exactNumber(persons), names: exactNumber(names) })}</p>
      <table className="rows">
        <tbody>
          {rows.map(([key, count]) => (
            <tr key={key}>
              <th scope="row">{text(key)}</th>
              <td className="number">{text('pairs', { count: exactNumber(count) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
