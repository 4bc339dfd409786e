// All articles of a draft, narrowed by what one looks for; changed ones carry a dot, faulty ones a number.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DraftView } from '#contract/policy-drafts.ts';
import { useText } from '#web/text/catalogue.ts';
import { SearchInput } from '#web/ui/search-input.tsx';
import { draftTexts } from './texts.ts';

interface RowListProps {
  readonly view: DraftView;
  readonly row: string | undefined;
}

export function RowList({ view, row }: RowListProps) {
  const text = useText(draftTexts);
  const [query, setQuery] = useState('');
  const [onlyChanged, setOnlyChanged] = useState(false);
  const wanted = query.trim().toLowerCase();
  const sections = view.sections
    .map((section) => ({
      ...section,
      rows: section.rows.filter(
        ({ id, title, isChanged, problems }) =>
          (!onlyChanged || isChanged || problems > 0) &&
          [id, title.zh, title.en].some((one) => one.toLowerCase().includes(wanted)),
      ),
    }))
    .filter(({ rows }) => rows.length > 0);
  const isNarrowed = wanted !== '' || onlyChanged;
  return (
    <nav className="row-list" aria-label={text('tab_rows')}>
      <SearchInput value={query} onSettled={setQuery} label={text('search')} />
      <label className="check">
        <input
          type="checkbox"
          checked={onlyChanged}
          onChange={(event) => setOnlyChanged(event.target.checked)}
        />
        {text('onlyChanged')}
      </label>
      {sections.length === 0 ? <p className="quiet">{text('nothingFound')}</p> : null}
      {sections.map((section) => {
        const isHere = section.rows.some(({ id }) => `${section.kind}.${id}` === row);
        const hasNews = section.rows.some(({ isChanged, problems }) => isChanged || problems > 0);
        return (
          <details key={section.kind} open={isNarrowed || isHere || hasNews || undefined}>
            <summary>
              {text.pick(section.title)} <small>{section.rows.length}</small>
            </summary>
            <ul>
              {section.rows.map((one) => (
                <li key={one.id}>
                  <Link
                    to="/packs/drafts/$id"
                    params={{ id: view.summary.id }}
                    search={(before) => ({ ...before, row: `${section.kind}.${one.id}` })}
                    aria-current={`${section.kind}.${one.id}` === row ? 'true' : undefined}
                  >
                    <span>{text.pick(one.title)}</span>
                    {one.isOwn ? null : <small>{text('inherited')}</small>}
                    {one.isChanged ? (
                      <span className="row-changed" title={text('isChanged')}>
                        ●<span className="visually-hidden">{text('isChanged')}</span>
                      </span>
                    ) : null}
                    {one.problems > 0 ? (
                      <span
                        className="row-faulty"
                        title={text('problems', { count: one.problems })}
                      >
                        ▲ {one.problems}
                      </span>
                    ) : null}
                  </Link>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </nav>
  );
}
