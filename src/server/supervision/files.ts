// What leaves as files: the frame with the draw, for whoever wants to check it, and the report household by
// household. A frame holds area codes and household numbers and nothing else about anybody.

import type { InputOf } from '#contract/route.ts';
import type { exportFrame } from '#contract/supervision.ts';
import type { exportReport } from '#contract/supervision-report.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { frameLines } from '#domain/supervision/draw-households.ts';
import { type FrameHead, frameMark, sampleMark } from '#domain/supervision/frame-file.ts';
import { notDrawn } from '#domain/supervision/refusals.ts';
import type { Context, Download } from '#server/http/context.ts';
import { countedRows } from '#server/kernel/count-output.ts';
import { xlsxDownload } from '#server/kernel/xlsx-download.ts';
import { getOne } from './campaign-view.ts';
import { listFrame } from './draw.store.ts';
import { areaOf } from './plan-of.ts';
import { reportOf } from './report.ts';
import { listSamples } from './sample.store.ts';

export async function frameFile(
  context: Context,
  { params }: InputOf<typeof exportFrame>,
): Promise<Download> {
  const campaign = await getOne(context, params.id);
  if (campaign.seed === null) return refuse(notDrawn);
  const head: FrameHead = {
    bangfu: 'draw',
    version: 1,
    title: campaign.title,
    seedDigest: campaign.seed_digest,
    seed: campaign.seed,
    word: campaign.word ?? '',
    frameDigest: campaign.frame_digest ?? '',
    plan: {
      ...campaign.plan,
      stages: campaign.plan.stages.map(({ chosen, ...stage }) => ({
        ...stage,
        ...(chosen === undefined ? {} : { chosen: [...chosen] }),
      })),
    },
  };
  context.note({
    area: areaOf(campaign),
    subject: `campaign:${campaign.id}`,
    facts: { households: campaign.frame_households },
  });
  return {
    fileName: `draw-${campaign.area_code}-${campaign.drawn_on}.txt`,
    contentType: 'text/plain; charset=utf-8',
    body: linesOf(context, campaign.id, head),
  };
}

async function* linesOf(
  { tx }: Context,
  campaign: string,
  head: FrameHead,
): AsyncGenerator<string> {
  yield `${JSON.stringify(head)}\n${frameMark}\n`;
  for (let after = ''; ; ) {
    const rows = await listFrame(tx, campaign, { after, limit: 200 });
    for (const { area_code, households, listing } of rows) {
      yield listing === ''
        ? `${area_code}\t\t${households}\n`
        : frameLines(area_code, listing)
            .map(({ area, no }) => `${area}\t${no}\n`)
            .join('');
    }
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.area_code;
  }
  yield `${sampleMark}\n`;
  for (const row of await listSamples(tx, campaign)) {
    yield `${row.area_code}\t${row.household_no}\n`;
  }
}

type Cell = string | number | null;

export async function reportFile(
  context: Context,
  input: InputOf<typeof exportReport>,
): Promise<Download> {
  const { language } = context;
  const report = await reportOf(context, input);
  const { campaign } = report;
  const zh = language === 'zh';
  const head = zh
    ? ['户编号', '户主', '村', '原分', '组', '打分人', '纠偏前', '复评分', '分差', '是否差错']
    : [
        'Household',
        'Head',
        'Village',
        'First',
        'Team',
        'Rater',
        'Before',
        'Re-score',
        'Difference',
        'Fault',
      ];
  const faultWords = zh ? ['差错', '一致', '未定'] : ['fault', 'holds', 'open'];
  const rows: Cell[][] = report.households.flatMap((one) =>
    one.scores.map((score): Cell[] => [
      one.householdNo,
      one.headName,
      one.village,
      one.first,
      score.team,
      score.rater,
      score.before,
      score.total,
      one.first === null ? null : score.total - one.first,
      (one.fault === null ? faultWords[2] : faultWords[one.fault ? 0 : 1]) ?? null,
    ]),
  );
  context.note({ subject: `campaign:${campaign.id}`, facts: { rows: rows.length } });
  return xlsxDownload({
    fileName: `${zh ? '核查' : 'checks'}-${campaign.areaCode}-${campaign.drawnOn ?? context.today}.xlsx`,
    name: zh ? '逐户' : 'Households',
    headings: head,
    rows: countedRows(context, 'checks', rows),
  });
}
