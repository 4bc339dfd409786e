// Spreadsheets in: a file is uploaded and described, its columns are mapped, a dry run says row by row
// what would happen, one job commits, and the refused rows come back as a file with their reasons.
import { z } from 'zod';
import { AreaCodeText, Bilingual, Cursor, IdText, Limit, pageOf } from './page.ts';
import { route } from './route.ts';

export const FieldId = z.string().max(80).meta({ description: 'As in GET /api/exchange/fields' });

export const ImportField = z.object({
  id: FieldId,
  /** `none` is the choice to leave a column out. */
  level: z.enum(['household', 'person', 'none']),
  /** The heading our own spreadsheets carry; other writings that are recognised. */
  headings: z.array(z.string()),
  sensitive: z.boolean(),
});
export type ImportField = z.infer<typeof ImportField>;

export const ImportColumn = z.object({
  /** 0-based. */
  column: z.number().int(),
  /** As a spreadsheet program calls it: A, B … AA. */
  letters: z.string(),
  heading: z.string(),
  field: FieldId.nullable(),
  /** 0 to 1; 1 where the heading is a known one or a person chose. */
  confidence: z.number(),
  /** The column of the same meaning that is read instead. */
  duplicateOf: z.number().int().nullable(),
});
export type ImportColumn = z.infer<typeof ImportColumn>;

export const ImportProblem = z.object({
  row: z.number().int(),
  /** 0-based; null where no one column is to blame. */
  column: z.number().int().nullable(),
  field: FieldId.nullable(),
  /** As written, masked where the field is sensitive. */
  value: z.string(),
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  message: Bilingual,
});
export type ImportProblem = z.infer<typeof ImportProblem>;

export const ImportState = z.enum([
  'uploaded',
  'checking',
  'checked',
  'committing',
  'done',
  'failed',
  'cancelled',
]);
export type ImportState = z.infer<typeof ImportState>;

/** What happens to a row: its household is new, changed, as it was, or kept out. */
export const RowOutcome = z.enum(['new', 'changed', 'unchanged', 'refused']);
export type RowOutcome = z.infer<typeof RowOutcome>;

export const ImportCounts = z.object({
  rows: z.number().int(),
  households: z.number().int(),
  persons: z.number().int(),
  /** Rows of households that were or would be taken; with `refused` they add up to `rows`. */
  accepted: z.number().int(),
  refused: z.number().int(),
  /** Sums and remarks below the table. */
  passedOver: z.number().int(),
  newHouseholds: z.number().int(),
  changedHouseholds: z.number().int(),
  unchangedHouseholds: z.number().int(),
  refusedHouseholds: z.number().int(),
  /** Questions opened because the register says otherwise, or a number is registered elsewhere. */
  conflicts: z.number().int(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

export const ImportItem = z.object({
  id: z.string(),
  areaCode: z.string(),
  fileName: z.string(),
  state: ImportState,
  accountName: z.string(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
  counts: ImportCounts.nullable(),
});
export type ImportItem = z.infer<typeof ImportItem>;

export const ImportDetail = ImportItem.extend({
  format: z.string(),
  encoding: z.string().nullable(),
  bytes: z.number().int(),
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean() })),
  sheet: z.string(),
  headingRow: z.number().int(),
  columns: z.array(ImportColumn),
  /** Headings of columns an import cannot do without and the sheet has not. */
  missingColumns: z.array(z.string()),
  /** A few rows below the headings, numbers of persons masked. */
  sample: z.array(z.object({ row: z.number().int(), cells: z.array(z.string()) })),
  /** Profile that was recognised by the headings. */
  profile: z.string().nullable(),
  incomeYear: z.number().int(),
  /** About the file as a whole. */
  notices: z.array(ImportProblem),
  /** How often each problem occurs, most frequent first. */
  problemCounts: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(['error', 'warning']),
      count: z.number().int(),
      message: Bilingual,
    }),
  ),
  /** The run under way or the last one: GET /api/jobs/runs/:id tells its progress. */
  job: z.string().nullable(),
  failure: z.object({ code: z.string(), message: Bilingual }).nullable(),
  /** False once the uploaded file was deleted. */
  fileKept: z.boolean(),
});
export type ImportDetail = z.infer<typeof ImportDetail>;

export const ImportRow = z.object({
  row: z.number().int(),
  outcome: RowOutcome,
  householdNo: z.string(),
  name: z.string(),
  /** The household it became, where it was stored. */
  household: z.string().nullable(),
  /** Fields that would change or did. */
  changes: z.array(z.string()),
  problems: z.array(ImportProblem),
});
export type ImportRow = z.infer<typeof ImportRow>;

export const MappingProfile = z.object({
  name: z.string(),
  areaCode: z.string(),
  accountName: z.string(),
  savedAt: z.string(),
  fields: z.array(z.object({ heading: z.string(), field: FieldId.nullable() })),
});
export type MappingProfile = z.infer<typeof MappingProfile>;

