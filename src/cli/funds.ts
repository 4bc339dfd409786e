// Commands of money: proving an evidence package.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { checkEvidence, type EvidenceReport } from '#server/funds/evidence-package.ts';
import { type Command, UsageProblem } from './command.ts';

export const fundsCommands: readonly Command[] = [
  {
    name: 'evidence check',
    summary: {
      zh: '核验资金证据包：改动、增加、缺少的部分和不平的账都会被指出',
      en: 'Prove an evidence package of the books: parts that were changed, added or removed, and entries that do not balance',
    },
    operands: [
      {
        name: 'file',
        isRequired: true,
        summary: { zh: '证据包（ZIP）', en: 'the package, a ZIP file' },
      },
    ],
    async run({ operands }) {
      const file = resolve(operands[0] ?? '');
      const bytes = await readFile(file).catch(() => {
        throw new UsageProblem({ zh: `读不到文件 ${file}`, en: `The file ${file} cannot be read` });
      });
      const report = checkEvidence(bytes);
      return { isYes: report.sound, json: { file, ...report }, text: textOf(report) };
    },
  },
];

const problemWords: Readonly<Record<string, Bilingual>> = {
  notAPackage: { zh: '不是 ZIP 文件', en: 'is no ZIP file' },
  noManifest: { zh: '没有可读的清单', en: 'cannot be read, or is missing' },
  digestDiffers: { zh: '总摘要不符', en: 'does not have the digest it names' },
  missing: { zh: '缺少', en: 'is missing' },
  changed: { zh: '被改动', en: 'was changed' },
  added: { zh: '不在清单里', en: 'is not in the manifest' },
  unbalanced: { zh: '各行之和不为零', en: 'does not sum to nothing' },
};

function textOf({ sound, manifest, entries, problems }: EvidenceReport): string {
  const heading =
    manifest === null
      ? []
      : [
          `${manifest.area}，${manifest.from} 到 ${manifest.to}，${manifest.madeBy} 于 ${manifest.madeAt} 导出，${entries} 笔账`,
          `${manifest.area}, ${manifest.from} to ${manifest.to}, made by ${manifest.madeBy} at ${manifest.madeAt}, ${entries} entries`,
          `SHA-256 ${manifest.digest}`,
        ];
  const found = problems.flatMap(({ part, problem }) => {
    const words = problemWords[problem];
    return [`${part}：${words?.zh ?? problem}`, `${part} ${words?.en ?? problem}`];
  });
  const verdict = sound
    ? ['证据包完整。 The package is sound.']
    : [`发现 ${problems.length} 处问题。 ${problems.length} problems.`];
  return [...heading, ...found, ...verdict].join('\n');
}
