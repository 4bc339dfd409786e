// What a merge did, and the way back.

import { Link } from '@tanstack/react-router';
import type { PairDetail } from '#contract/registry-duplicates.ts';
import { groupedNo } from '#web/registry/household-no.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Finding } from '#web/ui/page-head.tsx';
import { duplicateTexts } from './duplicate-texts.ts';
import { SimpleWord } from './simple-word.tsx';

export function MergedPair({
  detail,
  merged,
}: {
  readonly detail: PairDetail;
  readonly merged: NonNullable<PairDetail['merged']>;
}) {
  const text = useText(duplicateTexts);
  const { pair } = detail;
  const kept = pair.one.id === merged.gone.id ? pair.other : pair.one;
  return (
    <>
      <Finding>
        {text.rich(
          'merged',
          {
            kept: (
              <Link to="/households/$id" params={{ id: kept.id }} className="link">
                {groupedNo(kept.householdNo)}
              </Link>
            ),
          },
          { number: groupedNo(merged.gone.householdNo) },
        )}
      </Finding>
      <Block title={text('mergedMoved')}>
        <MovedList rows={merged.moved} />
      </Block>
      <SimpleWord detail={detail} word="undo" />
    </>
  );
}

export function MovedList({ rows }: { readonly rows: NonNullable<PairDetail['merged']>['moved'] }) {
  const text = useText(duplicateTexts);
  if (rows.length === 0) return <p className="quiet">{text('movingNone')}</p>;
  return (
    <ul className="moved-rows">
      {rows.map(({ what, rows: count }) => (
        <li key={what.en}>
          {text('movedRow', { what: text.pick(what), count: exactNumber(count) })}
        </li>
      ))}
    </ul>
  );
}
