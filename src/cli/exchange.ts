// Commands of spreadsheets: what a file says, and the file into the register.
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { ImportCounts } from '#contract/exchange.ts';
import { mayEnter } from '#domain/access/actor.ts';
import { problemMessage, type RowProblem } from '#domain/exchange/row-problem.ts';
import { type AreaCode, parseAreaCode } from '#domain/kernel/area-code.ts';
import { type Language, messageOf, Refusal, refuse } from '#domain/kernel/refusal.ts';
import { inScope } from '#server/database/connect.ts';
import { dryRun } from '#server/exchange/dry-run.ts';
import { importNow } from '#server/exchange/import-now.ts';
import { problemsOfImport } from '#server/exchange/import-row.store.ts';
import { usualIncomeYear } from '#server/exchange/load-import-context.ts';
import { outsideArea } from '#server/http/input-refusals.ts';
import { type Asked, type Command, type Outcome, UsageProblem } from './command.ts';
import type { Installation } from './open-installation.ts';

export const exchangeCommands: readonly Command[] = [
  {
    name: 'import',
    summary: {
      zh: '导入入户调查表（.xlsx、.xls、.ods、.csv）；--dry-run 只检查，不写入',
      en: 'Import a survey spreadsheet (.xlsx, .xls, .ods, .csv); --dry-run checks and writes nothing',
    },
    operands: [
      { name: 'file', isRequired: true, summary: { zh: '表格文件', en: 'the spreadsheet' } },
    ],
    options: [
      {
        name: 'area',
        value: '<code>',
        isRequired: true,
        summary: {
          zh: '导入到的地区代码，例如 451226；只接受该地区内的户',
          en: 'code of the area, such as 451226; only households within it are taken',
        },
      },
      {
        name: 'dry-run',
        summary: { zh: '逐行说明会发生什么，不写入', en: 'say row by row what would happen' },
      },
      {
        name: 'sheet',
        value: '<name>',
        summary: { zh: '工作表名称；不填则自动识别', en: 'name of the sheet; found when absent' },
      },
      {
        name: 'income-year',
        value: '<year>',
        summary: {
          zh: '表中没有写明年度的收入算哪一年；不填为上一年',
          en: 'year of incomes that name none; last year when absent',
        },
      },
      {
        name: 'locale',
        value: '<zh|en>',
        summary: { zh: '问题说明的语言', en: 'language of the messages' },
      },
    ],
    permission: 'exchange.import',
    run: importFile,
  },
];

interface Report
  extends Pick<ImportCounts, 'rows' | 'households' | 'persons' | 'accepted' | 'refused'> {
  readonly problems: readonly {
    readonly row: number;
    readonly field: string | null;
    readonly value: string;
    readonly code: string;
    readonly severity: string;
    readonly message: string;
  }[];
}

async function importFile({ values, flags, operands, open, say }: Asked): Promise<Outcome> {
  const path = resolve(operands[0] ?? '');
  const language = languageOf(values.locale);
  const area = areaOf(values.area);
  if (!existsSync(path)) {
    throw new UsageProblem({ zh: `没有文件 ${path}。`, en: `There is no file ${path}.` });
  }
  const installation = await open();
  const { platform, actor, scope } = installation;
  if (actor !== undefined && !mayEnter(actor, area)) refuse(outsideArea, { area });
  const year = Number(values['income-year'] ?? usualIncomeYear(platform.clock.today()));
  if (!Number.isInteger(year) || year < 1949 || year > 2100) {
    throw new UsageProblem({
      zh: `收入年度“${values['income-year']}”不是年份。`,
      en: `The income year “${values['income-year']}” is no year.`,
    });
  }
  const request = {
    path,
    fileName: basename(path),
    area,
    sheet: values.sheet,
    incomeYear: year,
    scope,
  };
  try {
    const { counts, problems } = flags.has('dry-run')
      ? await dryRun(platform, request)
      : await commit(installation, request, say);
    return outcomeOf(counts, problems, language);
  } catch (error) {
    if (error instanceof Refusal) return refusedFile(error, language);
    throw error;
  }
}

