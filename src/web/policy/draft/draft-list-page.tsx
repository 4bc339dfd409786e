// Drafts of the rules of one's area: what waits for the reader first, then the last changed.
import { Link } from '@tanstack/react-router';
import type { DraftSummary } from '#contract/policy-drafts.ts';
import { useRead } from '#web/client/read.ts';
import { packName } from '#web/policy/pack-name.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownDay, shownInstant } from '#web/text/number.ts';
import { AreaName } from '#web/ui/area-name.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { DraftState } from './draft-state.tsx';
import { draftTexts } from './texts.ts';
import './draft.css';

export function DraftListPage() {
  const text = useText(draftTexts);
  const read = useRead('GET /api/policy/drafts', {});
  const items = [...(read.data?.items ?? [])].sort(
    (left, right) => Number(right.waitsForMe) - Number(left.waitsForMe),
  );
  const packs = (
    <Link to="/packs" className="button">
      {text('toPacks')}
    </Link>
  );
  return (
    <div className="page">
      <PageHead title={text('listTitle')} actions={items.length === 0 ? undefined : packs} />
      <p className="quiet">{text('listLead')}</p>
      {read.error !== null ? (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      ) : read.data === undefined ? (
        <Skeleton lines={6} />
      ) : items.length === 0 ? (
        <EmptyState title={text('listEmpty')} text={text('listEmptyText')} action={packs} />
      ) : (
        <ul className="draft-list">
          {items.map((draft) => (
            <DraftLine key={draft.id} draft={draft} />
          ))}
        </ul>
      )}
    </div>
  );
}

function DraftLine({ draft }: { readonly draft: DraftSummary }) {
  const text = useText(draftTexts);
  return (
    <li className={draft.waitsForMe ? 'draft-line active' : 'draft-line'}>
      <div>
        <h2>
          <Link to="/packs/drafts/$id" params={{ id: draft.id }}>
            {text.pick(draft.title)}
          </Link>{' '}
          <DraftState draft={draft} />
          {draft.waitsForMe ? <small>{text('waitsForMe')}</small> : null}
        </h2>
        <p className="quiet small">
          <Dotted>
            {text(draft.kind === 'version' ? 'kind_version' : 'kind_extension', {
              pack: packName(text, draft.base),
            })}
            <AreaName code={draft.area} />
            {text('by', { name: draft.owner })}
            {text('changed', {
              name: draft.changedBy,
              when: shownInstant(draft.changedAt, text.language),
            })}
          </Dotted>
        </p>
      </div>
      <dl>
        <div>
          <dt>{text('takesEffect')}</dt>
          <dd>{shownDay(draft.takesEffect, text.language)}</dd>
        </div>
        <div>
          <dt>{text('tab_changes')}</dt>
          <dd>{draft.changes}</dd>
        </div>
        {draft.errors === 0 ? null : (
          <div>
            <dt>&nbsp;</dt>
            <dd>
              <Chip meaning="over">{text('problems', { count: draft.errors })}</Chip>
            </dd>
          </div>
        )}
      </dl>
    </li>
  );
}
