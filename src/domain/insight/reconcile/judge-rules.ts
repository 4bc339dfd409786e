// What rules allow: capacity against need, products, cascades of shares, leverage, growth, thresholds.

import type { RelationOf } from '#domain/policy/pack/figure-schemas.ts';
import { tidy } from '#domain/policy/pack/printed-number.ts';
import type { Book, Quantity } from './book.ts';
import { haveOneUnit } from './book.ts';
import { type Found, found } from './finding.ts';
import { add, divide, type Interval, intersect, multiply } from './interval.ts';
import { ratioOf } from './judge-rates.ts';
import { isKnown } from './known.ts';
import { numberText, rangeText } from './number-text.ts';

export function judgeCapacity({ supply, terms }: RelationOf<'capacity'>, book: Book): Found {
  const needs = terms.map((term) => termOf(term, book));
  const known = needs.flatMap((one) => (one.interval === undefined ? [] : [one.interval]));
  const text = needs.map((one) => one.text).join(' + ');
  if (known.length < needs.length) {
    return found('UNDETERMINED', 'unpublished', text, { missing: ['value'] });
  }
  const [first] = needs;
  const sum = add(known);
  const need = (first?.isWhole === true ? wholeUp(sum) : undefined) ?? sum;
  const numbers: Record<string, number> = { needLeast: need.least };
  if (Number.isFinite(need.most)) numbers.needMost = need.most;
  const line = `${text} = ${rangeText(need)}`;
  if (supply === undefined) {
    const implied = { ...need, unit: first?.unit ?? '1' };
    return needs.some(({ isRule }) => isRule)
      ? found('DESIGN_BOUND', 'bound-derived', line, { numbers, implied })
      : found('DERIVED', 'bound-derived', line, { numbers, implied });
  }
  const have = book.quantity(supply);
  if (!isKnown(have)) return found('UNDETERMINED', 'unpublished', line, { missing: ['value'] });
  numbers.supply = have.nominal;
  if (Number.isFinite(need.most)) numbers.percent = tidy((have.nominal / need.most) * 100);
  if (have.interval.most < need.least) {
    const broken = `${numberText(have.nominal)} < ${numberText(need.least)}`;
    return found('DISAGREE', 'floor-broken', `${line}; ${broken}`, { numbers });
  }
  const most = Number.isFinite(need.most) ? need.most : need.least;
  if (have.interval.least < most && Number.isFinite(need.most)) {
    const short = `${numberText(have.nominal)} < ${numberText(need.most)}`;
    return found('DESIGN_BOUND', 'not-for-all', `${line}; ${short}`, { numbers });
  }
  return found('AGREE', 'enough', `${line}; ${numberText(have.nominal)} ≥ ${numberText(most)}`, {
    numbers,
  });
}

interface Need {
  readonly interval: Interval | undefined;
  readonly text: string;
  readonly isWhole: boolean;
  readonly isRule: boolean;
  readonly unit: string;
}

function termOf(term: RelationOf<'capacity'>['terms'][number], book: Book): Need {
  const times = book.quantity(term.times);
  const other = term.each ?? term.per;
  const factor = other === undefined ? undefined : book.quantity(other);
  const isRule = [times, factor].some((one) => one?.figure.nature === 'rule');
  const unit = unitOfNeed(times.figure.unit, factor?.figure.unit, term.per !== undefined);
  const isWhole = times.isWhole && (factor === undefined || !factor.figure.unit.includes('yuan'));
  if (times.interval === undefined)
    return { interval: undefined, text: '?', isWhole, isRule, unit };
  if (factor === undefined) {
    return { interval: times.interval, text: rangeText(times.interval), isWhole, isRule, unit };
  }
  if (factor.interval === undefined)
    return { interval: undefined, text: '?', isWhole, isRule, unit };
  const sign = term.each === undefined ? '÷' : '×';
  const interval =
    term.each === undefined
      ? divide(times.interval, factor.interval)
      : multiply(times.interval, factor.interval);
  const text = `${rangeText(times.interval)} ${sign} ${rangeText(factor.interval)}`;
  return { interval, text, isWhole, isRule, unit };
}

/** Households × yuan/household are yuan; households ÷ household/helper are helpers. */
function unitOfNeed(times: string, factor: string | undefined, isDivided: boolean): string {
  const [over, under] = (factor ?? times).split('/');
  return (isDivided ? under : over) ?? times;
}

/** Nobody serves six tenths of a household: both ends are rounded up. */
function wholeUp({ least, most }: Interval): Interval {
  const up = (end: number) => (Number.isFinite(end) ? Math.ceil(end - 1e-9) : end);
  return { least: up(least), most: up(most) };
}

export function judgeProduct({ factors, product }: RelationOf<'product'>, book: Book): Found {
  const all = factors.map((id) => book.quantity(id));
  const known = all.filter(isKnown);
  const text = known.map(factorText).join(' × ');
  if (known.length < all.length) {
    return found('UNDETERMINED', 'unpublished', text, { missing: ['value'] });
  }
  const one: Interval = { least: 1, most: 1 };
  const interval = known.reduce((result, next) => multiply(result, ratioOf(next) ?? one), one);
  const value = tidy(known.reduce((result, next) => result * factorOf(next), 1));
  const line = `${text} = ${numberText(value)}`;
  if (product === undefined) {
    const verdict = known.some(({ figure }) => figure.nature === 'rule')
      ? 'DESIGN_BOUND'
      : 'DERIVED';
    return found(verdict, 'bound-derived', line, { numbers: { product: value } });
  }
  const stated = book.quantity(product);
  if (!isKnown(stated)) return found('UNDETERMINED', 'unpublished', line, { missing: ['value'] });
  const numbers = { product: value, stated: stated.nominal };
  return intersect([interval, stated.interval]) === undefined
    ? found('DISAGREE', 'product-differs', `${line} ≠ ${numberText(stated.nominal)}`, { numbers })
    : found('AGREE', 'product-agrees', line, { numbers });
}

