// The acceptance form on one sheet of A4: what is seen is what is printed, in Chinese or English.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { PageHead } from '#web/ui/page-head.tsx';
import { PrintButton } from '#web/ui/print-button.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { AcceptanceForm } from './acceptance-form.tsx';
import { formTexts } from './form-texts.ts';
import './acceptance-form.css';

export function FormPage() {
  const text = useText(formTexts);
  const { id } = useParams({ from: '/frame/cases/$id/form' });
  const list = useRead('GET /api/casework/cases/:id/checks', { params: { id } });
  const one = useRead('GET /api/casework/cases/:id', { params: { id } });
  const household = list.data?.household ?? null;
  const card = useRead(
    'GET /api/registry/households/:id',
    { params: { id: household ?? '' } },
    { enabled: household !== null },
  );
  const [language, setLanguage] = useState<'zh' | 'en'>(text.language);
  const failed = [list, one, card].find(({ error }) => error !== null);
  if (failed !== undefined) {
    return (
      <div className="page">
        <ErrorState error={failed.error} retry={() => void failed.refetch()} />
      </div>
    );
  }
  const isReady = household === null || card.data !== undefined;
  if (list.data === undefined || one.data === undefined || !isReady) return <PageSkeleton />;
  return (
    <div className="page acceptance-page">
      <Link to="/cases/$id/checks" params={{ id }} className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <div className="no-print">
        <PageHead
          title={text.pick(list.data.form)}
          actions={
            <>
              <select
                className="input"
                aria-label={text('language')}
                value={language}
                onChange={({ target }) => setLanguage(target.value === 'en' ? 'en' : 'zh')}
              >
                <option value="zh" lang="zh">
                  中文
                </option>
                <option value="en">English</option>
              </select>
              <PrintButton isMain />
            </>
          }
        />
      </div>
      <AcceptanceForm list={list.data} one={one.data} card={card.data} language={language} />
    </div>
  );
}
