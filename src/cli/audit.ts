// Commands of the audit trail.
import { resolve } from 'node:path';
import type { AuditHeads, AuditReport } from '#contract/audit.ts';
import { everything } from '#domain/access/scope.ts';
import { countyNumberOf } from '#domain/kernel/area-code.ts';
import { headsNow, isChainOf, keptHeads, readHeads, writeHeads } from '#server/audit/heads-file.ts';
import { macWith } from '#server/audit/record-act.ts';
import { listHeads } from '#server/audit/seal.store.ts';
import { verifyAudit } from '#server/audit/verify-audit.ts';
import { inScope } from '#server/database/connect.ts';
import type { Command } from './command.ts';
import type { Installation } from './open-installation.ts';

export const auditCommands: readonly Command[] = [
  {
    name: 'audit verify',
    summary: {
      zh: '核验审计链：改动、删除、调换、截断的记录都会被找出来',
      en: 'Prove the audit chains: changed, removed, reordered and cut-off entries are found',
    },
    options: [
      {
        name: 'head',
        value: '<file>',
        summary: {
          zh: '以前导出的链头文件，用来发现链尾被截断',
          en: 'a file of heads exported earlier, to find a tail that was cut off',
        },
      },
    ],
    permission: 'audit.verify',
    async run({ values, open, say }) {
      const given = values.head === undefined ? undefined : await readHeads(resolve(values.head));
      const installation = await open();
      const { platform } = installation;
      const kept = await keptHeads(platform.dataFolder);
      const chains = await chainsOf(installation, [given, kept]);
      let told = 0;
      const report = await verifyAudit(platform.db, {
        mac: macWith(platform.secrets.auditKey),
        now: platform.clock.now(),
        ...(chains === undefined ? {} : { chains }),
        heads: [...(given?.heads ?? []), ...(kept?.heads ?? [])],
        onProgress: (done, total) => {
          if (done - told < 100_000) return;
          told = done;
          say({ zh: `已核验 ${done} / ${total}`, en: `Proven: ${done} of ${total}` });
        },
      });
      return { isYes: report.sound, json: report, text: reportText(report) };
    },
  },
  {
    name: 'audit export-head',
    summary: {
      zh: '把各县审计链的链头导出到文件，存放在别处',
      en: 'Export the heads of the audit chains to a file, to be kept somewhere else',
    },
    options: [
      {
        name: 'out',
        value: '<file>',
        isRequired: true,
        summary: { zh: '写入的文件', en: 'the file to write' },
      },
    ],
    permission: 'audit.verify',
    async run({ values, open }) {
      const file = resolve(values.out ?? '');
      const installation = await open();
      const { platform } = installation;
      const chains = await chainsOf(installation, []);
      const heads = await inScope(
        platform.db,
        everything,
        (tx) => headsNow(tx, { now: platform.clock.now(), chains }),
        'read',
      );
      await writeHeads(file, heads);
      const text = [
        `已导出 ${heads.heads.length} 条链的链头：${file}`,
        `Exported the heads of ${heads.heads.length} chains to ${file}`,
      ].join('\n');
      return { isYes: true, json: { file, ...heads }, text };
    },
  },
];

/** The chains of the counties of whoever acts; undefined, which is all of them, for the keeper. */
async function chainsOf(
  { platform, actor }: Installation,
  files: readonly (AuditHeads | undefined)[],
): Promise<readonly number[] | undefined> {
  if (actor === undefined) return undefined;
  const sealed = await inScope(platform.db, everything, (tx) => listHeads(tx, undefined), 'read');
  const known = [...sealed, ...files.flatMap((file) => file?.heads ?? [])].map(
    (head) => head.chain,
  );
  const own = actor.areas.flatMap((area) => countyNumberOf(area) ?? []);
  return [...new Set([...known.filter((chain) => isChainOf(chain, actor.areas)), ...own])];
}

function reportText(report: AuditReport): string {
  const { entries, seals, chains, unsealed, headsCompared, findings, findingsTotal } = report;
  const lines = [
    `记录 ${entries} 条，封条 ${seals} 个，链 ${chains} 条，待封 ${unsealed} 条，比对链头 ${headsCompared} 个`,
    `Entries ${entries}, seals ${seals}, chains ${chains}, not yet sealed ${unsealed}, heads compared ${headsCompared}`,
    ...findings.flatMap(({ chain, kind, message }) => [
      `[${chain}] ${kind}: ${message.zh}`,
      `${' '.repeat(String(chain).length + 3)}${message.en}`,
    ]),
  ];
  if (findingsTotal > findings.length) {
    const more = findingsTotal - findings.length;
    lines.push(`另有 ${more} 处未列出  ${more} more are not listed`);
  }
  lines.push(
    report.sound
      ? '审计链完整。 The chains are sound.'
      : `发现 ${findingsTotal} 处问题。 ${findingsTotal} findings.`,
  );
  return lines.join('\n');
}
