// Why, in sentences the household understands: the pack's own where it has them, with how to rebut a
// veto; for a score its items in two columns.
import type { DecisionExplanation, ExplainedPart } from '#contract/targeting-explain.ts';
import { points } from '#web/registry/score/points.ts';
import { useText } from '#web/text/catalogue.ts';
import { whySheetTexts } from './why-sheet-texts.ts';

export function SheetReasons({ why }: { readonly why: DecisionExplanation }) {
  const text = useText(whySheetTexts);
  const { decision, missing, parts } = why;
  const comma = text.marks.list;
  if (decision.outcome === 'unknown') {
    return (
      <p>{text('gaps', { facts: missing.map(({ label }) => text.pick(label)).join(comma) })}</p>
    );
  }
  if (decision.kind === 'sheet') {
    const vetoes = parts.filter(({ role, value }) => role === 'veto' && value === true);
    return vetoes.length > 0 ? <Vetoes vetoes={vetoes} /> : <Items why={why} />;
  }
  const told = parts.filter(
    (part) => part.decisive && (part.role !== 'row' || part.value === true),
  );
  const said = told.flatMap((part) => part.says);
  if (said.length > 0) {
    return (
      <ul>
        {said.map((one) => (
          <li key={one.zh}>{text.pick(one)}</li>
        ))}
      </ul>
    );
  }
  const gives = told.flatMap((part) => part.gives).map(text.pick);
  return (
    <>
      {decision.question === null ? null : <p>{text.pick(decision.question)}</p>}
      <p>{text.pick(decision.sentence)}</p>
      {gives.length === 0 ? null : <p>{text('gives', { measures: gives.join(comma) })}</p>}
    </>
  );
}

function Vetoes({ vetoes }: { readonly vetoes: readonly ExplainedPart[] }) {
  const text = useText(whySheetTexts);
  return (
    <ul>
      {vetoes.map((veto) => (
        <li key={veto.id}>
          <strong>{text.pick(veto.title)}</strong>
          {text.marks.colon}
          {text.pick(veto.reason)}
          {text.language === 'zh' ? '。' : '. '}
          {veto.guide === null ? null : text('rebut', { how: text.pick(veto.guide) })}
        </li>
      ))}
    </ul>
  );
}

function Items({ why }: { readonly why: DecisionExplanation }) {
  const text = useText(whySheetTexts);
  return (
    <dl className="why-sheet-items" aria-label={text('items')}>
      {why.parts
        .filter(({ role }) => role === 'item')
        .map((item) => (
          <div key={item.id}>
            <dt>{text.pick(item.title)}</dt>
            <dd>
              {points(typeof item.value === 'number' ? item.value : null)} / {points(item.max)}
            </dd>
          </div>
        ))}
    </dl>
  );
}
