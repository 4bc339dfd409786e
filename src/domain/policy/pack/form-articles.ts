// Articles of what is recorded: fields, items, code lists and mappings, purposes and retentions.

import type { Bilingual } from '#domain/kernel/refusal.ts';
import { parseUnit, unitText } from '#domain/policy/expression-unit.ts';
import {
  type Article,
  article,
  codeTitle,
  joinWords,
  labelled,
  markOf,
  nothing,
  same,
} from '#domain/policy/pack/document-shape.ts';
import { fieldWords } from '#domain/policy/pack/document-words.ts';
import type { CodeList, CodeMapping, FormItem } from '#domain/policy/pack/form-schemas.ts';
import type { Placed } from '#domain/policy/pack/pack.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';

/** One article for the household's fields and one for the members'. */
export function fieldArticles(pack: ResolvedPack): readonly Article[] {
  const purposes = new Map(pack.rows.purposes.map(({ row }) => [row.id, row.title]));
  const retentions = new Map(pack.rows.retentions.map(({ row }) => [row.id, row.title]));
  return (['household', 'person'] as const).flatMap((of) => {
    const rows = pack.rows.fields.filter(({ row }) => row.of === of);
    const [first] = rows;
    if (first === undefined) return [];
    const title =
      of === 'household'
        ? { zh: '户的字段', en: 'Fields of the household' }
        : { zh: '家庭成员的字段', en: 'Fields of each member' };
    return [
      article(
        pack,
        { ...first, row: { id: of, title } },
        {
          table: {
            columns: [
              { zh: '字段', en: 'Field' },
              { zh: '表上编号', en: 'Mark' },
              { zh: '类型', en: 'Type' },
              { zh: '用途', en: 'Purpose' },
              { zh: '保存', en: 'Kept' },
              { zh: '不得公示', en: 'Never published' },
            ],
            rows: rows.map(({ row }) => ({
              cells: [
                row.title,
                same(row.mark ?? ''),
                typeWords(pack, row),
                purposes.get(row.purpose) ?? same(row.purpose),
                retentions.get(row.retention) ?? same(row.retention),
                row.sensitive ? { zh: '是', en: 'yes' } : nothing,
              ],
              mark: null,
            })),
          },
        },
      ),
    ];
  });
}

function typeWords(
  pack: ResolvedPack,
  { type, unit, list }: ResolvedPack['rows']['fields'][number]['row'],
): Bilingual {
  const words = fieldWords[type];
  const parsed = unit === undefined ? undefined : parseUnit(unit);
  if (parsed !== undefined) {
    const unitWords = unitText(parsed);
    return { zh: `${words.zh}（${unitWords.zh}）`, en: `${words.en} (${unitWords.en})` };
  }
  const title = pack.rows.lists.find(({ row }) => row.id === list)?.row.title;
  if (title === undefined) return words;
  return { zh: `${words.zh}（${title.zh}）`, en: `${words.en} (${title.en})` };
}

/** The pack's own items, in the order of their slots. */
export function itemArticles(pack: ResolvedPack): readonly Article[] {
  const items = [...pack.rows.items].sort((left, right) => left.row.slot - right.row.slot);
  const [first] = items;
  if (first === undefined) return [];
  const title = { zh: `本地指标 ${items.length} 项`, en: `${items.length} local items` };
  return [
    article(
      pack,
      { ...first, row: { id: 'items', title } },
      {
        table: {
          columns: [
            { zh: '栏位', en: 'Slot' },
            { zh: '指标', en: 'Item' },
            { zh: '怎样填', en: 'How it is filled in' },
          ],
          rows: items.map(({ row }) => ({
            cells: [same(String(row.slot)), row.title, answerWords(row)],
            mark: markOf(pack, row),
          })),
        },
      },
    ),
  ];
}

function answerWords({ type, unit, options = [] }: FormItem): Bilingual {
  if (type === 'boolean') return fieldWords.boolean;
  if (type === 'choice') {
    return joinWords(
      options.map(({ value, title }) => ({
        zh: `${value} ${title.zh}`,
        en: `${value} ${title.en}`,
      })),
    );
  }
  const parsed = unit === undefined ? undefined : parseUnit(unit);
  return parsed === undefined ? fieldWords.number : unitText(parsed);
}

export function listArticle(pack: ResolvedPack, placed: Placed<CodeList>): Article {
  return article(pack, placed, {
    table: {
      columns: [
        { zh: '名称', en: 'Title' },
        { zh: '也写作', en: 'Also written' },
        { zh: '代码', en: 'Code' },
      ],
      rows: placed.row.codes.map((code) => ({
        cells: [code.title, same(code.also.join('、')), same(code.code)],
        mark: code.verified === undefined ? null : markOf(pack, code),
      })),
    },
  });
}

export function mappingArticle(pack: ResolvedPack, placed: Placed<CodeMapping>): Article {
  const { system, pairs, list } = placed.row;
  // A system that is itself a list of the pack bears that list's title; any other has codes without words.
  const own = pack.rows.lists.find(({ row }) => row.title.zh === system.zh)?.row.id;
  return article(pack, placed, {
    paragraphs: [labelled('对照', 'Against', system)],
    table: {
      columns: [system, { zh: '名称', en: 'Title' }],
      rows: pairs.map(({ external, code, verified }) => ({
        cells: [codeTitle(pack, own, external), codeTitle(pack, list, code)],
        mark: markOf(pack, { verified }),
      })),
    },
  });
}
