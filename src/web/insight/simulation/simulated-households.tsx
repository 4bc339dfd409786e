// The households behind a number of a trial, computed as one looks and kept nowhere.
import { Link } from '@tanstack/react-router';
import type { Change } from '#domain/insight/simulation/change.ts';
import { usePages } from '#web/client/read.ts';
import { groupedNo } from '#web/registry/household-no.ts';
import { useText } from '#web/text/catalogue.ts';
import { MoreButton } from '#web/ui/more-button.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { flipWords } from './near-misses.tsx';
import { simulationTexts } from './simulation-texts.ts';
import { trialListTexts } from './trial-list-texts.ts';
import { type Asked, type Opened, trialQuery } from './use-trial.ts';

interface SimulatedHouseholdsProps {
  readonly asked: Asked;
  readonly changes: readonly Change[];
  readonly opened: Opened;
  readonly onClose: () => void;
}

export function SimulatedHouseholds({ asked, changes, opened, onClose }: SimulatedHouseholdsProps) {
  const text = useText(trialListTexts);
  const words = useText(simulationTexts);
  const { of, ...group } = opened;
  const list = usePages('GET /api/insight/simulations/households', {
    query: { ...trialQuery(asked, changes), ...group, limit: 50 },
  });
  const outcome = (name: string) => {
    const key = `outcome_${name}`;
    return text.has(key) ? text(key) : name;
  };
  return (
    <Sheet
      title={`${text(`listTitle_${opened.group}`)}${of === undefined ? '' : ` ${of}`}`}
      onClose={onClose}
    >
      <p className="quiet small">{text('listAside')}</p>
      {list.error === null ? null : <ErrorState error={list.error} retry={list.refetch} />}
      {list.isPending ? <Skeleton lines={6} /> : null}
      {!list.isPending && list.items.length === 0 && list.error === null ? (
        <p>{text('listEmpty')}</p>
      ) : null}
      <ul className="simulated">
        {list.items.map((row) => (
          <li key={row.household}>
            <p>
              <Link
                to="/households/$id"
                params={{ id: row.household }}
                className="row-link"
                preload={false}
              >
                {row.headName || groupedNo(row.householdNo)}
              </Link>{' '}
              <span className="quiet small">
                {row.areaName} {groupedNo(row.householdNo)}
              </span>
            </p>
            <p className="small">
              {text('listNowTried', {
                base: `${row.base.total ?? '—'} ${outcome(row.base.outcome)}`,
                tried: `${row.variant.total ?? '—'} ${outcome(row.variant.outcome)}`,
              })}{' '}
              <span className="quiet">{flipWords(words, row.flip)}</span>
            </p>
          </li>
        ))}
      </ul>
      <MoreButton list={list}>{text('again')}</MoreButton>
    </Sheet>
  );
}
