// Commands of the installation as a whole: a copy of everything, and back again.
import { resolve } from 'node:path';
import { nation } from '#domain/kernel/area-code.ts';
import { readConfig } from '#server/config.ts';
import { writeBackup } from '#server/database/backup.ts';
import { readManifest } from '#server/database/backup-manifest.ts';
import { restoreBackup } from '#server/database/restore.ts';
import { type Command, UsageProblem } from './command.ts';

const folderOption = (zh: string, en: string) =>
  [{ name: 'folder', summary: { zh, en }, isRequired: true }] as const;

export const kernelCommands: readonly Command[] = [
  {
    name: 'backup',
    summary: {
      zh: '把整个数据库备份到一个空文件夹，服务器可以照常运行',
      en: 'Copy the whole database into an empty folder, while the server goes on working',
    },
    operands: folderOption('写入的空文件夹', 'the empty folder to write'),
    options: [
      {
        name: 'with-keys',
        summary: {
          zh: '连同密钥一起备份：拿到它的人能读出全部加密内容，请妥善保管',
          en: 'with the keys: whoever has the folder can then read everything sealed, so guard it',
        },
      },
    ],
    async run({ operands, values, flags, open, say }) {
      if (values.as !== undefined) throw keeperOnly();
      const folder = resolve(operands[0] ?? '');
      const { platform, owner, act } = await open();
      const withKeys = flags.has('with-keys');
      // The act first, so that the copy tells of itself.
      await act('platform.backup', async (context) => {
        context.note({ area: nation, facts: { withKeys } });
      });
      const manifest = await writeBackup({
        owner,
        folder,
        withKeys,
        dataFolder: platform.dataFolder,
        auditKey: platform.secrets.auditKey,
        version: platform.version,
        engine: `${platform.engine.engine} ${platform.engine.version}`,
        now: platform.clock.now(),
        onTable: (name, rows) => say({ zh: `${name}：${rows} 行`, en: `${name}: ${rows} rows` }),
      });
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
      const keys = withKeys
        ? ['密钥也在其中，请妥善保管。', 'The keys are in it: guard it well.']
        : [
            '不含密钥：请另外保管数据文件夹中的 keys，没有它备份无法恢复。',
            'It holds no keys: keep the folder keys of the data folder elsewhere; without it nothing can be restored.',
          ];
      const text = [
        `已备份 ${manifest.tables.length} 张表、${rows} 行到 ${folder}`,
        `Copied ${manifest.tables.length} tables with ${rows} rows to ${folder}`,
        ...keys,
      ].join('\n');
      return { isYes: true, json: { folder, rows, ...manifest }, text };
    },
  },
  {
    name: 'backup check',
    summary: {
      zh: '检查备份是否完整、未被改动',
      en: 'Prove that a backup is complete and unaltered',
    },
    operands: folderOption('备份的文件夹', 'the folder of the backup'),
    async run({ operands }) {
      const folder = resolve(operands[0] ?? '');
      const manifest = await readManifest(folder);
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
      const text = [
        `备份完整：${manifest.createdAt}，${manifest.tables.length} 张表、${rows} 行`,
        `The backup is complete: ${manifest.createdAt}, ${manifest.tables.length} tables, ${rows} rows`,
      ].join('\n');
      return { isYes: true, json: { folder, rows, ...manifest }, text };
    },
  },
  {
    name: 'restore',
    summary: {
      zh: '把备份恢复到空的数据文件夹（BANGFU_DATA）或空的数据库（DATABASE_URL）',
      en: 'Put a backup into an empty data folder (BANGFU_DATA) or an empty database (DATABASE_URL)',
    },
    operands: folderOption('备份的文件夹', 'the folder of the backup'),
    options: [
      {
        name: 'keys',
        value: '<folder>',
        summary: {
          zh: '另行保管的密钥文件夹，备份不含密钥时需要',
          en: 'the folder of the keys, where the backup holds none',
        },
      },
    ],
    async run({ operands, values, environment, say }) {
      if (values.as !== undefined) throw keeperOnly();
      const { dataFolder, databaseUrl, databaseSettings } = readConfig(environment);
      const manifest = await restoreBackup({
        folder: resolve(operands[0] ?? ''),
        keys: values.keys === undefined ? undefined : resolve(values.keys),
        dataFolder,
        databaseUrl,
        settings: databaseSettings,
        say,
      });
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
      const text = [
        `已恢复 ${rows} 行，备份时间 ${manifest.createdAt}。请运行 audit verify 核验，再用 npm start 启动。`,
        `Restored ${rows} rows, as of ${manifest.createdAt}. Prove the trail with audit verify, then npm start.`,
      ].join('\n');
      return { isYes: true, json: { dataFolder, rows, ...manifest }, text };
    },
  },
];

/** A copy of everything belongs to nobody's area. */
function keeperOnly(): UsageProblem {
  return new UsageProblem({
    zh: '备份和恢复涉及全部数据，只能由掌管数据文件夹的人执行，不能用 --as。',
    en: 'A backup is of everything, so it is made by whoever keeps the data folder, not --as an account.',
  });
}
