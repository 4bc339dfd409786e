// Views one saved or that were shared with one's role; what is sent of them by the clock; files received.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Exploration, SavedView } from '#contract/insight-explore.ts';
import { useMay } from '#web/access/me.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownInstant } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import type { ExploreSearch } from './explore-search.ts';
import { ReceivedFiles } from './received-files.tsx';
import { SaveViewSheet } from './save-view-sheet.tsx';
import { ScheduleSheet } from './schedule-sheet.tsx';
import { Schedules } from './schedules.tsx';
import { exploreTexts } from './texts.ts';

interface SavedViewsProps {
  readonly search: ExploreSearch;
  readonly exploration: Exploration | undefined;
}

export function SavedViews({ search, exploration }: SavedViewsProps) {
  const text = useText(exploreTexts);
  const may = useMay();
  const [saving, setSaving] = useState(false);
  const [sending, setSending] = useState<SavedView | undefined>(undefined);
  const read = useRead('GET /api/insight/views', {});
  const remove = useWrite('DELETE /api/insight/views/:id', {
    stale: ['GET /api/insight/views', 'GET /api/insight/schedules'],
  });
  const problem = useExplanation(read.error ?? remove.error);
  const items = read.data?.items ?? [];
  return (
    <>
      <Block title={text('views')}>
        <button
          type="button"
          className="button primary explore-save"
          disabled={exploration === undefined}
          onClick={() => setSaving(true)}
        >
          {text('save')}
        </button>
        <Problem>{problem}</Problem>
        {read.data !== undefined && items.length === 0 ? (
          <p className="quiet small">{text('viewsEmpty')}</p>
        ) : null}
        <ul className="explore-views">
          {items.map((view) => (
            <li key={view.id}>
              <Link
                to="/explore"
                search={(before) => ({ ...view.question, area: before.area })}
                className="row-link"
              >
                {view.title}
              </Link>
              <ViewNote view={view} />
              <span className="explore-view-acts">
                {may('insight.report') ? (
                  <button type="button" className="link small" onClick={() => setSending(view)}>
                    {text('send')}
                  </button>
                ) : null}
                {view.isOwn ? (
                  <button
                    type="button"
                    className="link small"
                    aria-label={`${text('delete')} ${view.title}`}
                    onClick={() => remove.mutate({ params: { id: view.id } })}
                  >
                    {text('delete')}
                  </button>
                ) : null}
              </span>
            </li>
          ))}
        </ul>
      </Block>
      {may('insight.report') ? <Schedules /> : null}
      <ReceivedFiles />
      {saving && exploration !== undefined ? (
        <SaveViewSheet search={search} exploration={exploration} onClose={() => setSaving(false)} />
      ) : null}
      {sending === undefined ? null : (
        <ScheduleSheet view={sending} onClose={() => setSending(undefined)} />
      )}
    </>
  );
}

export function ViewNote({ view }: { readonly view: SavedView }) {
  const text = useText(exploreTexts);
  const role = view.role === null ? undefined : `role_${view.role}`;
  return (
    <span className="small quiet">
      {text('byWhom', { name: view.savedBy, when: shownInstant(view.savedAt, text.language) })}
      {role !== undefined && text.has(role) ? (
        <>
          {' · '}
          {text('sharedWith', { role: text(role) })}
        </>
      ) : null}
    </span>
  );
}
