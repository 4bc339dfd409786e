// Begins a dry run or the commit of an uploaded file, as one job.

import * as fileRefusals from '#domain/exchange/file-refusals.ts';
import { missingColumns } from '#domain/exchange/mapping.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { getReadableImport } from './get-import.ts';
import { saveImport } from './import.store.ts';
import { importJobKind } from './import-job.ts';
import type { ImportRunInput } from './run-import.ts';

export async function startRun(
  context: Context,
  id: string,
  mode: ImportRunInput['mode'],
): Promise<{ job: string }> {
  const { tx, platform, scope, actor, now } = context;
  const stored = await getReadableImport(tx, id);
  const missing = missingColumns(stored, stored.areaCode.length >= 12);
  if (missing.length > 0) refuse(fileRefusals.columnMissing, { columns: missing.join('、') });

  const input: ImportRunInput = { importId: id, mode };
  const job = await platform.jobs.enqueue(tx, {
    kind: importJobKind,
    areaCode: stored.areaCode,
    account: actor.account,
    scope,
    input,
    now,
  });
  await saveImport(tx, id, {
    state: mode === 'check' ? 'checking' : 'committing',
    job,
    failure: null,
    finishedAt: null,
  });

  context.note({ area: areaCode(stored.areaCode), subject: `import:${id}`, facts: { job } });
  return { job };
}
