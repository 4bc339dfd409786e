// Before what the rules come to for a household that has exited: what was decided then, on which day, by
// which case or source, and that what stands below is worked out anew and decides nothing.
import { Link } from '@tanstack/react-router';
import type { DecidedBefore as Decided } from '#contract/targeting-explain.ts';
import { useMay } from '#web/access/me.ts';
import { useSourceWords } from '#web/registry/edit/source-words.ts';
import { points } from '#web/registry/score/points.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownDay } from '#web/text/number.ts';
import { decidedTexts } from './decided-texts.ts';

interface DecidedBeforeProps {
  readonly household: string;
  readonly decided: Decided | null;
  readonly on: string;
  /** Printed, where nothing can be pressed. */
  readonly onPaper?: boolean;
}

export function DecidedBefore({ household, decided, on, onPaper = false }: DecidedBeforeProps) {
  const text = useText(decidedTexts);
  if (decided === null) return null;
  return (
    <section className={onPaper ? undefined : 'notice why-decided'} aria-label={text('title')}>
      <p>
        <strong>{text('title')}</strong>
      </p>
      <ul>
        {decided.steps.map((step) => (
          <Step key={step.stage} step={step} onPaper={onPaper} />
        ))}
        {decided.score === null ? null : (
          <Score household={household} score={decided.score} onPaper={onPaper} />
        )}
      </ul>
      <p>{text('workedOut', { day: shownDay(on, text.language) })}</p>
    </section>
  );
}

function Step({
  step,
  onPaper,
}: {
  readonly step: Decided['steps'][number];
  readonly onPaper: boolean;
}) {
  const text = useText(decidedTexts);
  const may = useMay();
  const sourceWords = useSourceWords();
  const day = step.on === null ? text('dayUnknown') : shownDay(step.on, text.language);
  const rests = step.case !== null || step.source !== null;
  return (
    <li>
      {text(step.stage, { day })}
      {rests ? (
        <>
          {text('by')}
          {step.case === null ? (
            sourceWords(step.source ?? '')
          ) : may('casework.read') && !onPaper ? (
            <Link to="/cases/$id" params={{ id: step.case.id }} className="link">
              {text.pick(step.case.title)}
            </Link>
          ) : (
            text.pick(step.case.title)
          )}
        </>
      ) : null}
    </li>
  );
}

function Score({
  household,
  score,
  onPaper,
}: {
  readonly household: string;
  readonly score: NonNullable<Decided['score']>;
  readonly onPaper: boolean;
}) {
  const text = useText(decidedTexts);
  const day = shownDay(score.on, text.language);
  const words =
    score.total === null
      ? text('scoredUnknown', { day })
      : text('scored', { day, total: points(score.total) });
  return (
    <li>
      {onPaper ? (
        words
      ) : (
        <Link
          to="/households/$id/why/$decision"
          params={{ id: household, decision: score.decision }}
          search={{ run: score.run }}
          className="link"
        >
          {words}
        </Link>
      )}
    </li>
  );
}
