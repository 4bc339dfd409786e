// Starts one server: opens the database, brings schema, packs and areas up to date, fills the
// demonstration where the data folder is empty, serves, and prints where and how to sign in.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { everything } from '#domain/access/scope.ts';
import { nation } from '#domain/kernel/area-code.ts';
import { recordAct } from '#server/audit/record-act.ts';
import { inScope } from '#server/database/connect.ts';
import type { Say } from '#server/database/start-problem.ts';
import { makeApp } from '#server/http/make-app.ts';
import { type Composed, compose } from './compose.ts';
import { problemText, readConfig } from './config.ts';
import { noteTold } from './demonstration-password.ts';
import { prepareInstallation } from './prepare-installation.ts';
import { allRoutes } from './routes.ts';

const begun = Date.now();

const say: Say = ({ zh, en }) => {
  const seconds = ((Date.now() - begun) / 1000).toFixed(1).padStart(5);
  process.stdout.write(`[${seconds} s] ${zh}  ${en}\n`);
};

let composed: Composed | undefined;
const leaving = new AbortController();

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const address = `http://${config.host}:${config.port}`;
  const fail = (problem: unknown) => {
    process.stderr.write(`${problemText(problem)}\n`);
    process.exit(1);
  };
  composed = await compose({ config, role: 'server', address, say, onLost: fail });
  const { platform } = composed;
  let app: Awaited<ReturnType<typeof makeApp>> | undefined;
  let preparing: Promise<readonly string[]> | undefined;
  const leave = async () => {
    if (leaving.signal.aborted) return;
    leaving.abort();
    say({ zh: '正在停止…', en: 'Stopping…' });
    const hurry = setTimeout(() => process.exit(1), 20_000);
    await preparing?.catch(() => undefined);
    await app?.close();
    await composed?.close();
    clearTimeout(hurry);
    process.exit(0);
  };
  process.once('SIGINT', leave);
  process.once('SIGTERM', leave);

  preparing = prepareInstallation(composed, { config, say, signal: leaving.signal });
  const accounts = await preparing;
  const webFolder = fileURLToPath(new URL('../../dist/web', import.meta.url));
  app = await makeApp({ platform, routes: allRoutes, webFolder, log: true });
  if (leaving.signal.aborted) return;
  await app.listen({ host: config.host, port: config.port }).catch((error: unknown) => {
    throw portProblem(error, config.host, config.port);
  });
  await composed.startWork();
  await inScope(platform.db, everything, (tx) =>
    recordAct(tx, platform.secrets.auditKey, {
      id: platform.newId(0),
      at: platform.clock.recordedAt(),
      account: null,
      act: 'platform.start',
      area: nation,
      subject: '',
      facts: { version: platform.version },
    }),
  );
  if (!existsSync(webFolder))
    say({ zh: '没有网页文件，只提供接口。', en: 'No built screens; serving the API alone.' });
  const bound = app.addresses()[0];
  const port = typeof bound === 'object' ? bound.port : config.port;
  say({ zh: `帮扶已启动：http://${config.host}:${port}`, en: `Bangfu is serving.` });
  for (const line of accounts) process.stdout.write(`${line}\n`);
  await noteTold(platform);
  // Whoever comes first need not wait for the packs to be read.
  platform.packs.readAll();
}

function portProblem(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'EADDRINUSE') return error;
  return new Error(
    `端口 ${host}:${port} 已被占用。请关闭占用它的程序，或用 PORT 另选一个端口。\n` +
      `The port ${host}:${port} is taken. Stop what uses it, or choose another with PORT.`,
  );
}

start().catch(async (problem: unknown) => {
  // Stopped while it was starting: `leave` is at work and ends the process.
  if (leaving.signal.aborted) return;
  process.stderr.write(`${problemText(problem)}\n`);
  await composed?.close().catch(() => undefined);
  process.exit(1);
});
