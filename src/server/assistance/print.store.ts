// All SQL of what was printed: when, by whom, with which digest; and the files that jobs made, in parts.
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

export interface PrintRecord {
  readonly county: number;
  readonly id: string;
  readonly household_id: string | null;
  readonly area_code: string;
  readonly paper: string;
  readonly format: string;
  readonly pages: number;
  readonly households: number;
  readonly digest: Buffer;
  readonly account: string;
  readonly account_name: string;
  readonly printed_at: string;
  readonly job: string | null;
}

export async function insertPrint(tx: Tx, print: PrintRecord): Promise<void> {
  await tx
    .insertInto('assistance_print')
    .values({ ...print })
    .execute();
}

export async function listPrintsOf(
  tx: Tx,
  { county, id }: { readonly county: number; readonly id: string },
): Promise<readonly PrintRecord[]> {
  return tx
    .selectFrom('assistance_print')
    .selectAll()
    .where('county', '=', county)
    .where('household_id', '=', id)
    .orderBy('printed_at', 'desc')
    .execute();
}

/** Of areas, one paper or all but it; a job is named only while the file it set is kept. */
export async function listPrintsIn(
  tx: Tx,
  { low, high }: AreaSpan,
  paper: { readonly only: string } | { readonly but: string },
): Promise<readonly PrintRecord[]> {
  const rows = await tx
    .selectFrom('assistance_print as p')
    .selectAll('p')
    .select((of) =>
      of
        .exists(
          of
            .selectFrom('assistance_print_part as f')
            .whereRef('f.county', '=', 'p.county')
            .whereRef('f.print_id', '=', 'p.id')
            .select('f.part'),
        )
        .as('is_kept'),
    )
    .where('area_code', '>=', low)
    .where('area_code', '<', high)
    .where('household_id', 'is', null)
    .where('paper', 'only' in paper ? '=' : '<>', 'only' in paper ? paper.only : paper.but)
    .orderBy('printed_at', 'desc')
    .execute();
  return rows.map(({ is_kept, ...row }) => ({ ...row, job: is_kept ? row.job : null }));
}

export async function findPrint(
  tx: Tx,
  { county, id }: { readonly county: number; readonly id: string },
): Promise<PrintRecord | undefined> {
  return tx
    .selectFrom('assistance_print')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .where('household_id', 'is', null)
    .executeTakeFirst();
}

const partBytes = 4 * 2 ** 20;

/** Keeps the file of a job; files of earlier jobs of the place are let go. */
export async function keepPrintFile(
  tx: Tx,
  print: { readonly county: number; readonly id: string; readonly area: string },
  file: Buffer,
): Promise<void> {
  await tx.deleteFrom('assistance_print_part').where('area_code', '=', print.area).execute();
  for (let from = 0, part = 0; from < file.length; from += partBytes, part += 1) {
    await tx
      .insertInto('assistance_print_part')
      .values({
        county: print.county,
        print_id: print.id,
        part,
        area_code: print.area,
        bytes: file.subarray(from, from + partBytes),
      })
      .execute();
  }
}

export async function readPrintFile(
  tx: Tx,
  { county, id }: { readonly county: number; readonly id: string },
): Promise<Buffer | undefined> {
  const rows = await tx
    .selectFrom('assistance_print_part')
    .select('bytes')
    .where('county', '=', county)
    .where('print_id', '=', id)
    .orderBy('part')
    .execute();
  return rows.length === 0 ? undefined : Buffer.concat(rows.map(({ bytes }) => bytes));
}
