// A pack as a book of law: contents at the left, articles in the middle, sources in the margin.
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { PackDocument } from '#contract/policy.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { Field } from '#web/ui/field.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { PrintButton } from '#web/ui/print-button.tsx';
import { SearchInput } from '#web/ui/search-input.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { ArticleView } from './article-view.tsx';
import { ContentsList } from './contents-list.tsx';
import { DocumentList } from './document-list.tsx';
import { BeginDraft } from './draft/begin-draft.tsx';
import { VersionList } from './draft/version-list.tsx';
import { ExampleList } from './example-list.tsx';
import { BothLanguages, InWords } from './in-words.tsx';
import { numberedSections } from './pack-contents.ts';
import { type PackSearch, readPackSearch } from './pack-search.ts';
import { periodWords, versionWords } from './pack-words.ts';
import { policyTexts } from './texts.ts';
import './policy.css';

export function PackPage() {
  const { pack } = useParams({ from: '/frame/packs/$pack' });
  const { on } = useSearch({ from: '/frame/packs/$pack' });
  const read = useRead(
    'GET /api/policy/packs/:id',
    { params: { id: pack }, query: on === undefined ? {} : { on } },
    { keep: true },
  );
  if (read.data !== undefined) return <PackOf pack={read.data} />;
  if (read.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    </div>
  );
}

function PackOf({ pack }: { readonly pack: PackDocument }) {
  const text = useText(policyTexts);
  const { show, find } = useSearch({ from: '/frame/packs/$pack' });
  const [both, setBoth] = useState(false);
  const { summary } = pack;
  const sections = numberedSections(pack, { show, find });
  const isWhole = show === undefined && find === undefined;
  return (
    <BothLanguages.Provider value={both}>
      <div className="page pack" id="top">
        <PageHead
          title={text.pick(summary.title)}
          note={
            <Dotted>
              <code>{summary.id}</code>
              {versionWords(text, summary.version)}
              {summary.area === '' ? text('nation') : summary.areaName}
              {periodWords(text, summary)}
            </Dotted>
          }
          actions={
            <>
              <PrintButton />
              <BeginDraft summary={summary} />
            </>
          }
        />
        <PackFinding pack={pack} />
        <VersionList pack={pack} />
        <PackTools on={pack.on} both={both} onBoth={setBoth} />
        <div className="pack-body">
          <ContentsList
            sections={sections}
            examples={isWhole ? pack.examples.length : 0}
            documents={isWhole ? pack.documents.length : 0}
          />
          <div className="pack-text">
            {sections.length === 0 ? <EmptyState title={text('nothingLeft')} /> : null}
            {sections.map((section) => (
              <section key={section.kind} id={section.anchor} className="pack-section">
                <h2>
                  <InWords words={section.title} />
                </h2>
                {section.articles.map((article) => (
                  <ArticleView key={article.anchor} numbered={article} chain={pack.chain} />
                ))}
              </section>
            ))}
            {isWhole ? (
              <>
                <ExampleList examples={pack.examples} />
                <DocumentList documents={pack.documents} />
              </>
            ) : null}
          </div>
        </div>
      </div>
    </BothLanguages.Provider>
  );
}

interface PackToolsProps {
  readonly on: string;
  readonly both: boolean;
  readonly onBoth: (both: boolean) => void;
}

function PackTools({ on, both, onBoth }: PackToolsProps) {
  const text = useText(policyTexts);
  const navigate = useNavigate();
  const { show, find } = useSearch({ from: '/frame/packs/$pack' });
  const change = (next: PackSearch) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...next }), replace: true });
  return (
    <div className="pack-tools no-print">
      <Field label={text('readOn')}>
        <DayInput value={on} onChange={(day) => change({ on: readPackSearch({ on: day }).on })} />
      </Field>
      <Field label={text('show')}>
        <select
          className="input"
          value={show ?? ''}
          onChange={(event) => change({ show: readPackSearch({ show: event.target.value }).show })}
        >
          <option value="">{text('showAll')}</option>
          <option value="unverified">{text('showUnverified')}</option>
          <option value="sample">{text('showSample')}</option>
        </select>
      </Field>
      <SearchInput
        label={text('find')}
        value={find ?? ''}
        onSettled={(next) => change({ find: readPackSearch({ find: next }).find })}
      />
      <label className="check">
        <input type="checkbox" checked={both} onChange={(event) => onBoth(event.target.checked)} />
        {text('bilingual')}
      </label>
    </div>
  );
}

function PackFinding({ pack }: { readonly pack: PackDocument }) {
  const text = useText(policyTexts);
  const { summary, chain, extendsReason } = pack;
  const values = {
    rows: exactNumber(summary.rows),
    verified: exactNumber(summary.verified),
    unverified: exactNumber(summary.unverified),
    sample: exactNumber(summary.sample),
  };
  const whole = summary.unverified === 0 && summary.sample === 0;
  const layers =
    chain.length < 2
      ? ''
      : text('chain', { chain: chain.map((one) => text.pick(one.title)).join(' → ') });
  const reason =
    extendsReason === null ? '' : text('chainReason', { reason: text.pick(extendsReason) });
  return (
    <>
      <Finding detail={text.pick(summary.summary)}>
        {text(whole ? 'findingAll' : summary.sample === 0 ? 'findingBare' : 'finding', values)}
      </Finding>
      {layers === '' ? null : <p className="quiet small">{layers}</p>}
      {reason === '' ? null : <p className="quiet small">{reason}</p>}
    </>
  );
}
