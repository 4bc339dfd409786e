// A page of the product for a component test: the real router and texts over a network of plain answers.
import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { cleanup, render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { Window as HappyWindow } from 'happy-dom';
import { permissionsOf, type Role } from '#domain/access/permission.ts';
import { queryClient } from '#web/client/query-client.ts';
import { router } from '#web/router.tsx';

/** What came in: method and path as sent, the query, the body. */
export interface Asked {
  readonly address: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

type Answers = Readonly<Record<string, unknown>>;

export interface ShownPage {
  readonly user: UserEvent;
  /** Everything the page asked, in order. */
  readonly asked: readonly Asked[];
  /** Address of the page now. */
  readonly here: () => string;
}

export interface PageOptions {
  /** By `GET /path`; a function is given what was asked, a `refused(…)` is an error. */
  readonly answers: Answers;
  readonly role?: Role;
  readonly language?: 'zh' | 'en';
  /** Pixels of the window; a desk's when absent. */
  readonly width?: number;
}

export async function showPage(address: string, options: PageOptions): Promise<ShownPage> {
  cleanup();
  queryClient.clear();
  const { happyDOM } = window as unknown as { happyDOM: HappyWindow['happyDOM'] };
  happyDOM?.setViewport({ width: options.width ?? 1440, height: 900 });
  localStorage.setItem('bangfu.language', options.language ?? 'zh');
  const asked: Asked[] = [];
  globalThis.fetch = async (url, init) => answer(String(url), init, options, asked);
  router.update({ ...router.options, history: createMemoryHistory({ initialEntries: [address] }) });
  render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  await router.load();
  return { user: userEvent.setup(), asked, here: () => router.state.location.href };
}

export class Refused extends Error {
  readonly status: number;
  readonly error: { readonly code: string; readonly message: string };
  constructor(status: number, error: Refused['error']) {
    super(error.message);
    this.status = status;
    this.error = error;
  }
}

async function answer(
  url: string,
  init: RequestInit | undefined,
  { answers, role = 'county' }: PageOptions,
  asked: Asked[],
): Promise<Response> {
  const { pathname, searchParams } = new URL(url, 'http://bangfu.test');
  const address = `${init?.method ?? 'GET'} ${pathname}`;
  const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
  const question = { address, query: searchParams, body };
  asked.push(question);
  const known: Answers = { 'GET /api/access/me': meAs(role), ...plain, ...answers };
  const found = known[address];
  const given: unknown = typeof found === 'function' ? found(question) : found;
  if (given instanceof Refused)
    return Response.json({ error: given.error }, { status: given.status });
  if (given === undefined) {
    const error = { code: 'input/unknown-address', message: `no answer for ${address}` };
    return Response.json({ error }, { status: 404 });
  }
  return Response.json(given);
}

const county = { code: '451226', name: '环江毛南族自治县', level: 'county' };

function meAs(role: Role) {
  return {
    account: '06e29a00-0000-8000-9000-000000000001',
    username: role,
    displayName: '陈县官',
    title: '',
    role,
    permissions: permissionsOf(role),
    area: county,
    areas: [county],
    householdsOnly: false,
    language: 'zh',
    stage: 'full',
    mustChangePassword: false,
    secondFactor: false,
    installation: { demonstration: true, today: '2016-09-30', notes: [], version: '0', packs: [] },
  };
}

const codes = (id: string, labels: Readonly<Record<string, string>>) => ({
  id,
  title: { zh: id, en: id },
  codes: Object.entries(labels).map(([code, zh]) => ({ code, title: { zh, en: code } })),
});

const plain: Answers = {
  'GET /api/policy/form': {
    pack: { id: 'tea-club', version: '1', title: { zh: '茶友会', en: 'Tea club' } },
    fields: [],
    items: [],
    lists: [
      codes('cause', { ILLNESS: '因病', CAPITAL: '缺资金' }),
      codes('stage', { SURVEYED: '已入户调查', LISTED: '在册', EXIT_APPLIED: '已申请脱贫' }),
    ],
    povertyLines: [],
  },
  'GET /api/registry/areas/451226': { ...county, shortName: county.name, path: [county] },
  'GET /api/registry/areas/451226100': { code: '451226100', name: '思恩镇', shortName: '思恩镇' },
};
