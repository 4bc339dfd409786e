// A whole installation in a folder of its own, measured through its doors: the same code as the server,
// without the wire.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type Composed, compose } from '#server/compose.ts';
import { readConfig } from '#server/config.ts';
import { makeApp } from '#server/http/make-app.ts';
import { prepareInstallation } from '#server/prepare-installation.ts';
import { allRoutes } from '#server/routes.ts';

export const password = 'bench-password-2016';

export interface Installation {
  readonly composed: Composed;
  readonly app: FastifyInstance;
  /** A door that opens for this account; throws when the answer is not 200. */
  as(username: string): Promise<(address: string) => Promise<unknown>>;
  close(): Promise<void>;
}

export async function anInstallation(
  environment: Readonly<Record<string, string>> = {},
): Promise<Installation> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'bangfu-bench-'));
  const config = readConfig({
    ...environment,
    BANGFU_DATA: dataFolder,
    BANGFU_DEMO_PASSWORD: password,
  });
  const say = ({ en }: { en: string }) => {
    process.stderr.write(`  ${en}\n`);
  };
  const composed = await compose({ config, role: 'server', say });
  await prepareInstallation(composed, config, () => undefined);
  const app = await makeApp({ platform: composed.platform, routes: allRoutes });
  return {
    composed,
    app,
    async as(username) {
      const { token } = await send(app, 'POST', '/api/access/sessions', { username, password });
      return (address) => send(app, 'GET', address, undefined, String(token));
    },
    async close() {
      await app.close();
      await composed.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function send(
  app: FastifyInstance,
  method: 'GET' | 'POST',
  url: string,
  payload?: object,
  token?: string,
): Promise<Record<string, unknown>> {
  const answer = await app.inject({
    method,
    url,
    ...(payload === undefined ? {} : { payload }),
    ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
  });
  if (answer.statusCode !== 200) throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body}`);
  return answer.json();
}
