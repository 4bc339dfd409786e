// The household card on one sheet of A4: ruled tables, boxes for signatures and seal, the number as a
// code to scan, the day of printing and the rules it was printed under. Hidden on the screen.
import type { HouseholdCard } from '#contract/registry-households.ts';
import type { ScoreExplanation } from '#contract/targeting.ts';
import { useMe } from '#web/access/me.ts';
import { HelpPaper } from '#web/assistance/help-paper.tsx';
import { useFormWords } from '#web/registry/form-words.ts';
import { householdTexts } from '#web/registry/household/household-texts.ts';
import { groupedNo } from '#web/registry/household-no.ts';
import { points } from '#web/registry/score/points.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownDay } from '#web/text/number.ts';
import { PaperFacts, PaperIncomes, PaperMembers, PaperSignatures } from './paper-tables.tsx';
import { paperTexts } from './paper-texts.ts';
import { SquareCode } from './square-code.tsx';
import './paper.css';

interface HouseholdPaperProps {
  readonly card: HouseholdCard;
  readonly score: ScoreExplanation | undefined;
}

export function HouseholdPaper({ card, score }: HouseholdPaperProps) {
  const text = useText(paperTexts);
  const words = useFormWords();
  const steps = useText(householdTexts);
  const { installation } = useMe();
  const number = String(card.values.householdNo ?? '');
  return (
    <article className="paper" aria-hidden="true">
      <header>
        <div>
          <h1>{text('title')}</h1>
          <p>{card.path.map((at) => at.name).join(' ')}</p>
          <p>
            {text('number')} <strong>{groupedNo(number)}</strong>
          </p>
        </div>
        <SquareCode number={number} />
      </header>
      <PaperMembers card={card} />
      <PaperFacts card={card} />
      <PaperIncomes card={card} />
      <p className="paper-steps">
        {card.steps
          .filter((step) => step.done)
          .map((step) => `${steps(step.stage)} ${step.on ?? text('dayUnknown')}`)
          .join(' → ')}
      </p>
      <HelpPaper household={card.id} />
      {score === undefined || score.total === null ? null : <PaperScore score={score} />}
      <PaperSignatures />
      <footer>
        <span>{text('printed', { day: shownDay(installation.today, text.language) })}</span>
        <span>{text('packs', { packs: words.pack })}</span>
        {installation.demonstration ? <span>{text('demonstration')}</span> : null}
      </footer>
    </article>
  );
}

function PaperScore({ score }: { readonly score: ScoreExplanation }) {
  const text = useText(paperTexts);
  return (
    <p className="paper-steps">
      {text('score', {
        total: points(score.total),
        max: points(score.sheet.max),
        sheet: text.pick(score.sheet.title),
      })}
      {score.sheet.verified ? '' : text('scoreUnverified')}
    </p>
  );
}
