// Why: the score item by item against the village's median, so that a family and its neighbour can
// dispute one row instead of a number; then the vetoes. Of a household that has exited it decides nothing.
import type { HouseholdCard } from '#contract/registry-households.ts';
import type { ScoreExplanation } from '#contract/targeting.ts';
import { hasExited } from '#domain/registry/stage.ts';
import type { ScoreRead } from '#web/registry/household/household-reads.ts';
import { decidedTexts } from '#web/registry/why/decided-texts.ts';
import { type Text, useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { points } from './points.ts';
import { ScoreBars } from './score-bars.tsx';
import { scoreTexts } from './score-texts.ts';

type Words = Text<NonNullable<(typeof scoreTexts)['key']>>;

export function ScoreBlock({
  card,
  score,
}: {
  readonly card: HouseholdCard;
  readonly score: ScoreRead;
}) {
  const text = useText(scoreTexts);
  const decided = useText(decidedTexts);
  const exited = hasExited(card.stage);
  const title = text(card.stage === 'SURVEYED' || exited ? 'scoreSurveyed' : 'score');
  if (score.data === undefined) {
    if (score.fetchStatus === 'idle' && score.error === null) return null;
    return (
      <Block title={title}>
        {score.error === null ? (
          <Skeleton lines={8} />
        ) : (
          <ErrorState error={score.error} retry={() => void score.refetch()} />
        )}
      </Block>
    );
  }
  const explained = score.data;
  return (
    <Block className="score" title={title} aside={noteOf(explained, text)}>
      <ScoreBars score={explained} />
      <dl className="score-total">
        <dt>{text('scoreTotal')}</dt>
        <dd>
          <strong>{points(explained.total)}</strong>{' '}
          <span className="quiet">
            {explained.villageMedian === null
              ? text('scoreVillageUnknown', { max: points(explained.sheet.max) })
              : text('scoreVillage', {
                  median: points(explained.villageMedian),
                  max: points(explained.sheet.max),
                })}
          </span>
        </dd>
      </dl>
      {explained.villageScored === 0 ? null : (
        <p className="small quiet">{text('scoreMedianNote', { count: explained.villageScored })}</p>
      )}
      <p className="chips">
        <Chip
          meaning={
            explained.decision === 'vetoed'
              ? 'over'
              : explained.decision === 'undetermined'
                ? 'unknown'
                : 'neutral'
          }
        >
          {text(`decision_${explained.decision}`)}
        </Chip>
        {exited ? <Chip meaning="unknown">{decided('chip')}</Chip> : null}
        {explained.sheet.verified ? null : (
          <Chip meaning="unknown" title={text.pick(explained.sheet.note)}>
            {text('scoreUnverified')}
          </Chip>
        )}
      </p>
    </Block>
  );
}

function noteOf(score: ScoreExplanation, text: Words): string {
  if (score.total === null) return text('scoreNoteUnknown');
  const total = points(score.total);
  const { cutOff, direction } = score.sheet;
  if (cutOff === null) return text('scoreNoteNoLine', { total });
  const key = direction === 'lowerIsPoorer' ? 'scoreNoteLower' : 'scoreNoteHigher';
  return text(key, { total, line: points(cutOff) });
}
