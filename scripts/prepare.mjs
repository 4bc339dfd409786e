// What must be there before anything runs: the packages of the lock file, and dist/ built from the
// sources as they are. Plain Node without packages, because it is what installs them. Freshness is
// judged by a stamp of the files' names, sizes and times, so a second start costs milliseconds.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const builds = {
  web: {
    inputs: [
      'src/web',
      'src/contract',
      'src/domain',
      'public',
      'index.html',
      'field.html',
      'notice.html',
      'vite.config.ts',
    ],
    output: 'dist/web/index.html',
    config: 'vite.config.ts',
    zh: '正在生成网页…',
    en: 'Building the web pages…',
  },
  node: {
    inputs: ['src/server', 'src/cli', 'src/contract', 'src/domain', 'scripts/vite.node.config.ts'],
    output: 'dist/node',
    config: 'scripts/vite.node.config.ts',
    zh: '正在生成服务器程序…',
    en: 'Building the server…',
  },
};

/** Installs when node_modules is missing or older than the lock file. */
export function ensureInstalled(say = sayPlainly) {
  // Packages behind a link belong to another checkout, which installs them.
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const lock = join(root, 'package-lock.json');
  const stamp = join(root, 'node_modules/.bangfu-installed');
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
    say('正在安装程序包…', 'Installing packages…');
    npm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']);
  }
  try {
    writeFileSync(stamp, wanted);
  } catch {
    // A node_modules that belongs to somebody else is judged by its times again next time.
  }
}

/** Builds `web` or `node` when its sources are not those it was last built from. */
export function ensureBuilt(name, say = sayPlainly) {
  const { inputs, output, config, zh, en } = builds[name];
  const stamp = join(root, `dist/.${name}-stamp`);
  const wanted = stampOf([...inputs, 'package-lock.json']);
  const made = existsSync(join(root, output)) && existsSync(stamp);
  if (made && readFileSync(stamp, 'utf8') === wanted) return;
  if (made && !mayWrite()) return;
  say(zh, en);
  run(process.execPath, [
    'node_modules/vite/bin/vite.js',
    'build',
    '--config',
    config,
    // Leaves no file of its own in node_modules, which may belong to somebody else.
    '--configLoader',
    'runner',
    '--logLevel',
    'warn',
  ]);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** The built file of an entry such as `cli/main`. */
export function builtEntry(entry) {
  return join(root, 'dist/node', `${entry.replaceAll('/', '-')}.js`);
}

export function npm(args, options = {}) {
  const program = process.env.npm_execpath;
  if (program?.endsWith('.js')) run(process.execPath, [program, ...args], options);
  else run('npm', args, options);
}

/** Runs to its end with our terminal; a failure ends us with its status. */
export function run(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: ['inherit', 2, 2],
    ...options,
  });
  if (error) throw error;
  if (status !== 0) {
    console.error(
      `失败 Failed: ${program === process.execPath ? 'node' : program} ${args.join(' ')}`,
    );
    process.exit(1);
  }
}

export function sayPlainly(zh, en) {
  console.log(`${zh} ${en}`);
}

function stampOf(inputs) {
  const hash = createHash('sha256').update(process.version);
  for (const input of inputs) addTo(hash, input);
  return hash.digest('hex');
}

function addTo(hash, path) {
  const facts = statSync(join(root, path), { throwIfNoEntry: false });
  if (facts === undefined || /\.(test\.tsx?|sql)$/.test(path)) return;
  if (facts.isDirectory()) {
    for (const name of readdirSync(join(root, path)).sort()) addTo(hash, `${path}/${name}`);
  } else {
    hash.update(`${path} ${facts.size} ${Math.trunc(facts.mtimeMs)}\n`);
  }
}

/** A copy installed by root and run by another user is used as it was built. */
function mayWrite() {
  try {
    writeFileSync(join(root, 'dist/.writable'), '');
    return true;
  } catch {
    return false;
  }
}
