// `npm test`: installs what is missing, checks the types, runs every test, the server's a second time
// on PostgreSQL 15 where its programs are present, then the journeys in a browser. Ends with one plain
// line of counts, and with status 1 when anything failed.

import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { ensureBuilt, ensureInstalled, root, sayPlainly } from './prepare.mjs';

const usage = `npm test               全部测试 everything
npm run journeys       仅浏览器测试 the journeys in a browser alone

  DATABASE_URL           在 PostgreSQL 服务器上测试 test on a PostgreSQL server instead of the embedded one
  BANGFU_TEST_PG15       PostgreSQL 15 程序的文件夹 folder of the PostgreSQL 15 programs (/usr/lib/postgresql/15/bin)
  BANGFU_CHROMIUM        浏览器程序 the browser to use
`;

const totals = { passed: 0, failed: 0, skipped: 0 };
/** What failed, in a line each, told once more above the counts. */
const failures = [];
const reports = mkdtempSync(join(tmpdir(), 'bangfu-reports-'));

const [argument] = process.argv.slice(2);
if (argument === '--help') {
  process.stdout.write(usage);
} else if (argument !== undefined && argument !== 'journeys') {
  console.error(`${argument}?\n\n${usage}`);
  process.exitCode = 2;
} else {
  ensureInstalled();
  if (argument === undefined) {
    checkTypes();
    runTests('测试 Tests', ['domain', 'server', 'web', 'reliability']);
    runOnFifteen();
  }
  runJourneys();
  const { passed, failed, skipped } = totals;
  if (failures.length > 0) {
    heading('失败 Failed');
    for (const line of failures) console.log(line);
  }
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed === 0 ? 0 : 1;
}
rmSync(reports, { recursive: true, force: true });

function checkTypes() {
  for (const project of ['tsconfig.json', 'tsconfig.domain.json', 'tsconfig.web.json']) {
    heading(`类型检查 Types: ${project}`);
    const { status } = node(['node_modules/typescript/bin/tsc', '-p', project]);
    if (status !== 0) fail(`类型检查 Types: ${project}`);
  }
}

function runOnFifteen() {
  const asked = process.env.BANGFU_TEST_PG15;
  const folder = asked && asked !== '1' ? asked : '/usr/lib/postgresql/15/bin';
  if (process.env.DATABASE_URL) return;
  if (existsSync(join(folder, 'postgres'))) {
    runTests('测试 Tests (PostgreSQL 15)', ['server'], { BANGFU_TEST_PG_BIN: folder });
  } else if (asked) {
    sayPlainly(`${folder} 中没有 PostgreSQL 15。`, `There is no PostgreSQL 15 in ${folder}.`);
    fail(`PostgreSQL 15: ${folder}`);
  }
}

function runJourneys() {
  const folder = join(root, 'tests/journeys');
  const files = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith('.test.ts')).length
    : 0;
  if (files === 0) return;
  const chromium = ensureChromium(sayPlainly);
  if (chromium === undefined) {
    sayPlainly(
      `没有 Chromium，跳过 ${files} 个浏览器测试文件（可安装 chromium 或设置 BANGFU_CHROMIUM）。`,
      `There is no Chromium: ${files} files of browser tests are skipped (install chromium or set BANGFU_CHROMIUM).`,
    );
    totals.skipped += files;
    return;
  }
  ensureBuilt('web');
  ensureBuilt('node');
  runTests('浏览器测试 Journeys', ['journeys'], { BANGFU_CHROMIUM: chromium });
}

/** Adds the totals of one run of Vitest; a run that broke before it could count is one failure. */
function runTests(title, projects, environment = {}) {
  heading(title);
  const report = join(reports, `${projects.join('-')}-${Object.keys(environment).length}.json`);
  const { status } = node(
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...projects.map((project) => `--project=${project}`),
    ],
    environment,
  );
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
  totals.passed += counts.numPassedTests ?? 0;
  totals.skipped += (counts.numPendingTests ?? 0) + (counts.numTodoTests ?? 0);
  const told = (counts.testResults ?? []).flatMap(failuresOf);
  for (const line of told) fail(`${title}: ${line}`);
  if (told.length === 0 && status !== 0) fail(`${title}: 未完成 did not end well (${status})`);
}

/** The tests of a file that failed; the file itself when it broke before any of its tests. */
function failuresOf({ name, status, message, assertionResults }) {
  const file = relative(root, name);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (failed.length === 0 && status === 'failed') return [`${file}: ${message.split('\n')[0]}`];
  return failed.map(({ fullName, failureMessages }) => {
    const reason = failureMessages[0]?.split('\n')[0] ?? '';
    return `${file}: ${fullName}\n  ${reason}`;
  });
}

function fail(line) {
  totals.failed += 1;
  failures.push(line);
}

function node(args, environment = {}) {
  return spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

function heading(text) {
  console.log(`\n== ${text}`);
}
