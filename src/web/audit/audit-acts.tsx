// What can be done with the trail: take it away as a file, keep its heads, prove the chains.

import { useState } from 'react';
import type { AuditHeads } from '#contract/audit.ts';
import { useMay } from '#web/access/me.ts';
import { urlOf } from '#web/client/call.ts';
import { useText } from '#web/text/catalogue.ts';
import { Problem } from '#web/ui/problem.tsx';
import { saveFrom } from '#web/ui/save-file.ts';
import { useExplanation } from '#web/ui/states.tsx';
import { saveHeads } from './heads-file.ts';
import type { AuditSearch } from './read-audit-search.ts';
import { auditTexts } from './texts.ts';
import { Verification } from './verification.tsx';

interface AuditActsProps {
  readonly query: AuditSearch & { readonly area?: string };
  readonly heads: AuditHeads | undefined;
}

export function AuditActs({ query, heads }: AuditActsProps) {
  const text = useText(auditTexts);
  const may = useMay();
  const [verifying, setVerifying] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const problem = useExplanation(error);
  const exportEntries = () => {
    setError(null);
    saveFrom(urlOf('GET /api/audit/entries/export', { query })).catch(setError);
  };
  return (
    <>
      <button type="button" className="button" onClick={exportEntries}>
        {text('export')}
      </button>
      {heads === undefined ? null : (
        <button
          type="button"
          className="button"
          title={text('headsTitle')}
          onClick={() => saveHeads(heads)}
        >
          {text('heads')}
        </button>
      )}
      {may('audit.verify') ? (
        <button type="button" className="button primary" onClick={() => setVerifying(true)}>
          {text('verify')}
        </button>
      ) : null}
      <Problem>{problem}</Problem>
      {verifying ? <Verification onClose={() => setVerifying(false)} /> : null}
    </>
  );
}
