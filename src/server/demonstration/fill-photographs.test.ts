import { Transformer } from '@napi-rs/image';
import { expect, test } from 'vitest';
import { areaCode } from '#domain/kernel/area-code.ts';
import { anApp } from '#tests/world/app.ts';
import { county, places } from '#tests/world/cast.ts';
import { anId } from '#tests/world/household.ts';
import { fillPhotographs } from './fill-photographs.ts';

const { platform, owner } = await anApp({ routes: [] });

async function aProject(title: string, kind: string, step: string) {
  await owner.query(
    `insert into funds_project (county, id, area_code, number, title, kind, level, mode, year, planned_fen, percent,
       step, step_on, author, author_name, changed_by_name, created_at)
     values ($1, $2, $3, $4, $4, $5, 'village', 'ordinary', 2016, 100, 60,
       $6, '2016-05-01', $2, '陈国强', '陈国强', now())`,
    [Number(county), anId(Number(county)), places.village, title, kind, step],
  );
}

test('works that can be seen get a drawn picture of their place, once, marked as invented and showing nobody', async () => {
  await owner.query(`update access_account set username = 'county' where display_name = '陈国强'`);
  await aProject('村路（虚构）', 'ROAD', 'handedOver');
  await aProject('水柜', 'WATER', 'building');
  await aProject('还没动工', 'HOUSE', 'approved');

  const made = await fillPhotographs(platform, areaCode(county));
  const again = await fillPhotographs(platform, areaCode(county));

  expect([made, again]).toEqual([2, 0]);
  const { rows } = await owner.query(
    `select a.file_name, a.area_code, a.shows_person, f.sealed from kernel_attachment a
     join kernel_file f on f.county = a.county and f.hash = a.hash order by a.file_name collate "C"`,
  );
  expect(rows.map(({ file_name }) => file_name)).toEqual([
    '完工：村路（虚构），图是画的.webp',
    '施工中：水柜（虚构），图是画的.webp',
  ]);
  for (const { area_code, shows_person, sealed } of rows) {
    expect([area_code, shows_person]).toEqual([places.village, false]);
    const bytes = platform.secrets.openBytes('attachment', sealed);
    expect(await new Transformer(bytes).metadata()).toMatchObject({ width: 720, height: 480 });
  }
});
