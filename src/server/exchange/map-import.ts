// Corrects what the columns of an uploaded sheet mean, or chooses another sheet of the file. What an
// earlier dry run found is void from then on.
import type { ImportDetail, mapImport as mapShape } from '#contract/exchange.ts';
import type { InputOf } from '#contract/route.ts';
import {
  correctMapping,
  mappingFaults,
  profileOf,
  type SheetMapping,
} from '#domain/exchange/mapping.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { mappingWrong } from './exchange-refusals.ts';
import { getReadableImport } from './get-import.ts';
import {
  findImport,
  type ImportDescription,
  type StoredImport,
  saveDescription,
} from './import.store.ts';
import { importFilePath } from './import-file.ts';
import { maskedSample } from './masked-sample.ts';
import { listStoredProfiles, saveStoredProfile } from './profile.store.ts';
import { describeInProcess } from './reading-process.ts';
import { shownImport } from './show-import.ts';

export async function mapImport(
  context: Context,
  { params, body }: InputOf<typeof mapShape>,
): Promise<ImportDetail> {
  const { tx } = context;
  const stored = await getReadableImport(tx, params.id);
  const described =
    body.sheet === undefined || body.sheet === stored.sheet
      ? stored
      : await describeSheet(context, stored, body.sheet);

  const { headingRow, columns } = described;
  const corrections = new Map(body.columns.map(({ column, field }) => [column, field]));
  const mapping = correctMapping({ headingRow, columns }, corrections);
  const faults = mappingFaults(mapping);
  if (faults.length > 0) refuse(mappingWrong, { fields: faults.join('、') });

  const incomeYear = body.incomeYear ?? stored.incomeYear;
  const saved = body.saveProfileAs;
  await saveDescription(tx, stored.id, {
    ...described,
    columns: mapping.columns,
    profile: saved ?? described.profile,
    incomeYear,
  });
  if (saved !== undefined) await saveProfile(context, saved, mapping);
  context.note({ subject: `import:${stored.id}` });
  return shownImport((await findImport(tx, stored.id)) ?? stored);
}

async function describeSheet(
  { tx, platform }: Context,
  stored: StoredImport,
  sheet: string,
): Promise<ImportDescription> {
  const description = await describeInProcess({
    kind: 'describe',
    path: importFilePath(platform.dataFolder, stored.id),
    fileName: stored.fileName,
    sheet,
    profiles: await listStoredProfiles(tx),
    isVillageFile: stored.areaCode.length >= 12,
  });
  const { mapping } = description;
  return {
    sheet: description.facts.sheet,
    headingRow: mapping.headingRow,
    columns: mapping.columns,
    sample: maskedSample(description),
    profile: description.profile ?? null,
    incomeYear: stored.incomeYear,
  };
}

/** Saved for one's own area, where the areas below find it too. */
async function saveProfile(
  { tx, actor, now }: Context,
  name: string,
  mapping: SheetMapping,
): Promise<void> {
  await saveStoredProfile(tx, {
    ...profileOf(name, mapping),
    areaCode: actor.area,
    account: actor.account,
    accountName: actor.displayName,
    savedAt: now,
  });
}
