// Helpers from a spreadsheet: read by the reading process, each row taken or refused with its reasons. What
// can be taken is entered at once; what was refused is told, to be mended in the sheet and sent again.
import type { InputOf, OutputOf } from '#contract/route.ts';
import type { helperTemplate, importHelpers } from '#contract/workforce-import.ts';
import { areaCode, countyNumberOf, spanOf } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { nameKeyOf } from '#domain/registry/name-key.ts';
import { helperHeadingsMissing } from '#domain/workforce/helper-refusals.ts';
import {
  type HelperKnowledge,
  helperColumns,
  helperHeadings,
  helperKey,
  readHelperRows,
} from '#domain/workforce/helper-rows.ts';
import { uploadedRows } from '#server/exchange/uploaded-rows.ts';
import type { Context, Download } from '#server/http/context.ts';
import { xlsxDownload } from '#server/kernel/xlsx-download.ts';
import { listAreasInSpan } from '#server/registry/area.store.ts';
import { countyOrBelow } from './coverage.ts';
import { listEnteredHelpers } from './entered-helper.store.ts';
import { insertHelpers } from './helper-roll.store.ts';
import { rulesHere } from './rules-here.ts';
import { listUnitRows } from './unit.store.ts';

const mostRows = 5000;
const insertedAtOnce = 500;

export async function importHelperRows(
  context: Context,
  _input: InputOf<typeof importHelpers>,
): Promise<OutputOf<typeof importHelpers>> {
  const { tx, today, newId } = context;
  const area = countyOrBelow(context.area);
  const county = countyNumberOf(area) ?? 0;
  const rows = await uploadedRows(context, { most: mostRows });
  const { missing, helpers, refused } = readHelperRows(rows, await knowledgeOf(context));
  if (missing.length > 0) {
    const named = (language: 'zh' | 'en') =>
      missing
        .map((column) => helperHeadings[column][language])
        .join(language === 'zh' ? '、' : ', ');
    refuse(deny(helperHeadingsMissing, { headings: { zh: named('zh'), en: named('en') } }));
  }
  const entered = helpers.map((one) => ({
    county,
    id: newId(county),
    area_code: one.place,
    name: one.name,
    name_key: nameKeyOf(one.name),
    kind: 'cadre',
    rank: one.rank,
    title: one.title,
    unit_id: one.unit,
    force: null,
    languages: [],
    home_village: null,
    account: null,
    joined_on: today,
  }));
  for (let at = 0; at < entered.length; at += insertedAtOnce) {
    await insertHelpers(tx, entered.slice(at, at + insertedAtOnce));
  }
  context.note({ area, facts: { entered: entered.length, refused: refused.length } });
  return {
    entered: entered.length,
    refused: refused.map(({ row, name, why }) => ({ row, name, why: [...why] })),
  };
}

async function knowledgeOf(context: Context): Promise<HelperKnowledge> {
  const { tx, today, area } = context;
  const span = spanOf(area);
  const { quota } = rulesHere(context, area);
  // Units stand at the county, wherever below it somebody enters helpers.
  const county = spanOf(areaCode(area.slice(0, 6)));
  const units = await listUnitRows(tx, { span: county, kind: undefined });
  const around = { ...span, low: span.low.slice(0, 9) };
  const areas = await listAreasInSpan(tx, around, today, ['township', 'village']);
  const names = new Map<string, string>(areas.map(({ code, name }) => [code, name]));
  const inside = areas.filter(({ code }) => code >= span.low);
  const entered = await listEnteredHelpers(tx, span);
  return {
    ranks: quota?.ranks ?? [],
    units: units.map(({ id, name }) => ({ id, name })),
    places: inside.map(({ code, name, level }) => {
      const township = names.get(code.slice(0, 9)) ?? '';
      const short = shortNameOf(name);
      const own = [...new Set([name, short])];
      const whole = own.map((one) => `${township}${one}`);
      return { code, names: level === 'village' ? [...own, ...whole] : own };
    }),
    entered: new Set(entered.map((one) => helperKey(one.name, one.area_code, one.unit_id))),
  };
}

export async function templateOfHelpers(
  { language }: Context,
  _input: InputOf<typeof helperTemplate>,
): Promise<Download> {
  return xlsxDownload({
    fileName: language === 'zh' ? '帮扶责任人.xlsx' : 'helpers.xlsx',
    name: '1',
    headings: helperColumns.map((column) => helperHeadings[column][language]),
    rows: [],
  });
}