const ImportParams = z.object({ id: IdText });
const ProfileName = z.string().trim().min(1).max(60);

export const listImportFields = route({
  method: 'GET',
  path: '/api/exchange/fields',
  summary: 'What a column of a spreadsheet can mean',
  permission: 'exchange.import',
  area: 'none',
  audit: null,
  output: z.object({ items: z.array(ImportField) }),
});

export const uploadSpreadsheet = route({
  method: 'POST',
  path: '/api/exchange/imports',
  summary: 'Upload a spreadsheet: it is described, and nothing of it is stored in the register yet',
  permission: 'exchange.import',
  area: 'query.area',
  audit: 'exchange.upload',
  kind: 'upload',
  query: z.object({
    area: AreaCodeText.optional(),
    sheet: z.string().max(100).optional(),
    /** Year of incomes that name none; the year before today's when absent. */
    incomeYear: z.coerce.number().int().min(1949).max(2100).optional(),
  }),
  output: ImportDetail,
});

export const listImports = route({
  method: 'GET',
  path: '/api/exchange/imports',
  summary: 'Imports of one’s area, newest first',
  permission: 'exchange.import',
  area: 'own',
  audit: null,
  query: z.object({ cursor: Cursor.optional(), limit: Limit }),
  output: pageOf(ImportItem),
});

export const getImport = route({
  method: 'GET',
  path: '/api/exchange/imports/:id',
  summary: 'One import: its file, its columns, its counts',
  permission: 'exchange.import',
  area: 'row',
  audit: null,
  params: ImportParams,
  output: ImportDetail,
});

export const mapImport = route({
  method: 'PUT',
  path: '/api/exchange/imports/:id/mapping',
  summary: 'Correct what the columns mean, choose another sheet, save the mapping as a profile',
  permission: 'exchange.import',
  area: 'row',
  audit: 'exchange.map',
  params: ImportParams,
  body: z.object({
    sheet: z.string().max(100).optional(),
    columns: z
      .array(z.object({ column: z.number().int().min(0).max(511), field: FieldId.nullable() }))
      .max(512)
      .default([]),
    incomeYear: z.number().int().min(1949).max(2100).optional(),
    saveProfileAs: ProfileName.optional(),
  }),
  output: ImportDetail,
});

export const checkImport = route({
  method: 'POST',
  path: '/api/exchange/imports/:id/check',
  summary: 'Dry run: says row by row what would happen and changes nothing',
  permission: 'exchange.import',
  area: 'row',
  audit: 'exchange.check',
  params: ImportParams,
  output: z.object({ job: z.string() }),
});

export const commitImport = route({
  method: 'POST',
  path: '/api/exchange/imports/:id/commit',
  summary: 'Store what the file says, as one job; rows with errors stay out',
  permission: 'exchange.import',
  area: 'row',
  audit: 'exchange.commit',
  params: ImportParams,
  output: z.object({ job: z.string() }),
});

export const listImportRows = route({
  method: 'GET',
  path: '/api/exchange/imports/:id/rows',
  summary: 'Row by row what would happen or did, in the order of the file',
  permission: 'exchange.import',
  area: 'row',
  audit: null,
  params: ImportParams,
  query: z.object({
    outcome: RowOutcome.optional(),
    /** Only rows with a problem of this code. */
    problem: z.string().max(80).optional(),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
  output: pageOf(ImportRow),
});

export const downloadRefused = route({
  method: 'GET',
  path: '/api/exchange/imports/:id/refused',
  summary: 'The refused rows as they were in the file, with the reason beside each',
  permission: 'exchange.import',
  area: 'row',
  audit: 'exchange.download-refused',
  kind: 'download',
  params: ImportParams,
  query: z.object({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
});

export const discardImport = route({
  method: 'DELETE',
  path: '/api/exchange/imports/:id',
  summary: 'Delete the uploaded file and what was noted of its rows; what was committed stays',
  permission: 'exchange.import',
  area: 'row',
  audit: 'exchange.discard',
  params: ImportParams,
});

export const listProfiles = route({
  method: 'GET',
  path: '/api/exchange/profiles',
  summary: 'Saved mappings of headings to fields',
  permission: 'exchange.import',
  area: 'own',
  audit: null,
  output: z.object({ items: z.array(MappingProfile) }),
});

export const deleteProfile = route({
  method: 'DELETE',
  path: '/api/exchange/profiles/:name',
  summary: 'Forget a saved mapping of one’s own area',
  permission: 'exchange.import',
  area: 'own',
  audit: 'exchange.delete-profile',
  params: z.object({ name: ProfileName }),
});

export const downloadTemplate = route({
  method: 'GET',
  path: '/api/exchange/template',
  summary: 'An empty spreadsheet with every heading that is recognised without mapping',
  permission: 'exchange.import',
  area: 'none',
  audit: null,
  kind: 'download',
});
