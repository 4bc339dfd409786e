// The part of the pack check that looks at published figures: a number is typed as it was printed, one
// way of giving it is chosen, and every relation has what it needs in units that can be put together.
// Whether the numbers agree is no question of the check: a published contradiction is data.

import { divideUnits, isSameUnit, parseUnit, type Unit } from '#domain/policy/expression-unit.ts';
import type { Figure, Relation } from '#domain/policy/pack/figure-schemas.ts';
import type { Pack, Placed } from '#domain/policy/pack/pack.ts';
import { type PackProblem, packProblem } from '#domain/policy/pack/pack-problem.ts';
import { readPrinted } from '#domain/policy/pack/printed-number.ts';
import type { Path } from '#domain/policy/pack/read-yaml.ts';

type Said = readonly [what: string, whatEn: string, remedy: string, remedyEn: string];
type Figures = ReadonlyMap<string, Figure>;

export function checkFigures(pack: Pack, chain: readonly Pack[]): readonly PackProblem[] {
  const figures: Figures = new Map(
    chain.flatMap(({ rows }) => rows.figures.map(({ row }) => [row.id, row] as const)),
  );
  return [
    ...pack.rows.figures.flatMap(checkFigure),
    ...pack.rows.claims.flatMap(({ row, at }) =>
      row.relations.flatMap((relation, index) =>
        faultsOf(relation, figures).map(([key, ...said]) => {
          const [what, whatEn, remedy, remedyEn] = said;
          const words = { id: row.id, kind: relation.kind, what, whatEn, remedy, remedyEn };
          return packProblem('relation-wrong', at(['relations', index, key]), words);
        }),
      ),
    ),
  ];
}

function checkFigure({ row, at }: Placed<Figure>): readonly PackProblem[] {
  const wrong = (path: Path, [what, whatEn, remedy, remedyEn]: Said) => [
    packProblem('figure-wrong', at(path), { id: row.id, what, whatEn, remedy, remedyEn }),
  ];
  const given = [row.value, row.bounds, row.impliedBy].filter((one) => one !== undefined);
  if (given.length > 1) return wrong(['id'], saidTwice);
  if (row.printed === undefined) return [];
  const read = readPrinted(row.printed, row.unit === 'percent');
  if (read === undefined) return wrong(['printed'], unreadable);
  if (row.value === undefined || row.value === read.nominal) return [];
  return wrong(
    ['value'],
    [
      `数值 ${row.value} 与原文“${row.printed}”（${read.nominal}）不符。`,
      `the value ${row.value} is not what was printed, ${read.nominal}.`,
      '按原文改正数值，或改正 printed。',
      'Type the value as it was printed, or correct printed.',
    ],
  );
}

const saidTwice: Said = [
  'value、bounds、impliedBy 只能写一个。',
  'only one of value, bounds and impliedBy may be given.',
  '留下一个；都不写表示原文没有公布。',
  'Keep one; with none of them the number was not published.',
];

const unreadable: Said = [
  'printed 里读不出数字。',
  'no number can be read in printed.',
  '照原文写数字，例如 4.57万户、2.49亿多元、1.8亿元以上。',
  'Write it as it stood: 4.57万户, 2.49亿多元, 1.8亿元以上.',
];

type Fault = readonly [key: string, ...said: Said];

function faultsOf(relation: Relation, figures: Figures): readonly Fault[] {
  switch (relation.kind) {
    case 'sum': {
      if (relation.unitsDiffer === true) return [];
      const { parts, maybe, total } = relation;
      return sameUnits(
        'parts',
        [...parts, ...maybe, ...(total === undefined ? [] : [total])],
        figures,
      );
    }
    case 'partOf':
      return sameUnits('whole', [...relation.parts, relation.whole], figures);
    case 'plan':
      return sameUnits('actual', [...relation.planned, relation.actual], figures);
    case 'funnel':
      return sameUnits('steps', relation.steps, figures);
    case 'flow':
      return flowFaults(relation, figures);
    case 'growth':
      return sameUnits('to', [relation.from, relation.to], figures);
    case 'leverage':
      return sameUnits('fund', [relation.credit, relation.fund], figures);
    case 'share':
      return shareFaults(relation.rate, figures);
    case 'oneBase':
      return [
        ...sameUnits('figures', [...relation.figures, ...relation.beside.flat()], figures),
        ...relation.rates.flatMap((rate) => shareFaults(rate, figures, 'rates')),
      ];
    case 'mean':
      return meanFaults(relation, figures);
    case 'pairs':
      return relation.of.length === relation.per.length
        ? []
        : [needs('per', '与 of 一样多的数', 'as many figures as of')];
    case 'capacity':
      return relation.terms.some(({ each, per }) => each !== undefined && per !== undefined)
        ? [needs('terms', 'each 或 per 中的一个', 'either each or per, not both')]
        : [];
    case 'count':
      return (relation.list === undefined) === (relation.items === undefined)
        ? [needs('kind', 'list 或 items 中的一个', 'either list or items')]
        : [];
    default:
      return [];
  }
}

function flowFaults(
  { opening, closing, out, in: into }: Extract<Relation, { kind: 'flow' }>,
  figures: Figures,
): readonly Fault[] {
  const ends = [opening, closing].filter((id) => id !== undefined);
  const moves = [...out, ...into];
  if (moves.length === 0)
    return [needs('kind', '至少一个 in 或 out', 'at least one of in and out')];
  return sameUnits(out.length > 0 ? 'out' : 'in', [...ends, ...moves], figures);
}

function meanFaults(
  { of, per, published }: Extract<Relation, { kind: 'mean' }>,
  figures: Figures,
): readonly Fault[] {
  const [above, below] = [unitOf(of, figures), unitOf(per, figures)];
  const stated = published === undefined ? undefined : unitOf(published, figures);
  if (above === undefined || below === undefined || stated === undefined) return [];
  const quotient = divideUnits(above, below);
  return isSameUnit(quotient, stated) ? [] : [unitsApart('published')];
}

function shareFaults(rate: string, figures: Figures, key = 'rate'): readonly Fault[] {
  const figure = figures.get(rate);
  if (figure === undefined) return [];
  if (figure.unit !== 'percent' && figure.unit !== '1') {
    return [needs(key, '以 percent 或 1 为单位的比率', 'a rate whose unit is percent or 1')];
  }
  const { numerator, denominator } = figure;
  if (numerator === undefined || denominator === undefined) return [];
  return sameUnits(key, [numerator, denominator], figures);
}

function sameUnits(key: string, ids: readonly string[], figures: Figures): readonly Fault[] {
  const units = ids.map((id) => unitOf(id, figures)).filter((unit) => unit !== undefined);
  const [first] = units;
  if (first === undefined || units.every((unit) => isSameUnit(unit, first))) return [];
  return [unitsApart(key)];
}

function unitOf(id: string, figures: Figures): Unit | undefined {
  const figure = figures.get(id);
  return figure === undefined ? undefined : parseUnit(figure.unit);
}

function unitsApart(key: string): Fault {
  return [
    key,
    '单位不同的数不能放在一起。',
    'figures of different units cannot be put together.',
    '改正单位；如原文就是这样印的，在合计里写 unitsDiffer: true。',
    'Correct the unit; where a sum was printed like that, write unitsDiffer: true.',
  ];
}

function needs(key: string, what: string, whatEn: string): Fault {
  return [key, `需要${what}。`, `it needs ${whatEn}.`, '补上它。', 'Add it.'];
}
