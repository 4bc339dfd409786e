// Lets go of an import: its file and what was noted of its rows. What was committed stays in the
// register, and so do the acts in the audit trail.
import type { discardImport as discardShape } from '#contract/exchange.ts';
import type { InputOf } from '#contract/route.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import type { Context } from '#server/http/context.ts';
import { getIdleImport } from './get-import.ts';
import { deleteImport } from './import.store.ts';
import { forgetFile, importFilePath } from './import-file.ts';

export async function discardImport(
  context: Context,
  { params }: InputOf<typeof discardShape>,
): Promise<undefined> {
  const stored = await getIdleImport(context.tx, params.id);
  await deleteImport(context.tx, stored.id);
  await forgetFile(importFilePath(context.platform.dataFolder, stored.id));
  context.note({ area: areaCode(stored.areaCode), subject: `import:${stored.id}` });
  return undefined;
}
