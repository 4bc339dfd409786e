// Why a file as a whole cannot be read. Each says what the file is and what to do. A fault in one row
// is no refusal of the file: it is a problem beside that row.

import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const empty = {
  code: 'exchange/file-empty',
  status: 422,
  message: {
    zh: '文件是空的，没有任何内容。请确认选择的文件，重新导出后再上传。',
    en: 'The file is empty. Check that it is the right one, export it again and upload it.',
  },
} as const satisfies RefusalKind;

export const encrypted = {
  code: 'exchange/file-encrypted',
  status: 422,
  message: {
    zh: '文件设有打开密码，无法读取。请在 Excel 或 WPS 中打开，取消密码后另存，再上传。',
    en: 'The file is protected by a password. Open it in Excel or WPS, remove the password, save it and upload it again.',
  },
} as const satisfies RefusalKind;

export const html = {
  code: 'exchange/file-is-a-web-page',
  status: 422,
  message: {
    zh: '这其实是一个网页文件(HTML)，只是改名为表格。请用 Excel 或 WPS 打开，另存为 .xlsx 后上传。',
    en: 'This is a web page (HTML) under the name of a spreadsheet. Open it in Excel or WPS, save it as .xlsx and upload that.',
  },
} as const satisfies RefusalKind;

export const xml = {
  code: 'exchange/file-is-xml',
  status: 422,
  message: {
    zh: '这是 XML 文件（可能是 Excel 2003 XML 表格）。请用 Excel 或 WPS 打开，另存为 .xlsx 后上传。',
    en: 'This is an XML file, perhaps an XML spreadsheet of 2003. Open it in Excel or WPS, save it as .xlsx and upload that.',
  },
} as const satisfies RefusalKind;

export const binaryWorkbook = {
  code: 'exchange/file-is-xlsb',
  status: 422,
  message: {
    zh: '这是二进制工作簿(.xlsb)。请用 Excel 或 WPS 打开，另存为 .xlsx 后上传。',
    en: 'This is a binary workbook (.xlsb). Open it in Excel or WPS, save it as .xlsx and upload that.',
  },
} as const satisfies RefusalKind;

export const unknown = {
  code: 'exchange/file-not-a-spreadsheet',
  status: 415,
  message: {
    zh: '无法识别的文件：内容是{what}。可以导入 .xlsx、.xls、.ods 和 .csv。',
    en: 'Not a spreadsheet: the content is {what}. Files of type .xlsx, .xls, .ods and .csv can be imported.',
  },
} as const satisfies RefusalKind;

export const damaged = {
  code: 'exchange/file-damaged',
  status: 422,
  message: {
    zh: '文件已损坏，无法读取（{part}）。请在 Excel 或 WPS 中打开并另存一份，再上传。',
    en: 'The file is damaged and cannot be read ({part}). Open it in Excel or WPS, save a copy and upload that.',
  },
} as const satisfies RefusalKind;

export const tooLarge = {
  code: 'exchange/file-too-large',
  status: 413,
  message: {
    zh: '文件超过 {limit} MB 的上限。请按乡镇拆分，或另存为 CSV 后上传。',
    en: 'The file is larger than {limit} MB. Split it by township, or save it as CSV.',
  },
} as const satisfies RefusalKind;

export const bomb = {
  code: 'exchange/file-expands-too-far',
  status: 413,
  message: {
    zh: '压缩内容展开后超过 {limit} MB（{part}），为防止拖垮系统已停止读取。请删除表中大片空白或无关内容，另存后上传。',
    en: 'The compressed content expands beyond {limit} MB ({part}), so reading stopped. Delete large blank or unrelated parts, save the file and upload it again.',
  },
} as const satisfies RefusalKind;

export const encoding = {
  code: 'exchange/file-encoding-unknown',
  status: 422,
  message: {
    zh: '文字编码既不是 UTF-8 也不是 GB18030（第 {byte} 个字节起无法识别）。请另存为 “CSV UTF-8” 后上传。',
    en: 'The text is neither UTF-8 nor GB18030 (from byte {byte} on). Save it as "CSV UTF-8" and upload it again.',
  },
} as const satisfies RefusalKind;

export const quote = {
  code: 'exchange/file-quote-not-closed',
  status: 422,
  message: {
    zh: '第 {row} 行的引号没有配对，之后的内容无法分行。请补上或删去该引号。',
    en: 'A quotation mark opened in row {row} is never closed, so the rest cannot be split into rows. Close or delete it.',
  },
} as const satisfies RefusalKind;

export const sheetMissing = {
  code: 'exchange/sheet-missing',
  status: 422,
  message: {
    zh: '文件中没有名为 “{sheet}” 的工作表。现有工作表：{sheets}。',
    en: 'There is no sheet named "{sheet}". The file has: {sheets}.',
  },
} as const satisfies RefusalKind;

export const sheetEmpty = {
  code: 'exchange/sheet-empty',
  status: 422,
  message: {
    zh: '工作表 “{sheet}” 中没有数据。请选择其他工作表，或填入数据后上传。',
    en: 'The sheet "{sheet}" has no data. Choose another sheet, or fill it in.',
  },
} as const satisfies RefusalKind;

export const tooManyRows = {
  code: 'exchange/too-many-rows',
  status: 413,
  message: {
    zh: '超过 {limit} 行的上限。请按乡镇拆分后上传。',
    en: 'More than {limit} rows. Split the file by township.',
  },
} as const satisfies RefusalKind;

export const tooManyColumns = {
  code: 'exchange/too-many-columns',
  status: 413,
  message: {
    zh: '第 {row} 行超过 {limit} 列的上限。请删除右侧无关的列后上传。',
    en: 'Row {row} has more than {limit} columns. Delete the unrelated columns on the right.',
  },
} as const satisfies RefusalKind;

export const textTooLong = {
  code: 'exchange/text-too-long',
  status: 413,
  message: {
    zh: '第 {row} 行有超过 {limit} 个字符的单元格。请检查该行，可能缺少引号或换行。',
    en: 'Row {row} has a cell of more than {limit} characters. A quotation mark or a line break may be missing there.',
  },
} as const satisfies RefusalKind;

export const noHeading = {
  code: 'exchange/heading-missing',
  status: 422,
  message: {
    zh: '前 {rows} 行中找不到表头。请保留一行列名，例如 “户编号、姓名、证件号码、与户主关系”。',
    en: 'No heading row was found in the first {rows} rows. Keep one row of column names, such as "户编号、姓名、证件号码、与户主关系".',
  },
} as const satisfies RefusalKind;

export const columnMissing = {
  code: 'exchange/column-missing',
  status: 422,
  message: {
    zh: '缺少必需的列：{columns}。请在表中补上，或在列对应中指定。',
    en: 'Required columns are missing: {columns}. Add them to the sheet, or point to them in the mapping.',
  },
} as const satisfies RefusalKind;

export const readerFailed = {
  code: 'exchange/reader-failed',
  status: 422,
  message: {
    zh: '读取进程中断（{reason}）。请将文件另存为 CSV，或按乡镇拆分后再试。',
    en: 'The reading process stopped ({reason}). Save the file as CSV, or split it by township, and try again.',
  },
} as const satisfies RefusalKind;
