// Reads what a 409 says of both sides; undefined when the error is another one.
import type { ChangedSince } from '#contract/registry-value.ts';
import type { ApiError } from '#web/client/api-error.ts';

export function readChangedSince(error: ApiError): ChangedSince | undefined {
  if (error.code !== 'registry/changed-since') return undefined;
  return isChangedSince(error.details) ? error.details : undefined;
}

function isChangedSince(details: unknown): details is ChangedSince {
  if (typeof details !== 'object' || details === null) return false;
  const part = new Map<string, unknown>(Object.entries(details));
  return typeof part.get('version') === 'number' && Array.isArray(part.get('conflicts'));
}
