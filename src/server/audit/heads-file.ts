// The file of heads: what a person exports and keeps elsewhere, and what the server keeps beside the
// data by itself, so that even without an export a tail cut off in the database is found.
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AuditHeads } from '#contract/audit.ts';
import { type AreaCode, areaCode } from '#domain/kernel/area-code.ts';
import { type RefusalKind, refuse } from '#domain/kernel/refusal.ts';
import type { Tx } from '#server/database/connect.ts';
import { listHeads } from './seal.store.ts';

export const unreadableHeads = {
  code: 'audit/unreadable-heads',
  status: 422,
  message: {
    zh: '“{file}”不是审计链头文件（{problem}）。请选用“导出链头”得到的文件。',
    en: '“{file}” is not a file of audit heads ({problem}). Give a file made by exporting the heads.',
  },
} as const satisfies RefusalKind;

/** Where the server keeps the heads of its own accord. */
export function ownHeadsFile(dataFolder: string): string {
  return join(dataFolder, 'keys', 'audit-heads.json');
}

export async function headsNow(
  tx: Tx,
  { now, chains }: { readonly now: string; readonly chains: readonly number[] | undefined },
): Promise<AuditHeads> {
  const heads = await listHeads(tx, chains);
  return {
    format: 'bangfu-audit-heads',
    exportedAt: now,
    heads: heads.map((head) => ({ ...head, area: areaOfChain(head.chain) })),
  };
}

/** Written aside and renamed, so that a killed process leaves the old file or the new one. */
export async function writeHeads(file: string, heads: AuditHeads): Promise<void> {
  const text = `${JSON.stringify(heads, null, 2)}\n`;
  await writeFile(`${file}.new`, text, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** What the server kept by itself; undefined before it kept anything. */
export async function keptHeads(dataFolder: string): Promise<AuditHeads | undefined> {
  const file = ownHeadsFile(dataFolder);
  return existsSync(file) ? readHeads(file) : undefined;
}

/** The heads of a file; refuses what is no such file. */
export async function readHeads(file: string): Promise<AuditHeads> {
  try {
    return AuditHeads.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    const problem = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return refuse(unreadableHeads, { file, problem: problem.slice(0, 120) });
  }
}

/** The county whose acts a chain holds; empty for the chain of acts above a county. */
function areaOfChain(chain: number): AreaCode {
  return areaCode(chain === 0 ? '' : String(chain).padStart(6, '0'));
}

/** The chains that belong to areas: of a county or less its own, of more all below and chain 0. */
export function isChainOf(chain: number, areas: readonly AreaCode[]): boolean {
  const county = areaOfChain(chain);
  return areas.some((area) => {
    if (area.length >= 6) return area.slice(0, 6) === county;
    return chain === 0 || county.startsWith(area);
  });
}
