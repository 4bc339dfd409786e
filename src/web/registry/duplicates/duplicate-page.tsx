// One pair: two records side by side, what to choose, and what was said of it.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { PairDetail } from '#contract/registry-duplicates.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownInstant } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip, type Meaning } from '#web/ui/chip.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { duplicateTexts } from './duplicate-texts.ts';
import { MergedPair } from './merged-pair.tsx';
import { PairComparison } from './pair-comparison.tsx';
import { PairReasons } from './pair-reasons.tsx';
import { SimpleWord } from './simple-word.tsx';
import './duplicates.css';

export function DuplicatePage() {
  const { id = '' } = useParams({ strict: false });
  const [keep, setKeep] = useState<string>();
  const pair = useRead(
    'GET /api/registry/duplicates/:id',
    { params: { id }, query: { keep } },
    { keep: true },
  );
  if (pair.data !== undefined) return <PairOf detail={pair.data} onKeep={setKeep} />;
  if (pair.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <ErrorState error={pair.error} retry={() => void pair.refetch()} />
    </div>
  );
}

const stateMeanings: Readonly<Record<PairDetail['pair']['state'], Meaning>> = {
  open: 'due',
  proposed: 'due',
  merged: 'done',
  different: 'neutral',
};

function PairOf({
  detail,
  onKeep,
}: {
  readonly detail: PairDetail;
  readonly onKeep: (household: string) => void;
}) {
  const text = useText(duplicateTexts);
  const { pair, comparison, merged } = detail;
  const name = (side: 'one' | 'other') => pair[side].headName ?? pair[side].householdNo;
  return (
    <div className="page duplicate">
      <Link to="/duplicates" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead
        title={text('pairTitle', { one: name('one'), other: name('other') })}
        note={
          <>
            <Chip meaning={stateMeanings[pair.state]}>{text(`tab_${pair.state}`)}</Chip>{' '}
            <span>{text(`rank_${pair.rank}`)}</span>
          </>
        }
      />
      <PairReasons reasons={pair.reasons} />
      {merged === null ? null : <MergedPair detail={detail} merged={merged} />}
      {comparison === null || pair.state === 'different' ? null : (
        <PairComparison
          // Another side kept, or another word said, is another set of choices.
          key={`${comparison.kept} ${pair.position}`}
          detail={detail}
          comparison={comparison}
          onKeep={onKeep}
        />
      )}
      {pair.state === 'different' ? <SimpleWord detail={detail} word="reopening" /> : null}
      <Trail acts={detail.acts} />
    </div>
  );
}

function Trail({ acts }: { readonly acts: PairDetail['acts'] }) {
  const text = useText(duplicateTexts);
  return (
    <Block title={text('trail')} className="duplicate-trail">
      <ol>
        {[...acts].reverse().map((act) => (
          <li key={act.position}>
            <strong>{text(`act_${act.kind}`)}</strong> {act.accountName}
            <span className="quiet small"> {shownInstant(act.recordedAt, text.language)}</span>
            {act.reason === '' ? null : <p>{act.reason}</p>}
          </li>
        ))}
      </ol>
    </Block>
  );
}
