// The parts of a decision: items of a sheet with points beside the village's, vetoes, standards, rows.
// Each opens its rule as a tree.
import type { DecisionExplanation, ExplainedPart } from '#contract/targeting-explain.ts';
import { MarkChip } from '#web/policy/mark-chip.tsx';
import { points } from '#web/registry/score/points.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { ColumnHeads } from '#web/ui/column-heads.tsx';
import { Unwritten } from '#web/ui/figure.tsx';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { DecisionTree } from './decision-tree.tsx';
import { whyTexts } from './why-texts.ts';

export function DecisionParts({ why }: { readonly why: DecisionExplanation }) {
  const text = useText(whyTexts);
  const { kind } = why.decision;
  const items = why.parts.filter(({ role }) => role === 'item');
  const vetoes = why.parts.filter(({ role }) => role === 'veto');
  if (kind === 'sheet') {
    const holding = vetoes.filter(({ value }) => value !== false);
    return (
      <>
        {vetoes.length === 0 ? null : (
          <Block title={text('vetoes')}>
            {holding.length === 0 ? null : <Parts parts={holding} />}
            <details className="why-rule">
              <summary>{text('vetoFree', { count: vetoes.length - holding.length })}</summary>
              <Parts parts={vetoes.filter(({ value }) => value === false)} />
            </details>
          </Block>
        )}
        <Items why={why} items={items} />
      </>
    );
  }
  const title = kind === 'set' ? 'parts_set' : kind === 'table' ? 'parts_table' : 'parts_rule';
  return (
    <Block title={text(title)}>
      <Parts parts={why.parts} />
    </Block>
  );
}

function Parts({ parts }: { readonly parts: readonly ExplainedPart[] }) {
  const text = useText(whyTexts);
  return (
    <ul className="why-parts">
      {parts.map((part) => (
        <li key={part.id} className={part.decisive ? 'decisive' : 'beside'}>
          <p className="why-part">
            <span className={`why-verdict ${verdictOf(part)}`}>{text(verdictOf(part))}</span>
            {part.role === 'rule' ? text.pick(part.reason) : text.pick(part.title)}{' '}
            {part.mark.verified === true && !part.mark.sample ? null : (
              <MarkChip mark={part.mark} />
            )}
          </p>
          {part.decisive ? part.says.map((one) => <p key={one.zh}>{text.pick(one)}</p>) : null}
          {part.gives.length === 0 || part.value !== true ? null : (
            <p>
              {text('gives')} {part.gives.map(text.pick).join(text.marks.list)}
            </p>
          )}
          {part.role === 'veto' && part.value === true && part.guide !== null ? (
            <p className="notice">
              {text('rebuttal')}
              {text.marks.colon}
              {text.pick(part.guide)}
            </p>
          ) : null}
          <Tree part={part} open={part.role !== 'veto' && part.decisive && parts.length < 4} />
        </li>
      ))}
    </ul>
  );
}

function verdictOf({ value }: ExplainedPart): 'holds' | 'fails' | 'unknown' {
  return value === null ? 'unknown' : value === true ? 'holds' : 'fails';
}

function Tree({ part, open }: { readonly part: ExplainedPart; readonly open: boolean }) {
  const text = useText(whyTexts);
  return (
    <details open={open} className="why-rule">
      <summary>{text('treeShow')}</summary>
      <DecisionTree nodes={part.tree} />
    </details>
  );
}

function Items({
  why,
  items,
}: {
  readonly why: DecisionExplanation;
  readonly items: readonly ExplainedPart[];
}) {
  const text = useText(whyTexts);
  const { score } = why;
  // The median of a village is not told to whoever sees some of its households alone.
  const told = score?.villageMedian != null;
  const ofMax = (median: number | null | undefined, max: number | null) =>
    told ? `${median == null ? '—' : points(median)} / ${points(max)}` : points(max);
  const heads = ['item', 'points', told ? 'median' : 'max', 'looked', 'source'] as const;
  return (
    <Block
      title={text('parts_sheet')}
      aside={
        score?.villageMedian == null
          ? undefined
          : text('village', { median: points(score.villageMedian), count: score.villageScored })
      }
    >
      <Scrolled label={text('parts_sheet')} className="wide-table">
        <table className="rows dense why-items">
          <thead>
            <tr>
              <ColumnHeads
                heads={heads}
                figures={['points', told ? 'median' : 'max']}
                nameOf={text}
              />
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.id}>
                <th scope="row">
                  <details className="why-rule">
                    <summary>{text.pick(item.title)}</summary>
                    {item.guide === null ? null : (
                      <p className="small quiet">{text.pick(item.guide)}</p>
                    )}
                    <DecisionTree nodes={item.tree} />
                  </details>
                </th>
                <td className="number">
                  {typeof item.value === 'number' ? points(item.value) : <Unwritten />}
                </td>
                <td className="number quiet">{ofMax(item.villageMedian, item.max)}</td>
                <td className="reads">{text.pick(item.reason)}</td>
                <td className="reads">
                  {item.mark.source === null ? null : text.pick(item.mark.source.title)}{' '}
                  <MarkChip mark={item.mark} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>{text('total')}</td>
              <td className="number">
                {score?.total == null ? <Unwritten /> : points(score.total)}
              </td>
              <td className="number quiet">{ofMax(score?.villageMedian, score?.max ?? null)}</td>
              <td colSpan={2} />
            </tr>
          </tfoot>
        </table>
      </Scrolled>
    </Block>
  );
}
