// Where a spreadsheet comes in, the files that came in before, and the mappings that were kept.

import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '#web/access/me.ts';
import { urlOf } from '#web/client/call.ts';
import { useText } from '#web/text/catalogue.ts';
import { PageHead } from '#web/ui/page-head.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { saveFrom } from '#web/ui/save-file.ts';
import { useExplanation } from '#web/ui/states.tsx';
import { FileDrop } from './file-drop.tsx';
import { ImportHistory } from './import-history.tsx';
import { MappingProfiles } from './mapping-profiles.tsx';
import { exchangeTexts } from './texts.ts';
import './exchange.css';

export function ImportListPage() {
  const text = useText(exchangeTexts);
  const me = useMe();
  const navigate = useNavigate();
  const { area } = useSearch({ from: '/frame/imports' });
  const [error, setError] = useState<unknown>(null);
  const problem = useExplanation(error);
  return (
    <div className="page imports">
      <PageHead
        title={text('title')}
        actions={
          <button
            type="button"
            className="button"
            onClick={() => {
              setError(null);
              saveFrom(urlOf('GET /api/exchange/template', {})).catch(setError);
            }}
          >
            {text('template')}
          </button>
        }
      />
      <p className="quiet">{text('lead')}</p>
      <Problem>{problem}</Problem>
      <FileDrop
        area={area ?? me.area.code}
        onUploaded={(id) => void navigate({ to: '/imports/$id', params: { id } })}
      />
      <div className="imports-body">
        <ImportHistory />
        <MappingProfiles />
      </div>
    </div>
  );
}
