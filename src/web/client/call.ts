// One request to the API: address, typed input, language, credentials; the answer or an ApiError.
import { inType, languageNow } from '#web/text/catalogue.ts';
import type { Address, Answer, Sent } from './api.ts';
import { ApiError, offlineError } from './api-error.ts';

interface Parts {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Repeating a write with the same key returns the first answer. */
  readonly key?: string;
}

export async function call<A extends Address>(
  address: A,
  sent: Sent<A>,
  options: CallOptions = {},
): Promise<Answer<A>> {
  const { body }: Parts = sent;
  const write = !address.startsWith('GET ');
  const response = await answered(urlOf(address, sent), {
    method: address.slice(0, address.indexOf(' ')),
    headers: {
      'accept-language': languageNow() === 'zh' ? 'zh-CN' : 'en',
      ...(write ? { 'idempotency-key': options.key ?? newKey() } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    credentials: 'same-origin',
    signal: options.signal,
  });
  if (response.status === 204) return undefined as Answer<A>;
  return (await response.json()) as Answer<A>;
}

/** Sends a file with its progress, which `fetch` cannot tell. */
export function upload<A extends Address>(
  address: A,
  sent: Sent<A>,
  file: File,
  onProgress: (share: number) => void = () => {},
): Promise<Answer<A>> {
  const form = new FormData();
  form.append('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(address.slice(0, address.indexOf(' ')), urlOf(address, sent));
    request.setRequestHeader('accept-language', languageNow() === 'zh' ? 'zh-CN' : 'en');
    request.upload.onprogress = (event) => onProgress(event.loaded / Math.max(1, event.total));
    request.onerror = () => reject(offlineError());
    request.onload = () => {
      const body: unknown = JSON.parse(request.responseText || 'null');
      if (request.status < 400) resolve(body as Answer<A>);
      else reject(errorOf(request.status, body));
    };
    request.send(form);
  });
}

/** The URL of a call, for links to downloads. */
export function urlOf<A extends Address>(address: A, sent: Sent<A>): string {
  const { params, query }: Parts = sent;
  const path = address
    .slice(address.indexOf(' ') + 1)
    .replace(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(String(entry(params, name))));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === undefined || value === null || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

export function newKey(): string {
  // `crypto.randomUUID` exists only on secure origins; a county's intranet may have none.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function answered(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw offlineError();
  });
  if (response.ok) return response;
  throw errorOf(response.status, await response.json().catch(() => null));
}

function errorOf(status: number, body: unknown): ApiError {
  const error = entry(body, 'error');
  const text = (name: string) => {
    const value = entry(error, name);
    return typeof value === 'string' ? value : undefined;
  };
  return new ApiError(status, {
    code: text('code') ?? 'client/unreadable',
    message: inType(text('message') ?? '', languageNow()),
    path: text('path'),
    details: entry(error, 'details'),
  });
}

function entry(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return new Map<string, unknown>(Object.entries(value)).get(name);
}
