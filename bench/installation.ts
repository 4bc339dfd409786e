// A whole installation in a folder of its own, measured through its doors: the same code as the server,
// without the wire.
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { Client } from 'pg';
import { type Composed, compose } from '#server/compose.ts';
import { readConfig } from '#server/config.ts';
import { makeApp } from '#server/http/make-app.ts';
import { prepareInstallation } from '#server/prepare-installation.ts';
import { allRoutes } from '#server/routes.ts';

export const password = 'bench-password-2016';

export interface Installation {
  readonly composed: Composed;
  /** A door that opens for this account; throws when the answer is not 200. */
  as(username: string): Promise<(address: string) => Promise<unknown>>;
  /** The same for what is sent. */
  asWriter(username: string): Promise<(address: string, body: object) => Promise<unknown>>;
  /** What opens the door for this account. */
  tokenOf(username: string): Promise<string>;
  /** Serves the built screens too, on a free port of this machine; the address. */
  listen(): Promise<string>;
  /** Cases that wait at a step of the process of identification. */
  idsAt(step: string, count: number): Promise<readonly string[]>;
  /** Statements of the role that owns the tables, each by itself. */
  asOwner(...statements: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** Opens the demonstration in a folder, filling it where it is not. */
export async function anInstallation(
  dataFolder: string,
  tell: (text: string) => void,
): Promise<Installation> {
  const config = readConfig({ BANGFU_DATA: dataFolder, BANGFU_DEMO_PASSWORD: password });
  const say = ({ en }: { en: string }) => tell(en);
  const composed = await compose({ config, role: 'server', say });
  await prepareInstallation(composed, { config, say });
  // What the first start leaves to the server's jobs would be done first by whoever measures a job.
  while (await composed.platform.jobs.runOne());
  const webFolder = fileURLToPath(new URL('../dist/web', import.meta.url));
  const app = await makeApp({ platform: composed.platform, routes: allRoutes, webFolder });
  const tokenOf = async (username: string) =>
    String((await send(app, 'POST', '/api/access/sessions', { username, password })).token);
  return {
    tokenOf,
    listen: () => app.listen({ host: '127.0.0.1', port: 0 }),
    composed,
    async as(username) {
      const token = await tokenOf(username);
      return (address) => send(app, 'GET', address, undefined, token);
    },
    async asWriter(username) {
      const token = await tokenOf(username);
      return (address, body) => send(app, 'POST', address, body, token);
    },
    async idsAt(step, count) {
      const client = new Client(composed.database.owner);
      await client.connect();
      try {
        const { rows } = await client.query(
          `select id from casework_case where process = 'identification' and step = $1
           order by due_on desc, id limit $2`,
          [step, count],
        );
        return rows.map((row) => String(row.id));
      } finally {
        await client.end();
      }
    },
    async asOwner(...statements) {
      const client = new Client(composed.database.owner);
      await client.connect();
      try {
        for (const statement of statements) await client.query(statement);
      } finally {
        await client.end();
      }
    },
    async close() {
      await app.close();
      await composed.close();
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
  if (answer.statusCode !== 200)
    throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body}`);
  return answer.json();
}
