// Pairs found by name, side by side: a person says whether they are one.

import { useSearch } from '@tanstack/react-router';
import type { Pair } from '#contract/targeting-comparison.ts';
import { usePages, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Chip } from '#web/ui/chip.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState, useExplanation } from '#web/ui/states.tsx';
import { comparisonTexts } from './comparison-texts.ts';
import { staleLeads } from './stale-leads.ts';

export function PairList() {
  const text = useText(comparisonTexts);
  const { area, of: list } = useSearch({ from: '/frame/comparisons' });
  const pairs = usePages('GET /api/targeting/pairs', { query: { area, list } });
  const none = !pairs.isPending && pairs.error === null && pairs.items.length === 0;
  return (
    <>
      {pairs.error === null ? null : <ErrorState error={pairs.error} retry={pairs.refetch} />}
      {pairs.isPending ? <Skeleton lines={6} /> : null}
      {none ? <EmptyState title={text('pairsEmptyTitle')} text={text('pairsEmptyText')} /> : null}
      {pairs.items.length === 0 ? null : <p className="quiet">{text('pairsLead')}</p>}
      <ul className="pairs">
        {pairs.items.map((pair) => (
          <PairCard key={pair.id} pair={pair} />
        ))}
      </ul>
      <MoreButton list={pairs}>{text('more')}</MoreButton>
    </>
  );
}

function PairCard({ pair }: { readonly pair: Pair }) {
  const text = useText(comparisonTexts);
  const decide = useWrite('POST /api/targeting/pairs/:id/verdict', { stale: staleLeads });
  const problem = useExplanation(decide.error);
  const { said, known, agreements } = pair;
  const say = (verdict: 'same' | 'different') =>
    decide.mutate({ params: { id: pair.id }, body: { verdict } });
  const word = (field: 'name' | 'birth' | 'place') => {
    const key = `${agreements[field]}_${field}`;
    return text.has(key) ? text(key) : agreements[field];
  };
  return (
    <li className="pair">
      <table className="rows dense">
        <thead>
          <tr>
            <td />
            <th scope="col">{text('pairSaid', { row: said.row })}</th>
            <th scope="col">{text('pairKnown')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{text('pairName')}</th>
            <td>{said.name}</td>
            <td>{known.name}</td>
            <td>
              <Chip meaning="neutral">{word('name')}</Chip>
            </td>
          </tr>
          <tr>
            <th scope="row">{text('pairBirth')}</th>
            <td>{said.birthDate ?? '—'}</td>
            <td>{known.birthDate ?? '—'}</td>
            <td>
              <Chip meaning="neutral">{word('birth')}</Chip>
            </td>
          </tr>
          <tr>
            <th scope="row">{text('pairPlace')}</th>
            <td>{said.place === '' ? '—' : said.place}</td>
            <td>{known.place}</td>
            <td>
              <Chip meaning="neutral">{word('place')}</Chip>
            </td>
          </tr>
        </tbody>
      </table>
      <p className="quiet">
        {pair.list.title} · {said.object} · {text('weight', { weight: pair.weight })}
      </p>
      <p className="pair-acts">
        <button
          type="button"
          className="button"
          disabled={decide.isPending}
          onClick={() => say('same')}
        >
          {text('pairSame')}
        </button>
        <button
          type="button"
          className="button"
          disabled={decide.isPending}
          onClick={() => say('different')}
        >
          {text('pairDifferent')}
        </button>
      </p>
      <Problem>{problem}</Problem>
    </li>
  );
}
