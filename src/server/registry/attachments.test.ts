import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { attachmentLimitMegabytes } from '#domain/kernel/attachment.ts';
import { inScope } from '#server/database/connect.ts';
import { sweep } from '#server/housekeeping.ts';
import { markAsEvidence } from '#server/kernel/attachment.store.ts';
import { anApp } from '#tests/world/app.ts';
import type { Caller } from '#tests/world/caller.ts';
import { places } from '#tests/world/cast.ts';
import { attachmentRoutes } from './attachment.routes.ts';

const app = await anApp({ planted: true, routes: attachmentRoutes });
const fixture = (name: string) =>
  readFileSync(new URL(`../../../tests/fixtures/attachments/${name}`, import.meta.url));
const picture = { name: '入户照片.jpg', bytes: fixture('phone-picture.jpg') };
let household: string;
let address: string;

beforeAll(() => {
  household = app.planted.home.households[0] ?? '';
  address = `/api/registry/households/${household}/attachments`;
});

const send = (by: Caller, file = picture, query = '') => by.upload(`${address}${query}`, file);
const fileOf = (id: string) => `/api/registry/attachments/${id}/file`;
const filesKept = async () =>
  Number((await app.owner.query('select count(*) from kernel_file')).rows[0].count);

test('a picture is kept stripped and sealed, and opened as a download that leaves a mark', async () => {
  const { body } = await send(app.as('lin'), picture, '?kind=picture');
  expect(body).toMatchObject({
    fileName: '入户照片.jpg',
    type: 'jpeg',
    kind: 'picture',
    showsPerson: true,
    by: '林桂英',
    subject: `household:${household}`,
    mayTakeDown: true,
  });

  const opened = await app.as('zhao').get(fileOf(body.id));
  expect(opened.headers['content-type']).toBe('image/jpeg');
  expect(opened.headers['content-disposition']).toContain('attachment; filename*=UTF-8');
  expect(opened.headers['content-security-policy']).toContain('sandbox');
  expect(opened.headers['x-content-type-options']).toBe('nosniff');
  expect(opened.bytes).toHaveLength(body.bytes);
  expect(opened.bytes.toString('latin1')).not.toMatch(/HUAWEI|GPS|13800138000/);

  const { rows } = await app.owner.query('select sealed from kernel_file');
  expect(rows[0].sealed.includes(opened.bytes.subarray(0, 200))).toBe(false);
  const acts = await app.owner.query(
    `select act, account from audit_entry where act like 'registry.%attach%' order by at`,
  );
  expect(acts.rows.map(({ act }) => act)).toEqual(['registry.attach', 'registry.open-attachment']);
});

test('the same file handed in twice is kept once, by a hash that tells nobody what it is', async () => {
  const before = await filesKept();
  const [first, second] = [await send(app.as('lin')), await send(app.as('zhao'))];

  expect(first.body.id).not.toBe(second.body.id);
  expect(await filesKept()).toBe(before);
});

test('what it is counts, not what it is called; a film, a page and a broken picture are refused', async () => {
  const page = { name: '照片.jpg', bytes: Buffer.from('<html><script>alert(1)</script>') };
  const refused = await send(app.as('lin'), page);
  expect([refused.status, refused.code]).toEqual([415, 'kernel/file-type-unknown']);
  expect(refused.text).toContain('照片.jpg');

  const broken = { name: '坏照片.jpg', bytes: picture.bytes.subarray(0, 300) };
  expect((await send(app.as('lin'), broken)).code).toBe('kernel/picture-broken');

  const long = Buffer.concat([
    Buffer.from('%PDF-1.7'),
    Buffer.alloc(attachmentLimitMegabytes * 1024 * 1024),
  ]);
  expect((await send(app.as('lin'), { name: '长.pdf', bytes: long })).code).toBe(
    'kernel/file-too-large',
  );
  const none = await app.as('lin').post(address, {});
  expect(none.code).toBe('input/missing-file');
});

test('a household reads and hands in its own; the neighbouring county finds nothing of it', async () => {
  const { body } = await send(app.as('ma'), { name: '证明.pdf', bytes: Buffer.from('%PDF-1.7') });
  const own = await app.as('ma').get(address);
  expect(own.body.items.map(({ id }: { id: string }) => id)).toContain(body.id);

  for (const answer of [
    await app.as('sun').get(address),
    await app.as('sun').get(fileOf(body.id)),
    await app.as('sun').delete(`/api/registry/attachments/${body.id}`),
    await send(app.as('sun')),
  ]) {
    expect(answer.status).toBe(404);
  }
  expect((await app.as('sun').get(fileOf(body.id))).code).toBe('kernel/no-such-attachment');
  expect((await app.as('wu').upload(address, picture)).code).toBe('access/not-permitted');
});

test('the same bytes in another county are another file, so that neither learns of the other', async () => {
  const before = await filesKept();
  const other = app.planted.neighbour.households[0] ?? '';
  const sent = await app.as('sun').upload(`/api/registry/households/${other}/attachments`, picture);

  expect(sent.status).toBe(200);
  expect(await filesKept()).toBe(before + 1);
});

test('a file of a case is listed with the case, and one of an area with the area', async () => {
  const subject = `case:${app.planted.home.others.case}`;
  const { body } = await send(app.as('lin'), picture, `?subject=${subject}&kind=minutes`);
  const listed = await app.as('zhao').get(address, { subject });
  expect(listed.body.items).toHaveLength(1);
  expect(listed.body.items[0]).toMatchObject({ id: body.id, kind: 'minutes', mayTakeDown: false });

  const area = `/api/registry/areas/${places.village}/attachments`;
  expect((await app.as('ma').upload(area, picture)).code).toBe('kernel/only-of-households');
  const own = (await app.as('lin').upload(area, picture)).body.id;
  const ofArea = (await app.as('lin').get(area)).body.items;
  expect(ofArea.map(({ id }: { id: string }) => id)).toContain(own);
  expect(ofArea.map(({ id }: { id: string }) => id)).not.toContain(body.id);
  expect((await app.as('ma').get(area)).body.items).toEqual([]);
  expect((await app.as('sun').get(area)).code).toBe('access/outside-area');
});

test('a file is taken down by its sender while it proves nothing; then its bytes go too', async () => {
  const pdf = { name: '错传.pdf', bytes: Buffer.from('%PDF-1.7 sent in error') };
  const { body } = await send(app.as('lin'), pdf);
  const before = await filesKept();
  const door = `/api/registry/attachments/${body.id}`;
  expect((await app.as('zhao').delete(door)).code).toBe('kernel/attachment-of-another');
  await inScope(app.platform.db, everything, (tx) => markAsEvidence(tx, 451226, [body.id]));
  expect((await app.as('lin').delete(door)).code).toBe('kernel/attachment-in-use');
  await app.owner.query('update kernel_attachment set is_evidence = false where id = $1', [
    body.id,
  ]);
  expect((await app.as('lin').delete(door)).status).toBe(204);

  await sweep(app.platform);
  expect(await filesKept()).toBe(before - 1);
  expect((await app.as('lin').get(fileOf(body.id))).code).toBe('kernel/no-such-attachment');
});
