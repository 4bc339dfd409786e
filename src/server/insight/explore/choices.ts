// The indicators as they are documented, and what each may be narrowed to in an area.
import type { ExploreChoices, Indicators, listExploreChoices } from '#contract/insight-explore.ts';
import type { InputOf } from '#contract/route.ts';
import { narrowTo } from '#domain/access/actor.ts';
import {
  type DimensionId,
  dimensionIds,
  dimensionTexts,
  isOfBooks,
  isRegisterDimension,
} from '#domain/insight/explore/dimensions.ts';
import { type Indicator, indicatorOf, indicators } from '#domain/insight/explore/indicators.ts';
import type { CubeCell } from '#domain/insight/explore/pivot.ts';
import { countyDigits, spanOf } from '#domain/kernel/area-code.ts';
import type { Context } from '#server/http/context.ts';
import { keysOf } from './explore.ts';
import { keyWords } from './key-words.ts';
import { checkMoney } from './money-facts.ts';
import { type Reading, readCells } from './read-cells.ts';
import { listFeatureKeys } from './register-cells.store.ts';

export async function indicatorsOf(): Promise<Indicators> {
  return {
    items: indicators.map(({ id, group, title, unit, definition, source, dimensions }) => ({
      id,
      group,
      title,
      unit,
      definition,
      source,
      dimensions: [...dimensions],
    })),
    dimensions: dimensionIds.map((id) => ({ id, title: { ...dimensionTexts[id].title } })),
  };
}

export async function choicesOf(
  context: Context,
  { query }: InputOf<typeof listExploreChoices>,
): Promise<ExploreChoices> {
  const { tx, area, actor } = context;
  const indicator = indicatorOf(query.indicator);
  const spans = narrowTo(actor, area).map(spanOf);
  const offered = indicator.dimensions.filter(
    (id) => isRegisterDimension(id) || isOfBooks(id) || id === 'rule' || id === 'process',
  );
  const isKept = area.length < countyDigits;
  const features = offered.some(isRegisterDimension)
    ? await listFeatureKeys(tx, { spans, isKept })
    : [];
  const items: ExploreChoices['items'] = [];
  for (const dimension of offered) {
    const question = { indicator: query.indicator, rows: dimension, conditions: {} };
    const reading: Reading = {
      context,
      question,
      indicator,
      own: narrowTo(actor, area),
      spans,
      parts: [],
      masked: false,
    };
    if (indicator.cube === 'money') checkMoney(reading);
    const cells = isRegisterDimension(dimension)
      ? features.filter((one) => one.dimension === dimension).map(asCell(indicator))
      : await readCells(reading);
    const word = await keyWords(context, [], question);
    items.push(itemOf(dimension, keysOf(cells, 'row', reading, dimension), word));
  }
  return { items };
}

function asCell({ n }: Indicator) {
  return ({
    key,
    households,
  }: {
    readonly key: string;
    readonly households: number;
  }): CubeCell => ({
    row: key,
    column: '',
    numbers: { [n]: households },
  });
}

function itemOf(
  dimension: DimensionId,
  keys: readonly string[],
  word: Awaited<ReturnType<typeof keyWords>>,
): ExploreChoices['items'][number] {
  return {
    dimension,
    keys: keys.map((key) => ({ key: key === '' ? 'none' : key, title: word(dimension, key) })),
  };
}
