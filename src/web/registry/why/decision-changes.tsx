// What would change the decision: the nearest changes first, what an unknown value would settle, and
// what is still missing.
import { useState } from 'react';
import type { DecisionExplanation, FlipView } from '#contract/targeting-explain.ts';
import { points } from '#web/registry/score/points.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { whyTexts } from './why-texts.ts';

const shownAtFirst = 3;

export function DecisionChanges({ why }: { readonly why: DecisionExplanation }) {
  const text = useText(whyTexts);
  const [all, setAll] = useState(false);
  const { flips, ifKnown, missing, decision, exact } = why;
  const rest = flips.length - shownAtFirst;
  return (
    <Block title={text('changes')} aside={text('changesNote')} className="why-changes">
      {flips.length > 0 ? (
        <ol>
          {(all ? flips : flips.slice(0, shownAtFirst)).map((flip) => (
            <li key={`${flip.fact} ${flip.to.zh} ${flip.outcome}`}>
              <Change flip={flip} />
            </li>
          ))}
        </ol>
      ) : ifKnown.length === 0 ? (
        <p>{text(decision.outcome === 'unknown' ? 'changesNoneUnknown' : 'changesNone')}</p>
      ) : null}
      {rest > 0 ? (
        <button type="button" className="link" onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? text('changesLess') : text('changesMore', { count: rest })}
        </button>
      ) : null}
      {ifKnown.length === 0 ? null : (
        <>
          <h3 className="block-part">{text('ifKnown')}</h3>
          <dl className="facts">
            {ifKnown.map((one) => (
              <div key={one.fact}>
                <dt>{text.pick(one.label)}</dt>
                <dd>
                  {one.cases.map((each) => (
                    <p key={`${each.shown.zh} ${each.outcome}`}>
                      {text('ifKnownCase', {
                        value: text.pick(each.shown),
                        outcome: text.pick(each.outcomeWords),
                      })}
                    </p>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {missing.length === 0 ? null : (
        <>
          <h3 className="block-part">{text('missing')}</h3>
          <p className="chips">
            {missing.map(({ fact, label }) => (
              <Chip key={fact} meaning="unknown">
                {text.pick(label)}
              </Chip>
            ))}
          </p>
        </>
      )}
      <p className="small quiet">
        {text('changesHelp')} {exact ? null : text('broken')}
      </p>
    </Block>
  );
}

function Change({ flip }: { readonly flip: FlipView }) {
  const text = useText(whyTexts);
  return (
    <>
      {text.pick(flip.sentence)}{' '}
      {flip.rank === 1 ? <Chip meaning="neutral">{text('nearest')}</Chip> : null}{' '}
      {flip.tie && flip.rank === 1 ? <span className="small quiet">{text('tied')}</span> : null}
      {flip.items.length === 0 ? null : (
        <span className="small quiet why-effect">
          {flip.items
            .map((item) =>
              text('pointsChange', {
                title: text.pick(item.title),
                from: points(item.from),
                to: points(item.to),
              }),
            )
            .join(text.marks.comma)}
        </span>
      )}
    </>
  );
}
