// Households drawn, by place: which teams have scored them, never what they found; mine with a button.

import { Link, useSearch } from '@tanstack/react-router';
import type { Campaign } from '#contract/supervision.ts';
import type { SampleRow } from '#contract/supervision-scores.ts';
import { usePages } from '#web/client/read.ts';
import { groupedNo } from '#web/registry/household-no.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { sampleTexts } from './sample-texts.ts';

export function SampleList({ one }: { readonly one: Campaign }) {
  const text = useText(sampleTexts);
  const { mine } = useSearch({ from: '/frame/samples/$id' });
  const sample = usePages('GET /api/supervision/campaigns/:id/sample', {
    params: { id: one.id },
    query: mine === true ? { mine: 'true' } : {},
  });
  const comma = text.marks.list;
  return (
    <Block
      title={text('sample')}
      aside={
        one.team === null ? undefined : (
          <Link
            to="/samples/$id"
            params={{ id: one.id }}
            search={{ mine: mine === true ? undefined : true }}
            className="link no-print"
          >
            {text(mine === true ? 'showAll' : 'onlyMine')}
          </Link>
        )
      }
    >
      {sample.error === null ? null : <ErrorState error={sample.error} retry={sample.refetch} />}
      {sample.isPending ? <Skeleton lines={6} /> : null}
      <ul className="sample-rows">
        {sample.items.map((row) => (
          <li key={row.household}>
            <span>
              <strong>{row.headName ?? text('nameless')}</strong>{' '}
              {row.isKin ? <Chip meaning="due">{text('kin')}</Chip> : null}
              <br />
              <span className="quiet">
                {row.township} {row.village} <small>{groupedNo(row.householdNo)}</small>
              </span>
            </span>
            <span className="quiet">
              {row.scoredBy.length === 0
                ? text('notScored')
                : `${text('scoredBy')}${text.marks.colon}${row.scoredBy.join(comma)}`}
            </span>
            <Turn one={one} row={row} />
          </li>
        ))}
      </ul>
      <MoreButton list={sample}>{text('more')}</MoreButton>
    </Block>
  );
}

function Turn({ one, row }: { readonly one: Campaign; readonly row: SampleRow }) {
  const text = useText(sampleTexts);
  const mayScore = one.state === 'drawn' && (row.mine === 'wait' || row.mine === 'again');
  if (mayScore) {
    return (
      <Link
        to="/samples/$id/score/$household"
        params={{ id: one.id, household: row.household }}
        className="button no-print"
      >
        {text(`mine_${row.mine}`)}
      </Link>
    );
  }
  if (row.mine === 'done') return <Chip meaning="done">{text('mine_done')}</Chip>;
  return <span className="quiet">{text(`mine_${row.mine === 'own' ? 'own' : 'no'}`)}</span>;
}
