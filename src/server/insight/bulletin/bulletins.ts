// Bulletins: made, signed by two people, kept as the file that was set then. A signed one is never changed;
// a correction is another edition, and the code on the paper tells which one holds.
import { createHash, randomBytes } from 'node:crypto';
import type {
  BulletinHead,
  BulletinView,
  getBulletin,
  listBulletins,
  makeBulletin,
  printBulletin,
  signBulletin,
} from '#contract/insight-bulletins.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { mayEnter } from '#domain/access/actor.ts';
import { BulletinContent, lacks } from '#domain/insight/bulletin/bulletin.ts';
import {
  bulletinLacksParts,
  bulletinMonthAhead,
  bulletinNeedsAnother,
  bulletinOfPart,
  bulletinSigned,
  bulletinUnsigned,
  noSuchBulletin,
} from '#domain/insight/bulletin/refusals.ts';
import { areaCode, countyNumberOf, spanOf } from '#domain/kernel/area-code.ts';
import { canonicalJson } from '#domain/kernel/canonical-json.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context, Download } from '#server/http/context.ts';
import { listAreas } from '#server/registry/area.store.ts';
import { oneText } from '../charts/export-chart.ts';
import {
  type BulletinRow,
  findBulletin,
  findBulletinFile,
  holdMonth,
  insertBulletin,
  listBulletinRows,
  newestEdition,
  signFirst,
  signSecond,
} from './bulletin.store.ts';
import { bulletinOf } from './make-bulletin.ts';
import { setBulletin } from './set-bulletin.ts';

export async function bulletinsOf(
  context: Context,
  _: InputOf<typeof listBulletins>,
): Promise<{ items: BulletinHead[]; next: null }> {
  const { tx, area } = context;
  const rows = await listBulletinRows(tx, spanOf(area));
  const items: BulletinHead[] = [];
  for (const row of rows) items.push(await headOf(context, row));
  return { items, next: null };
}

export async function madeBulletin(
  context: Context,
  { body }: InputOf<typeof makeBulletin>,
): Promise<OutputOf<typeof makeBulletin>> {
  const { tx, actor, area, today, now } = context;
  if (!mayEnter(actor, area)) refuse(bulletinOfPart, { area });
  const month = body.month ?? today.slice(0, 7);
  if (month > today.slice(0, 7)) refuse(bulletinMonthAhead, { month, today });
  const content = BulletinContent.parse(await bulletinOf(context, month));
  const first = plainDate(`${month}-01`);

  await holdMonth(tx, { area, month: first });
  const edition = (await newestEdition(tx, { area, month: first, signed: false })) + 1;
  const county = countyNumberOf(area) ?? 0;
  const id = context.newId(county);

  await insertBulletin(tx, {
    county,
    id,
    area_code: area,
    month: first,
    edition,
    token: randomBytes(18).toString('base64url'),
    content,
    hash: createHash('sha256').update(canonicalJson(content)).digest('hex'),
    data_day: today,
    account: actor.account,
    account_name: actor.displayName,
    made_at: now,
  });
  context.note({ area, subject: `bulletin:${id}`, facts: { month, edition } });
  return { id, edition };
}

export async function bulletinViewOf(
  context: Context,
  { params }: InputOf<typeof getBulletin>,
): Promise<BulletinView> {
  const row = await getRow(context, params.id);
  return {
    head: await headOf(context, row),
    content: BulletinContent.parse(row.content),
    hash: row.hash,
    token: row.token,
  };
}

export async function signedBulletin(
  context: Context,
  { params, body }: InputOf<typeof signBulletin>,
): Promise<OutputOf<typeof signBulletin>> {
  const { tx, actor, now } = context;
  const row = await getRow(context, params.id);
  const content = BulletinContent.parse(row.content);
  if (row.second_at !== null) refuse(bulletinSigned);
  if (row.first_by === actor.account) refuse(bulletinNeedsAnother);
  const unfit = content.figures.find((figure) => lacks(figure).length > 0);
  if (unfit !== undefined) refuse(bulletinLacksParts, { figure: unfit.title[context.language] });

  const signing = { account: actor.account, name: actor.displayName, at: now };
  const facts = { signature: row.first_by === null ? 1 : 2 };
  context.note({ area: areaCode(row.area_code), subject: `bulletin:${row.id}`, facts });
  if (row.first_by === null) {
    if (!(await signFirst(tx, row, signing))) refuse(bulletinSigned);
    return { signatures: 1 };
  }
  const names = [row.first_name ?? '', actor.displayName];
  const { pdf } = await setBulletin(content, { ...row, names, origin: body.origin });
  const digest = createHash('sha256').update(pdf).digest();
  if (!(await signSecond(tx, row, { ...signing, file: pdf, digest }))) refuse(bulletinSigned);
  return { signatures: 2 };
}

export async function printedBulletin(
  context: Context,
  { params }: InputOf<typeof printBulletin>,
): Promise<Download> {
  const row = await getRow(context, params.id);
  const file = await findBulletinFile(context.tx, row);
  if (file == null) return refuse(bulletinUnsigned, { count: row.first_by === null ? 2 : 1 });
  context.note({ area: areaCode(row.area_code), subject: `bulletin:${row.id}` });
  return {
    fileName: `脱贫攻坚月报-${row.area_code}-${row.month.slice(0, 7)}-${row.edition}.pdf`,
    contentType: 'application/pdf',
    body: oneText(file),
  };
}

async function getRow({ tx }: Context, id: string) {
  return (await findBulletin(tx, { county: countyOfId(id), id })) ?? refuse(noSuchBulletin);
}

async function headOf(context: Context, row: BulletinRow): Promise<BulletinHead> {
  const { tx, today, actor } = context;
  const [named] = await listAreas(tx, [row.area_code], today);
  const signed = await newestEdition(tx, {
    area: row.area_code,
    month: plainDate(row.month),
    signed: true,
  });
  const signature = (name: string | null, at: string | null) =>
    name === null || at === null ? null : { name, at };
  const mayReport = context.may('insight.report');
  return {
    id: row.id,
    area: { code: row.area_code, name: named?.name ?? row.area_code },
    month: row.month.slice(0, 7),
    edition: row.edition,
    dataDay: row.data_day,
    maker: row.account_name,
    madeAt: row.made_at,
    first: signature(row.first_name, row.first_at),
    second: signature(row.second_name, row.second_at),
    isCurrent: row.second_at !== null && signed === row.edition,
    mayMake: mayReport && mayEnter(actor, areaCode(row.area_code)),
    maySign: mayReport && row.second_at === null && row.first_by !== actor.account,
  };
}
