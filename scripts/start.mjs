// `npm start`: installs and builds what is missing or out of date, then becomes the server.

import './node-version.mjs';
import { pathToFileURL } from 'node:url';

const usage = `npm start

启动帮扶：需要时安装、生成，打开数据库，在 http://127.0.0.1:8080 提供服务。
Starts Bangfu: installs and builds where needed, opens the database, serves http://127.0.0.1:8080.

  PORT                  端口 port (8080)
  HOST                  地址 address (127.0.0.1)
  BANGFU_DATA           数据文件夹 data folder (./data)
  DATABASE_URL          使用 PostgreSQL 服务器而非内置数据库 a PostgreSQL server instead of the embedded one
  BANGFU_PG_SETTINGS    内置数据库的设置 settings of the embedded one (shared_buffers=512MB; work_mem=32MB)
  BANGFU_DEMO           示范县 demonstration county (huanjiang, jiangjin; none)
  BANGFU_DEMO_PASSWORD  示范账号的密码 password of the demonstration accounts
`;

const [argument] = process.argv.slice(2);
if (argument === '--help') {
  process.stdout.write(usage);
} else if (argument !== undefined) {
  console.error(`${argument}?\n\n${usage}`);
  process.exitCode = 2;
} else {
  const { builtEntry, ensureBuilt, ensureInstalled } = await import('./prepare.mjs');
  ensureInstalled();
  ensureBuilt('web');
  ensureBuilt('node');
  await import(pathToFileURL(builtEntry('server/main')).href);
}
