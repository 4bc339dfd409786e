// The facts a decision used, with where each comes from; what decided stands first, the rest is counted.
import type { FactView } from '#contract/targeting-explain.ts';
import { useSourceWords } from '#web/registry/edit/source-words.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownDay } from '#web/text/number.ts';
import { WholeDays } from '#web/ui/whole-days.tsx';
import { whySheetTexts } from './why-sheet-texts.ts';

interface SheetFactsProps {
  readonly facts: readonly FactView[];
  /** As many as fit on the page beside the rest. */
  readonly most: number;
}

export function SheetFacts({ facts, most }: SheetFactsProps) {
  const text = useText(whySheetTexts);
  const shown = facts.slice(0, most);
  const rest = facts.length - shown.length;
  return (
    <>
      <table>
        <tbody>
          {shown.map((fact) => (
            <tr key={fact.fact}>
              <th scope="row">{text.pick(fact.label)}</th>
              <td>{shownOf(fact)}</td>
              <td>
                <Whence fact={fact} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 ? <p className="why-sheet-note">{text('factsMore', { count: rest })}</p> : null}
    </>
  );

  function shownOf(fact: FactView): string {
    if (!fact.known) return text('unknown');
    return fact.sensitive ? text('masked') : text.pick(fact.shown);
  }
}

function Whence({ fact: { origin } }: { readonly fact: FactView }) {
  const text = useText(whySheetTexts);
  const sourceWords = useSourceWords();
  if (origin === null) return null;
  const source =
    origin.kind === 'recorded' ? sourceWords(origin.source) : text(`computed_${origin.kind}`);
  const day = shownDay(origin.trueFrom, text.language);
  // What came in bulk has no name.
  const said = [source, origin.authorName, day].filter((part) => part !== '');
  return <WholeDays>{said.join(text.marks.comma)}</WholeDays>;
}
