// A file's format and size as people say them.

const formats: Readonly<Record<string, string>> = {
  xlsx: 'Excel (.xlsx)',
  xls: 'Excel 97–2003 (.xls)',
  ods: 'OpenDocument (.ods)',
  csv: 'CSV',
};

export function formatName(format: string): string {
  return formats[format] ?? format;
}

export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
