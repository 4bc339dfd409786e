// The sheet itself: what was decided, why, from which facts, what would make it different, how to object.

import type { DecisionExplanation } from '#contract/targeting-explain.ts';
import { useMe } from '#web/access/me.ts';
import { packName } from '#web/policy/pack-name.ts';
import { groupedNo } from '#web/registry/household-no.ts';
import { points } from '#web/registry/score/points.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownDay } from '#web/text/number.ts';
import { QrCode } from '#web/ui/qr-code.tsx';
import { DecidedBefore } from './decided-before.tsx';
import { decidedTexts } from './decided-texts.ts';
import { SheetFacts } from './sheet-facts.tsx';
import { SheetReasons } from './sheet-reasons.tsx';
import { whySheetTexts } from './why-sheet-texts.ts';
import './why-sheet.css';

/** More would not fit on the page, and nobody would listen to it. */
const changesMost = 3;

export function WhySheet({ why }: { readonly why: DecisionExplanation }) {
  const text = useText(whySheetTexts);
  const decided = useText(decidedTexts);
  const { household, decision } = why;
  return (
    <article className="why-sheet" lang={text.language === 'zh' ? 'zh-CN' : 'en'}>
      <header>
        <div>
          <h2>{why.decided === null ? text('title') : decided('sheetTitle')}</h2>
          <p>
            {household.headName === '' ? null : (
              <strong>{text('household', { name: household.headName })} </strong>
            )}
            {text('number', { number: groupedNo(household.householdNo) })}
          </p>
          <p>{household.areaNames.join(' ')}</p>
        </div>
        <figure>
          <QrCode text={window.location.href} label={text('code')} size={96} />
          <figcaption>{text('code')}</figcaption>
        </figure>
      </header>
      <DecidedBefore household={household.id} decided={why.decided} on={why.on} onPaper />
      <section>
        <h3>{why.decided === null ? text('what') : decided('result')}</h3>
        <p className="why-sheet-title">{text.pick(decision.title)}</p>
        <p className="why-sheet-outcome">{plain(text.pick(decision.outcomeWords))}</p>
        <Score why={why} />
        {decision.verified ? null : <p className="why-sheet-note">{text('unverified')}</p>}
      </section>
      <section>
        <h3>{text('why')}</h3>
        <SheetReasons why={why} />
      </section>
      <section>
        <h3>{text('facts')}</h3>
        <SheetFacts facts={why.facts} most={factsMost(why)} />
      </section>
      <section>
        <h3>{text('changes')}</h3>
        <Changes why={why} />
      </section>
      <section>
        <h3>{text('object')}</h3>
        <Objection why={why} />
        <p className="why-sheet-sign">{text('sign')}</p>
      </section>
      <Foot why={why} />
    </article>
  );
}

/** Lines of what was decided before, where there is such. */
const decidedLines = 5;

/** Lines of the page are shared: many reasons leave room for few facts. */
function factsMost({ parts, decision, decided }: DecisionExplanation): number {
  const said = parts.filter((part) => part.decisive).flatMap((part) => part.says);
  const reasons = decision.kind === 'sheet' ? 6 : said.length;
  const before = decided === null ? 0 : decidedLines;
  return Math.max(4, 12 - reasons - before);
}

function Score({ why }: { readonly why: DecisionExplanation }) {
  const text = useText(whySheetTexts);
  const { score } = why;
  if (score?.total == null) return null;
  const max = points(score.max);
  return (
    <p>
      <strong>{text('points', { total: points(score.total) })}</strong>{' '}
      {score.cutOff === null
        ? text('noLine', { max })
        : text('ofPoints', {
            max,
            line: points(score.cutOff),
            direction: text(score.direction === 'lowerIsPoorer' ? 'lower' : 'higher'),
          })}
    </p>
  );
}

function Changes({ why }: { readonly why: DecisionExplanation }) {
  const text = useText(whySheetTexts);
  const { flips, ifKnown, decision } = why;
  if (flips.length > 0) {
    return (
      <>
        <p>{text('changesOne')}</p>
        <ul>
          {flips.slice(0, changesMost).map((flip) => (
            <li key={`${flip.fact} ${flip.outcome}`}>{text.pick(flip.sentence)}</li>
          ))}
        </ul>
      </>
    );
  }
  if (ifKnown.length > 0) {
    return (
      <ul>
        {ifKnown.slice(0, changesMost).flatMap((one) =>
          one.cases.map((each) => (
            <li key={`${one.fact} ${each.shown.zh}`}>
              {text('ifKnown', {
                fact: text.pick(one.label),
                value: text.pick(each.shown),
                outcome: plain(text.pick(each.outcomeWords)),
              })}
            </li>
          )),
        )}
      </ul>
    );
  }
  return decision.outcome === 'unknown' ? null : <p>{text('changesNone')}</p>;
}

function Objection({ why }: { readonly why: DecisionExplanation }) {
  const text = useText(whySheetTexts);
  const { objection, decided } = why;
  // What is only worked out is posted nowhere.
  if (objection === null || decided !== null) return <p>{text('objectAny')}</p>;
  return (
    <>
      <p>
        {text('objectDays', { step: text.pick(objection.step), days: objection.days })}
        {objection.verified
          ? null
          : `${text.language === 'en' ? ' ' : ''}${text('objectUnverified')}`}
      </p>
      <p>{text('objectDates')}</p>
    </>
  );
}

function Foot({ why }: { readonly why: DecisionExplanation }) {
  const text = useText(whySheetTexts);
  const { installation } = useMe();
  const { pack, mark, on } = why;
  const source =
    mark.source === null
      ? text('noSource')
      : `${text.pick(mark.source.title)} ${mark.source.place ?? ''}`.trim();
  return (
    <footer>
      <span>{text('rules', { pack: packName(text, pack), source })}</span>
      <span>{text('decidedOn', { day: shownDay(on, text.language) })}</span>
      <span>{text('printed', { day: shownDay(installation.today, text.language) })}</span>
      {installation.demonstration ? <span>{text('demonstration')}</span> : null}
    </footer>
  );
}

function plain(words: string): string {
  return words.replace(/[。.]$/, '');
}
