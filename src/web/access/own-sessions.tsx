// Where one is signed in, and how to end it there.

import type { Session } from '#contract/access.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { type Text, useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Instant } from '#web/ui/figure.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { deviceName } from './device-name.ts';
import { securityTexts } from './security-texts.ts';

export function OwnSessions() {
  const text = useText(securityTexts);
  const read = useRead('GET /api/access/sessions', {});
  const end = useWrite('DELETE /api/access/sessions/:id', { stale: ['GET /api/access/sessions'] });
  const problem = useExplanation(end.error);
  return (
    <Block title={text('sessions')} aside={text('sessionsAside')}>
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {read.isPending ? <Skeleton lines={4} /> : null}
      <Problem>{problem}</Problem>
      <ul className="sessions">
        {(read.data?.items ?? []).map((session) => (
          <li key={session.id}>
            <div>
              <p title={session.device}>{deviceText(text, session)}</p>
              <p className="small quiet">
                {text('began')} <Instant at={session.createdAt} />
                {text.marks.comma}
                {text('used')} <Instant at={session.lastSeenAt} />
              </p>
            </div>
            {session.current ? (
              <Chip meaning="done">{text('here')}</Chip>
            ) : (
              <button
                type="button"
                className="button"
                aria-label={text('endLabel', { device: deviceText(text, session) })}
                disabled={end.isPending}
                onClick={() => end.mutate({ params: { id: session.id } })}
              >
                {text('end')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </Block>
  );
}

function deviceText(
  text: Text<NonNullable<(typeof securityTexts)['key']>>,
  { device }: Session,
): string {
  const { browser, system } = deviceName(device);
  if (browser !== '' && system !== '') return text('onSystem', { browser, system });
  return browser || system || device.slice(0, 60) || text('unknownDevice');
}
