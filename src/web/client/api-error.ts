// An answer that is not the one asked for: what the server refused, or that nobody answered.
import type { ErrorBody } from '#contract/page.ts';

export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly path: string | undefined;
  readonly details: unknown;

  constructor(status: number, error: ErrorBody['error']) {
    super(error.message);
    this.name = 'ApiError';
    this.status = status;
    this.code = error.code;
    this.path = error.path;
    this.details = error.details;
  }
}

/** Nobody answered: no network, or the server is down. */
export function offlineError(): ApiError {
  return new ApiError(0, { code: 'client/offline', message: '' });
}

export function isOffline(error: unknown): boolean {
  return error instanceof ApiError && error.status === 0;
}
