// A list as it is pasted: a household number and an amount a line.
import { fenOfTyped } from '../read-yuan.ts';

interface ReadRows {
  readonly rows: { readonly householdNo: string; readonly amount: number }[];
  /** The first line that cannot be read. */
  readonly wrong: number | undefined;
}

export function readShareRows(typed: string): ReadRows {
  const rows: ReadRows['rows'] = [];
  for (const [index, line] of typed.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [householdNo = '', yuan = '', ...rest] = line.trim().split(/[\s,，;；]+/);
    const amount = fenOfTyped(yuan);
    if (amount === undefined || rest.length > 0) return { rows, wrong: index + 1 };
    rows.push({ householdNo, amount });
  }
  return { rows, wrong: undefined };
}
