// Runs an analysis over the file a command names, and makes its outcome: tables for a person, JSON for a
// program, and a refusal told cell by cell.
import type { Analysis } from '#domain/insight/analysis/analysis.ts';
import type { CellProblem } from '#domain/insight/analysis/table-row.ts';
import { type Language, messageOf, Refusal } from '#domain/kernel/refusal.ts';
import { openSpreadsheet } from '#server/exchange/reading/open-spreadsheet.ts';
import { type AnalysedRows, analyseRows } from '#server/insight/measures/analyse-rows.ts';
import { fileOf, languageOf } from './analyse-options.ts';
import { problemLine, readText } from './analyse-words.ts';
import type { Asked, Outcome } from './command.ts';

export async function runAnalysis<Result>(
  { values, flags }: Asked,
  analysis: Analysis<Result>,
  textOf: (result: Result, language: Language) => readonly string[],
): Promise<Outcome> {
  const language = languageOf(values.locale);
  const path = await fileOf(values);
  try {
    const spreadsheet = await openSpreadsheet(path);
    try {
      const { sheet } = values;
      const skipInvalid = flags.has('skip-invalid');
      const done = await analyseRows(spreadsheet, analysis, { skipInvalid, language, sheet });
      const lines = [...readText(done.read, language), '', ...textOf(done.result, language)];
      return { isYes: true, json: jsonOf(done), text: lines.join('\n') };
    } finally {
      await spreadsheet.close();
    }
  } catch (error) {
    if (error instanceof Refusal) return refused(error, language);
    throw error;
  }
}

function jsonOf<Result>({ result, read }: AnalysedRows<Result>) {
  const { problems, ...counts } = read;
  return { ...result, read: { ...counts, problems } };
}

/** Told in the reader's language, cell by cell where cells are to blame. */
function refused(error: Refusal, language: Language): Outcome {
  const { code } = error.kind;
  const problems = (Array.isArray(error.details) ? error.details : []) as readonly CellProblem[];
  const message = messageOf(error, language);
  const lines = problems.slice(1).map((problem) => problemLine(problem, language));
  const shown = problems.map((problem) => ({ ...problem, message: problem.message[language] }));
  return {
    isYes: false,
    json: { error: { code, message, problems: shown } },
    text: [message, ...lines].join('\n'),
  };
}
