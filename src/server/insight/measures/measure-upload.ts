// Measures of a table that somebody brought along. The file waits on disk for the few seconds it is read
// and is deleted whatever comes of it; the audit line says that it was computed, how many bytes and rows,
// and nothing of what stood in it.
import { basename } from 'node:path';
import type { measureTable, TableMeasures } from '#contract/insight-measures.ts';
import type { InputOf } from '#contract/route.ts';
import * as fileRefusals from '#domain/exchange/file-refusals.ts';
import { readLine } from '#domain/insight/analysis/analysis.ts';
import * as analysisRefusals from '#domain/insight/analysis/analysis-refusals.ts';
import { Refusal, type RefusalFacts, type RefusalKind, refuse } from '#domain/kernel/refusal.ts';
import { forgetFile, importFilePath, keepFile } from '#server/exchange/import-file.ts';
import type { Context } from '#server/http/context.ts';
import { missingFile } from '#server/http/input-refusals.ts';
import { askProcess } from '#server/kernel/ask-process.ts';
import type { MeasuredTable, MeasureTask } from './measure-task.ts';

/** A million rows take some 150 MB; a file that needs more than this is refused. */
const heapMegabytes = 384;

export async function measureUpload(
  context: Context,
  { query }: InputOf<typeof measureTable>,
): Promise<TableMeasures> {
  const { file, platform, newId, language } = context;
  if (file === undefined) return refuse(missingFile);
  const line =
    readLine(query.line) ?? refuse(analysisRefusals.lineUnreadable, { line: query.line });
  const { income, members, weight, household, by } = query;
  const path = importFilePath(platform.dataFolder, newId(0));
  const key = platform.secrets.hash('import-file', 'digest');
  const { bytes } = await keepFile(path, file.stream, key);
  try {
    const measured = await measureInProcess({
      path,
      line,
      columns: query.columns === 'given' ? { income, members, weight, household, by } : undefined,
      skipInvalid: query.skipInvalid === 'true',
      language,
    });
    context.note({ subject: 'table', facts: { bytes, rows: measured.read.rows } });
    return { fileName: file.fileName.slice(0, 200), ...measured };
  } finally {
    await forgetFile(path);
  }
}

interface Answer {
  readonly measured?: MeasuredTable;
  readonly refusal?: {
    readonly code: string;
    readonly facts: RefusalFacts;
    readonly details: unknown;
  };
}

async function measureInProcess(task: MeasureTask): Promise<MeasuredTable> {
  const source = new URL('./measure.process.ts', import.meta.url);
  const limit = [`--max-old-space-size=${heapMegabytes}`];
  const { answer, ended } = await askProcess<Answer>(source, task, limit);
  if (answer?.measured !== undefined) return answer.measured;
  throw refusalOf(answer, ended);
}

function refusalOf(answer: Answer | undefined, reason: string): Refusal {
  const kinds: readonly RefusalKind[] = [
    ...Object.values(analysisRefusals),
    ...Object.values(fileRefusals),
  ];
  const kind = kinds.find(({ code }) => code === answer?.refusal?.code);
  if (kind === undefined)
    return new Refusal(fileRefusals.readerFailed, { reason: basename(reason) });
  return new Refusal(kind, answer?.refusal?.facts, answer?.refusal?.details);
}
