import { expect, test } from 'vitest';
import { areaCode } from '#domain/kernel/area-code.ts';
import { county } from '#tests/world/cast.ts';
import { aNoticeWorld } from '#tests/world/notice-world.ts';
import { fillNotices } from './fill-notices.ts';

const { app, setDay, people, atNotice } = await aNoticeWorld();

test('the demonstration posts what waits at a notice, once, marked as invented, with an objection to answer', async () => {
  setDay('2016-09-30');
  await atNotice();

  expect(await fillNotices(app.platform, areaCode(county))).toBe(1);
  expect(await fillNotices(app.platform, areaCode(county))).toBe(0);

  const { items } = (await people.zhao.get('/api/publicity/notices')).body;
  expect(items).toMatchObject([{ state: 'hanging', objections: { open: 1 } }]);
  const one = (await people.zhao.get(`/api/publicity/notices/${items[0].id}`)).body;
  expect(one.content.remark).toContain('演示数据');
});