async function commit(
  { platform, actor, scope }: Installation,
  request: Parameters<typeof dryRun>[1],
  say: Asked['say'],
) {
  const { id, counts, stored } = await importNow(platform, {
    ...request,
    actor: actor ?? { account: keeperAccount, displayName: 'bangfu import' },
    onProgress: ({ done, step }) => {
      if (step === 'exchange.storing') say({ zh: `已读 ${done} 行`, en: `Rows read: ${done}` });
    },
  });
  const rows = await inScope(platform.db, scope, (tx) => problemsOfImport(tx, id), 'read');
  return { counts, problems: [...stored.notices, ...rows] };
}

/** The keeper of the data folder has no account. */
const keeperAccount = '00000000-0000-0000-0000-000000000000';

function languageOf(text: string | undefined): Language {
  if (text === undefined || text === 'zh' || text === 'en') return text ?? 'zh';
  throw new UsageProblem({
    zh: `--locale 只能是 zh 或 en，不能是“${text}”。`,
    en: `--locale is zh or en, not “${text}”.`,
  });
}

function areaOf(text: string | undefined): AreaCode {
  const code = parseAreaCode(text ?? '');
  if (code !== undefined && code.length >= 6) return code;
  throw new UsageProblem({
    zh: `“${text ?? ''}”不是县、乡镇或村的代码；请用 --area 451226 这样的代码。`,
    en: `“${text ?? ''}” is no code of a county, township or village; use one such as --area 451226.`,
  });
}

function outcomeOf(
  counts: ImportCounts,
  problems: readonly RowProblem[],
  language: Language,
): Outcome {
  const { rows, households, persons, accepted, refused } = counts;
  const shown = problems.map((problem) => ({
    row: problem.row,
    field: problem.field,
    value: problem.value,
    code: problem.code,
    severity: problem.severity,
    message: problemMessage(problem)[language],
  }));
  const json: Report = { rows, households, persons, accepted, refused, problems: shown };
  return { isYes: refused === 0, json, text: textOf(json, counts) };
}

/** A file that cannot be read at all is reported in the same shape: nothing taken, one problem. */
function refusedFile(refusal: Refusal, language: Language): Outcome {
  const { code } = refusal.kind;
  const message = messageOf(refusal, language);
  const problem = { row: 0, field: null, value: '', code, severity: 'error', message };
  const nothing = { rows: 0, households: 0, persons: 0, accepted: 0, refused: 0 };
  return { isYes: false, json: { ...nothing, problems: [problem] }, text: message };
}

const problemLinesMax = 200;

function textOf({ problems, ...report }: Report, counts: ImportCounts): string {
  const lines = [
    `读取 ${report.rows} 行，${report.households} 户，${report.persons} 人；可接收 ${report.accepted} 行，拒收 ${report.refused} 行`,
    `Read ${report.rows} rows, ${report.households} households, ${report.persons} persons; taken ${report.accepted} rows, refused ${report.refused}`,
    `新增 ${counts.newHouseholds} 户，变更 ${counts.changedHouseholds} 户，不变 ${counts.unchangedHouseholds} 户`,
    `New ${counts.newHouseholds}, changed ${counts.changedHouseholds}, unchanged ${counts.unchangedHouseholds} households`,
    ...problems.slice(0, problemLinesMax).map(lineOf),
  ];
  if (problems.length > problemLinesMax) {
    const more = problems.length - problemLinesMax;
    lines.push(`另有 ${more} 处未列出，用 --json 查看  ${more} more, see --json`);
  }
  return lines.join('\n');
}

function lineOf({ row, value, severity, message }: Report['problems'][number]): string {
  const mark = severity === 'error' ? '×' : '!';
  return `${mark} ${row}${value === '' ? '' : ` [${value}]`} ${message}`;
}
