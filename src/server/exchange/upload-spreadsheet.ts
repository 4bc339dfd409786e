// Takes a spreadsheet in: kept beside the data, described by the reading process, noted as an import.
// Nothing of it is in the register yet. A file nobody can read leaves nothing behind but the refusal.
import type { ImportDetail, uploadSpreadsheet as uploadShape } from '#contract/exchange.ts';
import type { InputOf } from '#contract/route.ts';
import { type AreaCode, countyNumberOf } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { missingFile } from '#server/http/input-refusals.ts';
import type { FileDescription } from './describe-file.ts';
import { findImport, insertImport, type NewImport } from './import.store.ts';
import { forgetFile, importFilePath, type KeptFile, keepFile } from './import-file.ts';
import { usualIncomeYear } from './load-import-context.ts';
import { maskedSample } from './masked-sample.ts';
import { listStoredProfiles } from './profile.store.ts';
import { describeInProcess } from './reading-process.ts';
import { shownImport } from './show-import.ts';
import { sweepFiles } from './sweep-files.ts';

export async function uploadSpreadsheet(
  context: Context,
  { query }: InputOf<typeof uploadShape>,
): Promise<ImportDetail> {
  const { tx, area, file, platform, newId } = context;
  if (file === undefined) return refuse(missingFile);
  const profiles = await listStoredProfiles(tx);
  await sweepFiles(context);

  const id = newId(countyNumberOf(area) ?? 0);
  const path = importFilePath(platform.dataFolder, id);
  const key = platform.secrets.hash('import-file', 'digest');
  const kept = await keepFile(path, file.stream, key);
  try {
    const description = await describeInProcess({
      kind: 'describe',
      path,
      fileName: file.fileName,
      sheet: query.sheet,
      profiles,
      isVillageFile: area.length >= 12,
    });
    const incomeYear = query.incomeYear ?? usualIncomeYear(context.today);
    await insertImport(tx, newImport(context, { id, area, kept, description, incomeYear }));
  } catch (error) {
    await forgetFile(path);
    throw error;
  }

  context.note({ subject: `import:${id}`, facts: { bytes: kept.bytes } });
  const stored = await findImport(tx, id);
  if (stored === undefined) throw new Error(`import ${id} was lost`);
  return shownImport(stored);
}

interface Uploaded {
  readonly id: string;
  readonly area: AreaCode;
  readonly kept: KeptFile;
  readonly description: FileDescription;
  readonly incomeYear: number;
}

function newImport(
  { actor, now }: Context,
  { id, area, kept, description, incomeYear }: Uploaded,
): NewImport {
  const { facts, mapping } = description;
  return {
    id,
    areaCode: area,
    account: actor.account,
    accountName: actor.displayName,
    fileName: facts.fileName.slice(0, 200),
    bytes: kept.bytes,
    digest: kept.digest,
    format: facts.format,
    encoding: facts.encoding ?? null,
    sheets: description.sheets,
    sheet: facts.sheet,
    headingRow: mapping.headingRow,
    columns: mapping.columns,
    sample: maskedSample(description),
    profile: description.profile ?? null,
    incomeYear,
    createdAt: now,
  };
}
