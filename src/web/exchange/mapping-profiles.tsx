import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Instant } from '#web/ui/figure.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { exchangeTexts } from './texts.ts';

export function MappingProfiles() {
  const text = useText(exchangeTexts);
  const read = useRead('GET /api/exchange/profiles', {});
  const remove = useWrite('DELETE /api/exchange/profiles/:name', {
    stale: ['GET /api/exchange/profiles'],
  });
  const problem = useExplanation(remove.error);
  return (
    <Block title={text('profiles')} aside={text('profilesAside')}>
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {read.data?.items.length === 0 ? <p className="quiet">{text('profilesEmpty')}</p> : null}
      <Problem>{problem}</Problem>
      <ul className="profiles">
        {(read.data?.items ?? []).map((profile) => (
          <li key={`${profile.areaCode}.${profile.name}`}>
            <div>
              <p>{profile.name}</p>
              <p className="quiet small">
                {text('profileColumns', { count: profile.fields.length })} {profile.accountName}{' '}
                <Instant at={profile.savedAt} />
              </p>
            </div>
            <button
              type="button"
              className="button plain"
              aria-label={text('profileDelete', { name: profile.name })}
              disabled={remove.isPending}
              onClick={() => remove.mutate({ params: { name: profile.name } })}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </Block>
  );
}