export function judgeCascade({ shares }: RelationOf<'cascade'>, book: Book): Found {
  const all = shares.map((id) => book.quantity(id));
  const known = all.filter(isKnown);
  const text = known.map(factorText).join(' × ');
  if (known.length < all.length) {
    return found('UNDETERMINED', 'unpublished', text, { missing: ['value'] });
  }
  const isChain = known.every((one, index) => {
    const before = known[index - 1];
    return before === undefined || one.figure.denominator === before.figure.numerator;
  });
  const percent = tidy(known.reduce((result, next) => result * factorOf(next), 100));
  const line = `${text} = ${numberText(percent)}%`;
  const numbers = { percent };
  if (!isChain) {
    return found('UNDETERMINED', 'chain-broken', line, { numbers, missing: ['denominator'] });
  }
  const isRule = known.every(({ figure }) => ['rule', 'target'].includes(figure.nature));
  return isRule
    ? found('DESIGN_BOUND', 'share-of-share', line, { numbers })
    : found('DERIVED', 'share-of-share', line, { numbers });
}

export function judgeLeverage(relation: RelationOf<'leverage'>, book: Book): Found {
  const credit = book.quantity(relation.credit);
  const fund = book.quantity(relation.fund);
  const factor = relation.factor === undefined ? undefined : book.quantity(relation.factor);
  if (!isKnown(credit)) return found('UNDETERMINED', 'unpublished', '', { missing: ['value'] });
  const beside = relation.beside === undefined ? undefined : book.quantity(relation.beside);
  const other =
    beside !== undefined && isKnown(beside)
      ? { [beside.figure.id]: tidy(credit.nominal / beside.nominal) }
      : {};
  if (!isKnown(fund)) {
    const pool = factor?.interval && divide(credit.interval, factor.interval);
    const text =
      pool === undefined
        ? numberText(credit.nominal)
        : `${numberText(credit.nominal)} ÷ ${factorRange(factor)} = ${rangeText(pool)}`;
    return found('UNDETERMINED', 'pool-unpublished', text, {
      numbers: other,
      missing: ['pool'],
      ...(pool === undefined
        ? {}
        : { implied: { least: pool.least, most: pool.most, unit: credit.figure.unit } }),
    });
  }
  const leverage = tidy(credit.nominal / fund.nominal);
  const text = `${numberText(credit.nominal)} ÷ ${numberText(fund.nominal)} = ${numberText(leverage)}`;
  const numbers = { leverage, ...other };
  if (!haveOneUnit([credit, fund])) {
    return found('UNDETERMINED', 'units-differ', text, { numbers, missing: ['definition'] });
  }
  if (factor?.interval === undefined) return found('DERIVED', 'mean-derived', text, { numbers });
  const reached = divide(credit.interval, fund.interval);
  return intersect([reached, factor.interval]) === undefined
    ? found('DISAGREE', 'leverage-outside', `${text}; ${rangeText(factor.interval)}`, { numbers })
    : found('AGREE', 'leverage-inside', `${text}; ${rangeText(factor.interval)}`, { numbers });
}

export function judgeGrowth({ from, to, rate }: RelationOf<'growth'>, book: Book): Found {
  const [before, after] = [book.quantity(from), book.quantity(to)];
  if (!isKnown(before) || !isKnown(after)) {
    return found('UNDETERMINED', 'unpublished', '', { missing: ['value'] });
  }
  const percent = tidy((after.nominal / before.nominal - 1) * 100);
  const text = `${numberText(after.nominal)} ÷ ${numberText(before.nominal)} − 1 = ${numberText(percent, 1)}%`;
  const numbers = { percent };
  if (!haveOneUnit([before, after])) {
    return found('UNDETERMINED', 'units-differ', text, { numbers, missing: ['definition'] });
  }
  const stated = rate === undefined ? undefined : book.quantity(rate);
  if (stated?.interval === undefined) return found('DERIVED', 'growth-derived', text, { numbers });
  const ratio = divide(after.interval, before.interval);
  const reached = { least: (ratio.least - 1) * 100, most: (ratio.most - 1) * 100 };
  return intersect([reached, stated.interval]) === undefined
    ? found('DISAGREE', 'growth-differs', text, { numbers })
    : found('AGREE', 'growth-agrees', text, { numbers });
}

function factorOf({ figure, nominal }: Quantity): number {
  return (nominal ?? 0) / (figure.unit === 'percent' ? 100 : 1);
}

function factorText({ figure, nominal }: Quantity): string {
  return `${numberText(nominal ?? 0)}${figure.unit === 'percent' ? ' %' : ''}`;
}

function factorRange(factor: Quantity | undefined): string {
  return factor?.interval === undefined ? '?' : rangeText(factor.interval);
}
