// A project of the tests and how it is carried on: one enters, a second reviews, a third approves.
import { expect } from 'vitest';
import type { TestApp } from './app.ts';
import type { Answer, Caller } from './caller.ts';
import { places } from './cast.ts';
import { aPaper } from './funds-world.ts';

/** The smallest picture there is. */
const picture = {
  name: '现场.png',
  bytes: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

export const aRoad = {
  area: places.village,
  title: '下南乡仪凤村屯级路硬化',
  kind: 'ROAD',
  level: 'village',
  mode: 'buildThenSubsidize',
  year: 2016,
  planned: 900_000_00,
  holder: '下南乡人民政府',
  arrangement: '硬化屯级路三公里',
  money: '整合资金',
  organiser: '县交通局',
  implementer: '下南乡人民政府',
  dueOn: '2016-08-31',
  acceptance: '完工后由县里现场验收',
  mechanism: '村委会管护，每年检修一次',
  lines: [{ source: 'pooledFunds', purpose: 'INFRASTRUCTURE', amount: 900_000_00 }],
  milestones: [
    { title: '路基完成', share: 300_000_00 },
    { title: '路面完成', share: 600_000_00 },
  ],
  outputs: [{ product: '硬化道路', unit: '公里', planned: 3 }],
};

export function projectWorld(app: TestApp) {
  const zhao = app.as('zhao');
  const chen = app.as('chen');
  const fang = app.as('fang');
  const at = (id: string, what = '') => `/api/funds/projects/${id}${what}`;

  async function entered(more: object = {}, by: Caller = zhao): Promise<string> {
    const { body, code } = await by.post('/api/funds/projects', { ...aRoad, ...more });
    expect(code).toBeUndefined();
    return body.id;
  }
  const act = (id: string, body: object, by: Caller = zhao): Promise<Answer> =>
    by.post(at(id, '/acts'), { on: '2016-03-10', ...body });
  const verdict = (id: string, body: object, by: Caller = chen): Promise<Answer> =>
    by.post(at(id, '/verdicts'), { on: '2016-03-20', passes: true, ...body });
  const read = async (id: string, by: Caller = chen) => (await by.get(at(id))).body;

  async function well(answer: Promise<Answer>): Promise<Answer['body']> {
    const { body, code } = await answer;
    expect(code).toBeUndefined();
    return body;
  }

  async function approved(more: object = {}): Promise<string> {
    const id = await entered(more);
    await well(act(id, { act: 'apply' }));
    await well(verdict(id, { act: 'review' }));
    await well(verdict(id, { act: 'approve' }, fang));
    return id;
  }

  async function building(more: object = {}): Promise<string> {
    const id = await approved(more);
    const contract = { contractor: '环江路桥公司', document: aPaper('合同'), amount: 880_000_00 };
    await well(act(id, { act: 'tender', isPublic: true, ...contract }));
    await well(act(id, { act: 'start' }));
    return id;
  }

  async function photographed(id: string, area: string = places.village): Promise<void> {
    const url = `/api/registry/areas/${area}/attachments?subject=project:${id}&kind=picture&showsPerson=false`;
    expect((await zhao.upload(url, picture)).code).toBeUndefined();
  }

  async function accepted(more: object = {}, amount = 880_000_00): Promise<string> {
    const id = await building(more);
    const outputs = [{ position: 1, added: 3, total: 11.5 }];
    await well(act(id, { act: 'report', percent: 100, outputs }));
    await photographed(id);
    await well(verdict(id, { act: 'accept', amount, document: aPaper('验收') }));
    return id;
  }

  return { at, entered, act, verdict, read, well, approved, building, photographed, accepted };
}
