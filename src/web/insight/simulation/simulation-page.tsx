// Trying rules before deciding: what is changed on top with the old value and the new one, the answer as
// a sentence, and below it who, where, at what cost and how well it finds the poor.
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { TrialRules } from '#contract/insight-simulation.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { PageHead } from '#web/ui/page-head.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { simulationTexts } from './simulation-texts.ts';
import { trialListTexts } from './trial-list-texts.ts';
import { TrialPage } from './trial-page.tsx';
import './simulation.css';

export function SimulationPage() {
  const { area, on } = useSearch({ from: '/frame/simulations' });
  const rules = useRead('GET /api/insight/simulations/rules', { query: { area, on } });
  if (rules.data !== undefined) {
    return rules.data.sheet === null ? (
      <NoSheet rules={rules.data} />
    ) : (
      <TrialPage rules={rules.data} />
    );
  }
  if (rules.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <ErrorState error={rules.error} retry={() => void rules.refetch()} />
    </div>
  );
}

/** Nothing to change here: what a trial needs, and where it can be had. */
function NoSheet({ rules }: { readonly rules: TrialRules }) {
  const text = useText(trialListTexts);
  const words = useText(simulationTexts);
  const navigate = useNavigate();
  const { places, area, on, today } = rules;
  return (
    <div className="page simulation">
      <PageHead title={words('title')} />
      <EmptyState
        title={text('noSheetTitle')}
        text={text('noSheetText', { area: area.name, on })}
        action={
          on === today ? undefined : (
            <button
              type="button"
              className="button"
              onClick={() => void navigate({ to: '/simulations', search: { area: area.code } })}
            >
              {words('back')}
            </button>
          )
        }
      />
      {places.length === 0 ? null : (
        <>
          <p>{text('noSheetPlaces')}</p>
          <ul className="sheet-places">
            {places.map((place) => (
              <li key={place.code}>
                <Link to="/simulations" search={{ area: place.code }} className="row-link">
                  {place.name}
                </Link>{' '}
                <span className="quiet">{text.pick(place.pack)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
