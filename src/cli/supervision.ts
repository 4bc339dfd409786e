// Commands of samples: a draw is computed again from its file alone, without an installation.
import { readFile } from 'node:fs/promises';
import { proveFrameFile, readFrameFile } from '#domain/supervision/frame-file.ts';
import { type Asked, type Command, type Outcome, UsageProblem } from './command.ts';

export const supervisionCommands: readonly Command[] = [
  {
    name: 'supervision draw',
    summary: {
      zh: '用导出的抽样文件重新抽一遍，核对种子、抽样框和样本',
      en: 'Draw again from the file of a draw, and compare seed, frame and sample',
    },
    operands: [
      {
        name: 'file',
        isRequired: true,
        summary: { zh: '核查页上导出的抽样文件', en: 'the file of a draw, as its page exports it' },
      },
    ],
    options: [
      {
        name: 'verify',
        summary: { zh: '重新抽取并核对', en: 'draw again and compare' },
      },
    ],
    example: 'draw.txt --verify',
    run: verifyFile,
  },
];

async function verifyFile({ operands }: Asked): Promise<Outcome> {
  const [path = ''] = operands;
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) {
    throw new UsageProblem({ zh: `没有文件“${path}”。`, en: `There is no file “${path}”.` });
  }
  const file = readFrameFile(text);
  if (file === undefined) {
    throw new UsageProblem({
      zh: `“${path}”不是抽样文件。请在核查页上导出。`,
      en: `“${path}” is not the file of a draw. Export it on the page of the round.`,
    });
  }
  const proof = proveFrameFile(file);
  const isYes = proof.seedHolds && proof.frameHolds && proof.sampleHolds;
  const { title } = file.head;
  const said = [
    line(proof.seedHolds, ['种子与事先公布的摘要一致', 'the seed is the one committed to']),
    line(proof.frameHolds, ['抽样框与抽样时一致', 'the frame is the one that was frozen']),
    line(proof.sampleHolds, [
      `重新抽取的 ${proof.again} 户与留存的 ${proof.kept} 户一致`,
      `drawing again gives the ${proof.kept} households that were kept`,
    ]),
  ];
  return { isYes, json: { ok: isYes, title, ...proof }, text: [title, ...said].join('\n') };
}

function line(holds: boolean, [zh, en]: readonly [string, string]): string {
  return holds ? `是 yes  ${zh}；${en}` : `否 no   并非：${zh}; not so: ${en}`;
}
