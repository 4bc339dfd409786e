// What the numbers come to, in sentences that can be read aloud.
import type { BulletinFigure, BulletinTable } from '#domain/insight/bulletin/bulletin.ts';
import type { Words } from '#domain/insight/charts/chart-shape.ts';
import { both } from '#domain/insight/charts/chart-words.ts';

interface Around {
  readonly month: string;
  readonly today: string;
  /** Progress by place: registered, left, share. */
  readonly parts: BulletinTable | undefined;
}

export function sentencesOf(
  figures: readonly BulletinFigure[],
  { month, today, parts }: Around,
): Words[] {
  const of = (id: string) => figures.find((one) => one.id === id)?.value ?? 0;
  const whole = (n: number) => n.toLocaleString('en-GB');
  const one = (n: number) => n.toFixed(1);
  const [year = '', number = ''] = month.split('-');
  const [ty, tm, td] = today.split('-').map(Number);
  const sentences = [
    both(
      `截至 ${ty}年${tm}月${td}日，在册贫困户 ${whole(of('registered'))} 户、${whole(of('registeredPersons'))} 人；已公告脱贫 ${whole(of('exited'))} 户，占 ${one(of('exitedShare'))}%，未脱贫 ${whole(of('poor'))} 户。`,
      `On ${today}, ${whole(of('registered'))} households with ${whole(of('registeredPersons'))} persons were registered; ${whole(of('exited'))} had left poverty (${one(of('exitedShare'))}%), ${whole(of('poor'))} had not.`,
    ),
    both(
      `${year}年${Number(number)}月新识别 ${whole(of('joined'))} 户，公告脱贫 ${whole(of('left'))} 户。`,
      `In ${month}, ${whole(of('joined'))} households were listed and ${whole(of('left'))} exits announced.`,
    ),
  ];
  const ends = endsOf(parts);
  if (ends !== undefined) {
    sentences.push(
      both(
        `脱贫占比最高的是${ends.most.title.zh}（${one(ends.most.share)}%），最低的是${ends.least.title.zh}（${one(ends.least.share)}%）。`,
        `The share that left poverty is highest in ${ends.most.title.en} (${one(ends.most.share)}%) and lowest in ${ends.least.title.en} (${one(ends.least.share)}%).`,
      ),
    );
  }
  sentences.push(
    both(
      `在办事项 ${whole(of('openCases'))} 件，逾期占 ${one(of('lateShare'))}%；有帮扶责任人的在册户占 ${one(of('covered'))}%。`,
      `${whole(of('openCases'))} cases are open, ${one(of('lateShare'))}% of them late; ${one(of('covered'))}% of registered households have a helper.`,
    ),
  );
  return sentences;
}

/** The places with most and least, of those whose share is shown. */
function endsOf(parts: BulletinTable | undefined) {
  const shares = (parts?.rows ?? []).flatMap(({ title, total, cells }) => {
    const share = cells[2];
    return total || share == null ? [] : [{ title, share }];
  });
  const sorted = shares.toSorted((left, right) => right.share - left.share);
  const [most, least] = [sorted[0], sorted.at(-1)];
  if (most === undefined || least === undefined || most.share === least.share) return undefined;
  return { most, least };
}
