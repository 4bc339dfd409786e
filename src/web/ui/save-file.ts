// Files made in the browser or fetched by it. A failed download must be told in a sentence, so files
// are fetched and saved rather than opened as links.
import { ApiError, offlineError } from '#web/client/api-error.ts';
import { languageNow } from '#web/text/catalogue.ts';

export function saveText(fileName: string, mediaType: string, text: string): void {
  saveBlob(fileName, new Blob([text], { type: mediaType }));
}

/** Fetches a download and saves it under the name the server gave. */
export async function saveFrom(url: string, signal?: AbortSignal): Promise<void> {
  const response = await fetch(url, {
    credentials: 'same-origin',
    headers: { 'accept-language': languageNow() === 'zh' ? 'zh-CN' : 'en' },
    signal,
  }).catch((error: unknown) => {
    throw error instanceof DOMException && error.name === 'AbortError' ? error : offlineError();
  });
  if (!response.ok) throw await refusalOf(response);
  saveBlob(fileNameOf(response.headers.get('content-disposition') ?? ''), await response.blob());
}

export function fileNameOf(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? 'bangfu';
}

async function refusalOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  const error = new Map<string, unknown>(Object.entries(body ?? {})).get('error') ?? {};
  const parts = new Map<string, unknown>(Object.entries(error));
  return new ApiError(response.status, {
    code: String(parts.get('code') ?? 'client/unreadable'),
    message: String(parts.get('message') ?? ''),
  });
}

export function saveBlob(fileName: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
