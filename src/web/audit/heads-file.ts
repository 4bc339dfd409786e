// The file of heads: written here to be kept elsewhere, read here to find what was cut off since.
import type { AuditHeads } from '#contract/audit.ts';
import { saveText } from '#web/ui/save-file.ts';

export function saveHeads(heads: AuditHeads): void {
  const stamp = heads.exportedAt.slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
  saveText(`bangfu-audit-heads-${stamp}.json`, 'application/json', JSON.stringify(heads, null, 2));
}

/** Undefined where the text is not what this page exported. */
export function readHeads(text: string): AuditHeads | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return isHeads(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function isHeads(value: unknown): value is AuditHeads {
  if (typeof value !== 'object' || value === null) return false;
  const parts = new Map<string, unknown>(Object.entries(value));
  return parts.get('format') === 'bangfu-audit-heads' && Array.isArray(parts.get('heads'));
}
