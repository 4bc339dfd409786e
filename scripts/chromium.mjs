// Finds the browser the journeys use, and on Debian, as root, installs it when it is missing.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The path of the program, or undefined. */
export function findChromium() {
  const named = process.env.BANGFU_CHROMIUM;
  if (named) return existsSync(named) ? named : undefined;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

/** The same, after trying to install it where that needs no question: as root with apt-get. */
export function ensureChromium(say) {
  const found = findChromium();
  if (found !== undefined || process.env.BANGFU_CHROMIUM || process.getuid?.() !== 0) return found;
  say('正在安装 Chromium（浏览器测试用）…', 'Installing Chromium for the journeys…');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, stdio: ['ignore', 'ignore', 'ignore'], timeout: 600_000 };
  const install = ['install', '-y', '--no-install-recommends', 'chromium'];
  if (spawnSync('apt-get', install, options).status !== 0) {
    spawnSync('apt-get', ['update'], options);
    spawnSync('apt-get', install, options);
  }
  return findChromium();
}
