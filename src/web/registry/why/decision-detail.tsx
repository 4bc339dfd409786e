// One decision: what was decided and why in a sentence, what would change it, the rule as a tree, the
// values with where they came from, and the version that decided.
import { Link } from '@tanstack/react-router';
import type { DecisionExplanation } from '#contract/targeting-explain.ts';
import { MarkChip } from '#web/policy/mark-chip.tsx';
import { packName } from '#web/policy/pack-name.ts';
import { points } from '#web/registry/score/points.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownDay } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { DecidedBefore } from './decided-before.tsx';
import { decidedTexts } from './decided-texts.ts';
import { DecisionChanges } from './decision-changes.tsx';
import { DecisionFacts } from './decision-facts.tsx';
import { DecisionParts } from './decision-parts.tsx';
import { OutcomeChip } from './outcome-chip.tsx';
import { useDecision } from './why-reads.ts';
import type { WhySearch } from './why-search.ts';
import { whyTexts } from './why-texts.ts';

interface DecisionDetailProps {
  readonly household: string;
  readonly decision: string;
  readonly search: WhySearch;
}

export function DecisionDetail({ household, decision, search }: DecisionDetailProps) {
  const text = useText(whyTexts);
  const decided = useText(decidedTexts);
  const read = useDecision(household, decision, search);
  if (read.error !== null) {
    return <ErrorState error={read.error} retry={() => void read.refetch()} />;
  }
  if (read.data === undefined) return <Skeleton lines={10} />;
  const why = read.data;
  const { decision: line } = why;
  return (
    <article className="why-detail" aria-label={text.pick(line.title)}>
      <header>
        <h2>{text.pick(line.title)}</h2>
        <p className="chips">
          <OutcomeChip line={line} />
          {why.decided === null ? null : <Chip meaning="unknown">{decided('chip')}</Chip>}
          {line.verified ? null : (
            <Chip meaning="unknown" title={text('unverifiedHelp')}>
              {text('unverified')}
            </Chip>
          )}
        </p>
        <Link
          to="/households/$id/why/$decision/sheet"
          params={{ id: household, decision: line.key }}
          search={search}
          className="button no-print"
        >
          {text('paper')}
        </Link>
      </header>
      <DecidedBefore household={why.household.id} decided={why.decided} on={why.on} />
      {line.question === null ? null : <p className="quiet">{text.pick(line.question)}</p>}
      <p className="why-sentence">{text.pick(line.sentence)}</p>
      <RunNote why={why} />
      <DecisionChanges why={why} />
      <DecisionParts why={why} />
      <DecisionFacts why={why} />
      <Version why={why} />
    </article>
  );
}

function RunNote({ why }: { readonly why: DecisionExplanation }) {
  const text = useText(whyTexts);
  const { run, pack } = why;
  if (run === null) return null;
  const total = points(run.total);
  return (
    <p className="notice">
      {text('runNote', { day: shownDay(run.asOf, text.language), version: pack.version })}
      {text.language === 'zh' ? '。' : '. '}
      {text(run.agrees ? 'runAgrees' : 'runDiffers', { total })}{' '}
      {pack.missingVersion === null
        ? null
        : text('versionMissing', { version: pack.missingVersion, now: pack.version })}
    </p>
  );
}

function Version({ why }: { readonly why: DecisionExplanation }) {
  const text = useText(whyTexts);
  const { pack, mark, objection, decided, on } = why;
  const above = pack.chain.filter(({ id }) => id !== pack.id);
  return (
    <Block title={text('rule')}>
      <dl className="facts">
        <dt>{text('rule')}</dt>
        <dd>
          <Link to="/packs/$pack" params={{ pack: pack.id }} search={{ on }} className="link">
            {packName(text, pack)}
          </Link>
        </dd>
        {above.length === 0 ? null : (
          <>
            <dt>{text('chain')}</dt>
            <dd>{above.map((one) => packName(text, one)).join(text.marks.list)}</dd>
          </>
        )}
        <dt>{text('citation')}</dt>
        <dd>
          {mark.source === null
            ? text('noCitation')
            : `${text.pick(mark.source.title)} ${mark.source.place ?? ''}`}{' '}
          <MarkChip mark={mark} />
          {mark.note === null ? null : <span className="small quiet"> {text.pick(mark.note)}</span>}
        </dd>
      </dl>
      {objection === null || decided !== null ? null : (
        <p>
          {text('objection', {
            process: text.pick(objection.process),
            step: text.pick(objection.step),
            days: objection.days,
          })}{' '}
          {objection.verified ? null : <span className="quiet">{text('objectionUnverified')}</span>}
        </p>
      )}
    </Block>
  );
}
