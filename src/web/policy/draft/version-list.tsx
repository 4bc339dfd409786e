// The versions of a pack with the days they count from, and what changed from one to the next.
import { useState } from 'react';
import type { PackDocument } from '#contract/policy.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownDay } from '#web/text/number.ts';
import { Chip } from '#web/ui/chip.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { ChangeList } from './change-list.tsx';
import { draftTexts } from './texts.ts';
import './draft.css';

export function VersionList({ pack }: { readonly pack: PackDocument }) {
  const text = useText(draftTexts);
  const [compared, setCompared] = useState<{ readonly before: string; readonly after: string }>();
  const { versions, summary } = pack;
  if (versions.length < 2) return null;
  return (
    <section className="version-list no-print" aria-label={text('versions')}>
      <h2>{text('versions')}</h2>
      <ul>
        {versions.map(({ version, from, isRead, isScheduled }, index) => {
          const older = versions[index + 1];
          return (
            <li key={version}>
              {text('versionFrom', { version, from: shownDay(from, text.language) })}{' '}
              {isRead ? <Chip meaning="neutral">{text('versionRead')}</Chip> : null}{' '}
              {isScheduled ? <Chip meaning="due">{text('versionScheduled')}</Chip> : null}{' '}
              {older === undefined ? null : (
                <button
                  type="button"
                  className="button plain"
                  onClick={() => setCompared({ before: older.version, after: version })}
                >
                  {text('versionDiff', { version: older.version })}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {compared === undefined ? null : (
        <VersionDiff id={summary.id} {...compared} onClose={() => setCompared(undefined)} />
      )}
    </section>
  );
}

interface VersionDiffProps {
  readonly id: string;
  readonly before: string;
  readonly after: string;
  readonly onClose: () => void;
}

function VersionDiff({ id, before, after, onClose }: VersionDiffProps) {
  const text = useText(draftTexts);
  const read = useRead('GET /api/policy/packs/:id/diff', {
    params: { id },
    query: { before, after },
  });
  return (
    <section>
      <h3>
        {text('diffTitle', { before, after })}{' '}
        <button type="button" className="button plain" onClick={onClose}>
          {text('diffClose')}
        </button>
      </h3>
      {read.data !== undefined ? (
        <ChangeList changes={read.data.changes} />
      ) : read.error === null ? (
        <Skeleton lines={3} />
      ) : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
    </section>
  );
}
