// The values a decision used, each with the statement it rests on; a press on its name opens its whole
// history. Below, the numbers that stand in the rules.
import { useContext } from 'react';
import type { DecisionExplanation, FactView } from '#contract/targeting-explain.ts';
import { useSourceWords } from '#web/registry/edit/source-words.ts';
import { OpenProvenance } from '#web/registry/household/value.tsx';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { ColumnHeads } from '#web/ui/column-heads.tsx';
import { Day, Instant, Unwritten } from '#web/ui/figure.tsx';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { whyTexts } from './why-texts.ts';

export function DecisionFacts({ why }: { readonly why: DecisionExplanation }) {
  const text = useText(whyTexts);
  return (
    <Block title={text('facts')} aside={text('factsNote')}>
      <Scrolled label={text('facts')} className="wide-table">
        <table className="rows dense why-facts">
          <thead>
            <tr>
              <ColumnHeads
                heads={['fact', 'value', 'origin', 'author', 'trueFrom', 'recorded']}
                figures={[]}
                nameOf={text}
              />
            </tr>
          </thead>
          <tbody>
            {why.facts.map((fact) => (
              <Fact key={fact.fact} fact={fact} />
            ))}
          </tbody>
        </table>
      </Scrolled>
      {why.parameters.length === 0 ? null : <Parameters why={why} />}
    </Block>
  );
}

function Fact({ fact }: { readonly fact: FactView }) {
  const text = useText(whyTexts);
  const sourceWords = useSourceWords();
  const open = useContext(OpenProvenance);
  const { origin } = fact;
  return (
    <tr className={fact.decisive ? 'decisive' : undefined}>
      <th scope="row">
        <button type="button" className="value" onClick={() => open(fact.fact)}>
          {text.pick(fact.label)}
        </button>
      </th>
      <td>{fact.known ? text.pick(fact.shown) : <Unwritten />}</td>
      {origin === null ? (
        <td colSpan={4} className="quiet">
          {fact.known ? text('noOrigin') : null}
        </td>
      ) : (
        <>
          <td className="reads">
            {origin.kind === 'recorded'
              ? sourceWords(origin.source)
              : text(`computed_${origin.kind}`)}
          </td>
          <td>{origin.authorName}</td>
          <td>
            <Day day={origin.trueFrom} />
          </td>
          <td>
            <Instant at={origin.recordedAt} />
          </td>
        </>
      )}
    </tr>
  );
}

function Parameters({ why }: { readonly why: DecisionExplanation }) {
  const text = useText(whyTexts);
  return (
    <>
      <h3 className="block-part">{text('parameters')}</h3>
      <Scrolled label={text('parameters')}>
        <table className="rows dense why-facts">
          <tbody>
            {why.parameters.map((one) => (
              <tr key={one.name}>
                <th scope="row">{text.pick(one.label)}</th>
                <td>{text.pick(one.shown)}</td>
                <td>
                  {one.from === null ? null : (
                    <>
                      {text('since')} <Day day={one.from} />
                    </>
                  )}
                </td>
                <td>
                  {one.verified ? (
                    <Chip meaning="done">{text('verified')}</Chip>
                  ) : (
                    <Chip meaning="unknown">{text('notVerified')}</Chip>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </>
  );
}
