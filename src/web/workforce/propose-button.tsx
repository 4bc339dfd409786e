// Lets the solver propose pairs for an area, and opens the proposal; those made before stand below.
import { Link, useNavigate } from '@tanstack/react-router';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Instant } from '#web/ui/figure.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { proposalTexts } from './proposal-texts.ts';

export function ProposeButton({ area }: { readonly area: string }) {
  const text = useText(proposalTexts);
  const navigate = useNavigate();
  const propose = useWrite('POST /api/workforce/proposals', {
    stale: ['GET /api/workforce/proposals'],
    onDone: ({ id }) => void navigate({ to: '/helpers/proposals/$id', params: { id } }),
  });
  const problem = useExplanation(propose.error);
  return (
    <>
      {problem === undefined ? null : (
        <span className="quiet" role="alert">
          {problem}
        </span>
      )}
      <button
        type="button"
        className="button primary"
        disabled={propose.isPending}
        onClick={() => propose.mutate({ body: { area } })}
      >
        {text('propose')}
      </button>
    </>
  );
}

export function ProposalList({ area }: { readonly area: string }) {
  const text = useText(proposalTexts);
  const read = useRead('GET /api/workforce/proposals', { query: { area } });
  const items = read.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Block title={text('proposals')}>
      <ul className="workforce-cards">
        {items.map((one) => (
          <li key={one.id}>
            <Link to="/helpers/proposals/$id" params={{ id: one.id }}>
              <strong>{one.areaName}</strong>
              <span className="quiet">
                {text('found', { households: one.households, paired: one.paired })}
              </span>
              <small className="quiet">
                {text('made', { by: one.madeBy })} <Instant at={one.madeAt} />
              </small>
            </Link>
            <span>
              <Chip meaning={one.state === 'open' ? 'due' : 'neutral'}>
                {text(`state_${one.state}`)}
              </Chip>
            </span>
          </li>
        ))}
      </ul>
    </Block>
  );
}
