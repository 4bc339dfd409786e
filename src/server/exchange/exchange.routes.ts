// Doors of spreadsheets in.
import { z } from 'zod';
import * as doors from '#contract/exchange.ts';
import { importIndicators } from '#contract/exchange-indicators.ts';
import { headingsOf } from '#domain/exchange/headings.ts';
import { importFields } from '#domain/exchange/import-field.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { discardImport } from './discard-import.ts';
import { downloadRefused } from './download-refused.ts';
import { noSuchProfile } from './exchange-refusals.ts';
import { getImport } from './get-import.ts';
import { listImportsOf } from './import.store.ts';
import { importSheet } from './import-indicators.ts';
import { listRowsOf } from './import-row.store.ts';
import { mapImport } from './map-import.ts';
import { deleteStoredProfile, listStoredProfiles } from './profile.store.ts';
import { shownImport, shownItem, shownRow } from './show-import.ts';
import { startRun } from './start-run.ts';
import { writeTemplate } from './template-file.ts';
import { uploadSpreadsheet } from './upload-spreadsheet.ts';

const ImportKeys = z.tuple([z.string(), z.string()]);
const RowKeys = z.tuple([z.number().int()]);
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const exchangeRoutes: readonly Served[] = [
  serve(doors.listImportFields, async () => ({
    items: importFields.map(({ id, level, sensitive }) => ({
      id,
      level,
      sensitive,
      headings: [...(headingsOf[id] ?? [])],
    })),
  })),
  serve(doors.downloadTemplate, async () => ({
    fileName: '入户调查表.xlsx',
    contentType: xlsx,
    body: writeTemplate(),
  })),
  serve(doors.uploadSpreadsheet, uploadSpreadsheet),
  serve(doors.listImports, async ({ tx }, { query }) => {
    const [createdAt, id] = readCursor(query.cursor, ImportKeys) ?? [];
    const before = createdAt === undefined || id === undefined ? undefined : { createdAt, id };
    const rows = await listImportsOf(tx, { before, limit: query.limit + 1 });
    const page = pageFrom(rows, query.limit, (row) => [row.createdAt, row.id]);
    return { items: page.items.map(shownItem), next: page.next };
  }),
  serve(doors.getImport, async ({ tx }, { params }) => shownImport(await getImport(tx, params.id))),
  serve(doors.mapImport, mapImport),
  serve(doors.checkImport, (context, { params }) => startRun(context, params.id, 'check')),
  serve(doors.commitImport, (context, { params }) => startRun(context, params.id, 'commit')),
  serve(doors.listImportRows, async ({ tx }, { params, query }) => {
    const { id } = await getImport(tx, params.id);
    const { outcome, problem, limit } = query;
    const [after] = readCursor(query.cursor, RowKeys) ?? [0];
    const rows = await listRowsOf(tx, { id, outcome, problem, after, limit: limit + 1 });
    const page = pageFrom(rows, limit, (row) => [row.row]);
    return { items: page.items.map(shownRow), next: page.next };
  }),
  serve(doors.downloadRefused, downloadRefused),
  serve(doors.discardImport, discardImport),
  serve(doors.listProfiles, async ({ tx }) => ({
    items: (await listStoredProfiles(tx)).map((profile) => ({
      name: profile.name,
      areaCode: profile.areaCode,
      accountName: profile.accountName,
      savedAt: profile.savedAt,
      fields: Object.entries(profile.fields).map(([heading, field]) => ({ heading, field })),
    })),
  })),
  serve(doors.deleteProfile, async (context, { params }) => {
    const { tx, actor } = context;
    const { name } = params;
    const isGone = await deleteStoredProfile(tx, { areaCode: actor.area, name });
    if (!isGone) refuse(noSuchProfile, { name });
    context.note({ area: areaCode(actor.area), subject: 'profile' });
    return undefined;
  }),
  serve(importIndicators, importSheet),
];
