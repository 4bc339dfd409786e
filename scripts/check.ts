// `npm run check`: what can be known without running the product: types, form, lint, architecture,
// files nobody uses, and the packs. Two steps at a time; prints what a step said only when it failed.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Step {
  readonly name: string;
  readonly args: readonly string[];
}

const root = fileURLToPath(new URL('..', import.meta.url));
const tsc = 'node_modules/typescript/bin/tsc';
const folders = ['src', 'tests', 'scripts', 'bench'].filter((name) => existsSync(join(root, name)));

const steps: readonly Step[] = [
  { name: 'types', args: typesOf('tsconfig.json') },
  { name: 'types: domain', args: typesOf('tsconfig.domain.json') },
  { name: 'types: web', args: typesOf('tsconfig.web.json') },
  { name: 'form', args: ['node_modules/@biomejs/biome/bin/biome', 'ci', ...folders] },
  {
    name: 'lint',
    args: ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings', ...folders],
  },
  {
    name: 'architecture',
    args: ['node_modules/vitest/vitest.mjs', 'run', '--project=domain', 'tests/architecture'],
  },
  { name: 'unused', args: ['node_modules/knip/bin/knip.js'] },
  { name: 'packs', args: ['scripts/run.mjs', 'cli/main', 'pack', 'check', 'policy/packs'] },
];

if (process.argv.includes('--help')) {
  process.stdout.write(`npm run check\n\n${steps.map(({ name }) => `  ${name}`).join('\n')}\n`);
} else {
  const waiting = [...steps];
  const failures: string[] = [];
  const work = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      if (!(await passes(step))) failures.push(step.name);
    }
  };
  await Promise.all([work(), work()]);
  console.log(failures.length === 0 ? 'ok' : `failed: ${failures.join(', ')}`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}

/** What was found the last time is kept beside what is built; a change costs a fraction then. */
function typesOf(config: string): readonly string[] {
  const kept = `dist/.types-${config.replace('.json', '')}`;
  return [tsc, '-p', config, '--incremental', '--tsBuildInfoFile', kept];
}

async function passes({ name, args }: Step): Promise<boolean> {
  const begun = performance.now();
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (bytes) => {
    said += bytes;
  });
  child.stderr.on('data', (bytes) => {
    said += bytes;
  });
  const status = await new Promise((resolve) => child.once('close', resolve));
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (status !== 0) console.log(said.trimEnd());
  return status === 0;
}
