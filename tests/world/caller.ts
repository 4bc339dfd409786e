// Sends requests as one person and gives answers that a test can read at a glance.
import type { FastifyInstance, InjectOptions } from 'fastify';

export interface Answer {
  readonly status: number;
  /** Parsed where it is JSON, else the text; undefined for 204. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
  readonly body: any;
  /** The whole payload as text, for what must not be in it. */
  readonly text: string;
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly code: string | undefined;
}

export interface Caller {
  get(url: string, query?: object): Promise<Answer>;
  post(url: string, body?: object): Promise<Answer>;
  put(url: string, body?: object): Promise<Answer>;
  patch(url: string, body?: object): Promise<Answer>;
  delete(url: string): Promise<Answer>;
  /** A file as the browser sends it. */
  upload(
    url: string,
    file: { readonly name: string; readonly bytes: Buffer },
    method?: 'POST' | 'PUT',
  ): Promise<Answer>;
  send(options: InjectOptions): Promise<Answer>;
}

export function callerOf(app: FastifyInstance, token: string | undefined): Caller {
  const send = async (options: InjectOptions): Promise<Answer> => {
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const response = await app.inject({
      ...options,
      headers: { ...authorization, ...options.headers },
    });
    const isJson = String(response.headers['content-type']).includes('json');
    const body = isJson ? response.json() : response.payload || undefined;
    const unfilled = /\{\w+\}/.exec(body?.error?.message ?? '');
    if (unfilled !== null) throw new Error(`${body.error.code} leaves ${unfilled[0]} unfilled`);
    return {
      status: response.statusCode,
      body,
      text: response.payload,
      bytes: response.rawPayload,
      headers: response.headers,
      code: isJson ? body?.error?.code : undefined,
    };
  };
  const withBody = (method: 'POST' | 'PUT' | 'PATCH') => (url: string, body?: object) =>
    send({ method, url, ...(body === undefined ? {} : { payload: body }) });
  return {
    get: (url, query) =>
      send({ method: 'GET', url: query === undefined ? url : urlOf(url, query) }),
    post: withBody('POST'),
    put: withBody('PUT'),
    patch: withBody('PATCH'),
    delete: (url) => send({ method: 'DELETE', url }),
    upload: (url, file, method = 'POST') => send({ method, url, ...multipartOf(file) }),
    send,
  };
}

export function urlOf(path: string, query: object): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]): [string, string] => [name, String(value)]);
  const text = new URLSearchParams(pairs).toString();
  return text === '' ? path : `${path}?${text}`;
}

function multipartOf({ name, bytes }: { readonly name: string; readonly bytes: Buffer }) {
  const boundary = '----bangfu-test';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}
