// `npm run pages`: every page of the built product as a picture, with what is wrong with it.

import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { ensureChromium } from './chromium.mjs';
import { ensureBuilt, ensureInstalled, root, sayPlainly } from './prepare.mjs';

ensureInstalled();
const chromium = ensureChromium(sayPlainly);
if (chromium === undefined) {
  sayPlainly(
    '没有 Chromium（可安装 chromium 或设置 BANGFU_CHROMIUM）。',
    'There is no Chromium (install chromium or set BANGFU_CHROMIUM).',
  );
  process.exit(1);
}
ensureBuilt('web');
ensureBuilt('node');
const asked = ['scripts/tool.mjs', 'tests/journeys/capture-pages', ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, asked, {
  cwd: root,
  env: { ...process.env, BANGFU_CHROMIUM: chromium },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
