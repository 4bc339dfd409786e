// Opening, what came in and went out, closing: two of them give the third, three must agree.

import type { RelationOf } from '#domain/policy/pack/figure-schemas.ts';
import { tidy } from '#domain/policy/pack/printed-number.ts';
import { type Book, haveOneUnit } from './book.ts';
import { type Found, found } from './finding.ts';
import { add, intersect, subtract } from './interval.ts';
import { isKnown, type Known, sumOf } from './known.ts';
import { numberText } from './number-text.ts';

export function judgeFlow(relation: RelationOf<'flow'>, book: Book): Found {
  const one = (id: string | undefined) => {
    const quantity = id === undefined ? undefined : book.quantity(id);
    return quantity !== undefined && isKnown(quantity) ? quantity : undefined;
  };
  const [opening, closing] = [one(relation.opening), one(relation.closing)];
  const out = relation.out.map((id) => book.quantity(id));
  const into = relation.in.map((id) => book.quantity(id));
  const [outs, ins] = [out.filter(isKnown), into.filter(isKnown)];
  const moves = [...outs.map((known) => -known.nominal), ...ins.map((known) => known.nominal)];
  const net = tidy(moves.reduce((sum, move) => sum + move, 0));
  const text = flowText(opening, moves);
  const all = [...out, ...into, ...[opening, closing].filter((end) => end !== undefined)];
  if (outs.length + ins.length < out.length + into.length) {
    return found('UNDETERMINED', 'unpublished', text, { missing: ['value'] });
  }
  if (!haveOneUnit(all)) {
    return found('UNDETERMINED', 'units-differ', text, {
      numbers: { net },
      missing: ['definition'],
    });
  }
  const outward = add([{ least: 0, most: 0 }, ...outs.map((known) => known.interval)]);
  const inward = add([{ least: 0, most: 0 }, ...ins.map((known) => known.interval)]);
  if (opening !== undefined && closing !== undefined) {
    const reached = add([subtract(opening.interval, outward), inward]);
    const sum = tidy(opening.nominal + net);
    const numbers = { net, reached: sum, closing: closing.nominal };
    return intersect([reached, closing.interval]) === undefined
      ? found(
          'DISAGREE',
          'flow-broken',
          `${text} = ${numberText(sum)} ≠ ${numberText(closing.nominal)}`,
          { numbers },
        )
      : found('AGREE', 'flow-closes', `${text} = ${numberText(sum)}`, { numbers });
  }
  const end = opening ?? closing;
  if (end === undefined) return netOnly({ outs, ins, net, text });
  const sign = opening === undefined ? -1 : 1;
  const derived = tidy(end.nominal + sign * net);
  const line =
    opening === undefined
      ? `${numberText(end.nominal)} ${net < 0 ? '+' : '−'} ${numberText(Math.abs(net))} = ${numberText(derived)}`
      : `${text} = ${numberText(derived)}`;
  const numbers = { net, derived };
  if (derived < 0) return found('DISAGREE', 'flow-negative', line, { numbers });
  const interval =
    opening === undefined
      ? add([subtract(end.interval, inward), outward])
      : add([subtract(end.interval, outward), inward]);
  return found('DERIVED', 'flow-derived', line, {
    numbers,
    missing: ['value'],
    implied: { least: interval.least, most: interval.most, unit: end.figure.unit },
  });
}

function netOnly({
  outs,
  ins,
  net,
  text,
}: {
  outs: readonly Known[];
  ins: readonly Known[];
  net: number;
  text: string;
}): Found {
  if (outs.length === 0 || ins.length === 0) {
    return found('UNDETERMINED', 'unpublished', text, { missing: ['value'] });
  }
  const ratio = tidy(sumOf(outs) / sumOf(ins));
  return found('DERIVED', 'net-derived', `${text} = ${numberText(net)}`, {
    numbers: { net, ratio },
  });
}

function flowText(opening: Known | undefined, moves: readonly number[]): string {
  const parts = moves.map((move) => `${move < 0 ? '−' : '+'} ${numberText(Math.abs(move))}`);
  return [...(opening === undefined ? [] : [numberText(opening.nominal)]), ...parts].join(' ');
}
