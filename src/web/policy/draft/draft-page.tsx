// A draft: what it is and where it stands, its articles to be edited, what changes, what the examples
// come to, and everything that was done to it.
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { DraftView } from '#contract/policy-drafts.ts';
import { useMay } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { packName } from '#web/policy/pack-name.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownDay } from '#web/text/number.ts';
import { AreaName } from '#web/ui/area-name.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { ChangeList } from './change-list.tsx';
import { DraftActs } from './draft-acts.tsx';
import { type DraftEdits, useDraftEdits } from './draft-edits.ts';
import { DraftConflict, DraftHistory } from './draft-history.tsx';
import { draftTabs, readRow } from './draft-search.ts';
import { DraftState } from './draft-state.tsx';
import { ExampleTab } from './example-tab.tsx';
import { RowList } from './row-list.tsx';
import { RowPanel } from './row-panel.tsx';
import { draftTexts } from './texts.ts';
import './draft.css';

export function DraftPage() {
  const { id } = useParams({ from: '/frame/packs/drafts/$id' });
  const read = useRead('GET /api/policy/drafts/:id', { params: { id } });
  if (read.data !== undefined) return <DraftOf key={id} view={read.data} />;
  if (read.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    </div>
  );
}

function DraftOf({ view }: { readonly view: DraftView }) {
  const text = useText(draftTexts);
  const { tab = 'rows' } = useSearch({ from: '/frame/packs/drafts/$id' });
  const edits = useDraftEdits(view);
  const may = useMay();
  const { summary, changes, examples } = view;
  const counts = {
    rows: undefined,
    changes: changes.length,
    examples: examples.filter(({ differs }) => differs).length,
    history: view.history.length,
  };
  return (
    <div className="page draft">
      <Link to="/packs/drafts" className="back-link no-print">
        ‹ {text('toDrafts')}
      </Link>
      <PageHead
        title={text('title', { title: text.pick(summary.title) })}
        note={
          <>
            <DraftState draft={summary} />{' '}
            <Dotted>
              {text(summary.kind === 'version' ? 'kind_version' : 'kind_extension', {
                pack: packName(text, summary.base),
              })}
              <AreaName code={summary.area} />
              {`${text('takesEffect')} ${shownDay(summary.takesEffect, text.language)}`}
            </Dotted>
          </>
        }
        actions={
          <>
            {may('insight.simulate') ? (
              <Link
                to="/simulations"
                search={{ draft: summary.id }}
                className="button"
                title={text('simulateTitle')}
              >
                {text('simulate')}
              </Link>
            ) : null}
            <DraftActs view={view} />
          </>
        }
      />
      <DraftFinding view={view} />
      {view.baseReplacedBy === null ? null : (
        <p className="notice">
          {text('baseReplaced', { pack: text.pick(summary.title), version: view.baseReplacedBy })}
        </p>
      )}
      <DraftConflict edits={edits} />
      <nav className="draft-tabs no-print" aria-label={text('toDrafts')}>
        {draftTabs.map((one) => (
          <Link
            key={one}
            to="/packs/drafts/$id"
            params={{ id: summary.id }}
            search={(before) => ({ ...before, tab: one })}
            aria-current={one === tab ? 'page' : undefined}
          >
            {text(`tab_${one}`)}
            {counts[one] === undefined ? null : <small>{exactNumber(counts[one] ?? 0)}</small>}
          </Link>
        ))}
      </nav>
      {tab === 'rows' ? <RowsTab edits={edits} /> : null}
      {tab === 'changes' ? <ChangeList changes={changes} /> : null}
      {tab === 'examples' ? <ExampleTab edits={edits} /> : null}
      {tab === 'history' ? <DraftHistory view={view} /> : null}
    </div>
  );
}

function DraftFinding({ view }: { readonly view: DraftView }) {
  const text = useText(draftTexts);
  const { changes, examples, problems } = view;
  if (changes.length === 0 && problems.length === 0)
    return <Finding>{text('findingNone')}</Finding>;
  const isFaulty = examples.length === 0 && view.summary.errors > 0;
  return (
    <Finding>
      {text(isFaulty ? 'findingFaulty' : 'finding', {
        changes: changes.length,
        errors: view.summary.errors,
        total: examples.length,
        differ: examples.filter(({ differs }) => differs).length,
      })}
    </Finding>
  );
}

/** The list beside the article that is open; on a phone one or the other. */
function RowsTab({ edits }: { readonly edits: DraftEdits }) {
  const text = useText(draftTexts);
  const navigate = useNavigate();
  const { row } = useSearch({ from: '/frame/packs/drafts/$id' });
  const open = readRow(row);
  const close = () =>
    void navigate({ to: '.', search: (before) => ({ ...before, row: undefined }) });
  return (
    <div className={open === undefined ? 'draft-body' : 'draft-body open'}>
      <RowList view={edits.view} row={row} />
      {open === undefined ? (
        <div className="draft-none">
          <EmptyState title={text('pickRow')} text={text('pickRowText')} />
        </div>
      ) : (
        <RowPanel edits={edits} kind={open.kind} id={open.id} onBack={close} />
      )}
    </div>
  );
}
