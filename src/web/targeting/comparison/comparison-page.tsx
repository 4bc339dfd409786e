// Leads by clock, pairs to tell apart, and how right each source was.
import { Link, useSearch } from '@tanstack/react-router';
import type { LeadCounts } from '#contract/targeting-leads.ts';
import { useMay } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { PageHead } from '#web/ui/page-head.tsx';
import { comparisonTabs } from './comparison-search.ts';
import { comparisonTexts } from './comparison-texts.ts';
import { LeadList } from './lead-list.tsx';
import { PairList } from './pair-list.tsx';
import { SourceTable } from './source-table.tsx';
import './comparison.css';

export function ComparisonPage() {
  const text = useText(comparisonTexts);
  const may = useMay();
  const { area, section: tab = 'leads' } = useSearch({ from: '/frame/comparisons' });
  const counts = useRead('GET /api/targeting/leads/counts', { query: { area } });
  const tabs = comparisonTabs.filter((one) => one !== 'pairs' || may('targeting.decide'));
  return (
    <div className="page comparisons">
      <PageHead
        title={text('title')}
        note={counts.data === undefined ? undefined : text('lead', standing(counts.data))}
        actions={
          may('targeting.deliver') ? (
            <Link to="/department-lists" className="button">
              {text('toLists')}
            </Link>
          ) : undefined
        }
      />
      <p className="quiet comparison-help">{text('help')}</p>
      <nav className="tabs no-print" aria-label={text('tabs')}>
        {tabs.map((one) => (
          <Link
            key={one}
            to="/comparisons"
            search={(before) => ({ ...before, section: one === 'leads' ? undefined : one })}
            activeOptions={{ exact: true }}
            aria-current={one === tab ? 'page' : undefined}
          >
            {text(`tab_${one}`)}
            {one === 'pairs' && counts.data !== undefined ? ` ${counts.data.pairs}` : ''}
          </Link>
        ))}
      </nav>
      {tab === 'pairs' && may('targeting.decide') ? (
        <PairList />
      ) : tab === 'sources' ? (
        <SourceTable counts={counts} />
      ) : (
        <LeadList />
      )}
    </div>
  );
}

function standing({ open, answered, overdue }: LeadCounts) {
  return { open, answered, overdue };
}
