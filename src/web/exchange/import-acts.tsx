// What can be done with an import at its stage: one accent button, quiet ones before it.

import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ImportDetail } from '#contract/exchange.ts';
import { urlOf } from '#web/client/call.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Problem } from '#web/ui/problem.tsx';
import { saveFrom } from '#web/ui/save-file.ts';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { exchangeTexts } from './texts.ts';

const stale = ['GET /api/exchange/imports', 'GET /api/exchange/imports/:id'] as const;

interface ImportActsProps {
  readonly detail: ImportDetail;
  /** Columns whose meaning was corrected and not stored yet. */
  readonly changed: { column: number; field: string | null }[];
}

export function ImportActs({ detail, changed }: ImportActsProps) {
  const text = useText(exchangeTexts);
  const map = useWrite('PUT /api/exchange/imports/:id/mapping');
  const check = useWrite('POST /api/exchange/imports/:id/check', { stale });
  const commit = useWrite('POST /api/exchange/imports/:id/commit', { stale });
  const [downloadError, setDownloadError] = useState<unknown>(null);
  const problem = useExplanation(map.error ?? check.error ?? commit.error ?? downloadError);
  const { state, counts, fileKept } = detail;
  const params = { id: detail.id };
  const busy = map.isPending || check.isPending || commit.isPending;
  const running = state === 'checking' || state === 'committing';
  const refused = running ? 0 : (counts?.refused ?? 0);
  const corrected = changed.length > 0;
  const mayCommit = state === 'checked' && counts !== null && counts.accepted > 0 && !corrected;
  const mayResume = (state === 'cancelled' || state === 'failed') && counts !== null;
  const mayCheck = !running && (corrected || detail.missingColumns.length === 0);
  const checkIsNext = mayCheck && !mayCommit && !mayResume && (corrected || state !== 'done');
  // What was corrected is tried as corrected, whether or not it was stored before.
  const tryRows = () => {
    const next = () => check.mutate({ params });
    if (corrected) map.mutate({ params, body: { columns: changed } }, { onSuccess: next });
    else next();
  };
  const download = () => {
    setDownloadError(null);
    saveFrom(urlOf('GET /api/exchange/imports/:id/refused', { params, query: {} })).catch(
      setDownloadError,
    );
  };
  return (
    <>
      {running ? null : <Discard id={detail.id} />}
      {refused === 0 ? null : (
        <button type="button" className="button" title={text('refusedHint')} onClick={download}>
          {text('downloadRefused')}
        </button>
      )}
      {fileKept && mayCheck ? (
        <button
          type="button"
          className={checkIsNext ? 'button primary' : 'button'}
          disabled={busy}
          onClick={tryRows}
        >
          {text(corrected ? 'mapAndCheck' : state === 'uploaded' ? 'check' : 'recheck')}
        </button>
      ) : null}
      {fileKept && (mayCommit || mayResume) ? (
        <button
          type="button"
          className="button primary"
          disabled={busy}
          onClick={() => commit.mutate({ params })}
        >
          {mayResume
            ? text('resume')
            : text(refused === 0 ? 'commit' : 'commitRest', {
                rows: exactNumber(counts.accepted),
              })}
        </button>
      ) : null}
      {state === 'done' ? (
        <Link to="/households" search={{ area: detail.areaCode }} className="button primary">
          {text('toHouseholds')}
        </Link>
      ) : null}
      <Problem>{problem}</Problem>
    </>
  );
}

function Discard({ id }: { readonly id: string }) {
  const text = useText(exchangeTexts);
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const discard = useWrite('DELETE /api/exchange/imports/:id', {
    stale: ['GET /api/exchange/imports'],
    onDone: () => void navigate({ to: '/imports' }),
  });
  const problem = useExplanation(discard.error);
  return (
    <>
      <button type="button" className="button plain" onClick={() => setAsking(true)}>
        {text('discard')}
      </button>
      {asking ? (
        <Sheet
          centred
          title={text('discard')}
          onClose={() => setAsking(false)}
          foot={
            <>
              <button
                type="button"
                className="button"
                disabled={discard.isPending}
                onClick={() => discard.mutate({ params: { id } })}
              >
                {text('yes')}
              </button>
              <button type="button" className="button plain" onClick={() => setAsking(false)}>
                {text('no')}
              </button>
            </>
          }
        >
          <p>{text('discardAsk')}</p>
          <Problem>{problem}</Problem>
        </Sheet>
      ) : null}
    </>
  );
}
