// Probes of notices and objections. The public's own doors name a place by a code or a receipt that only
// its poster or its objector holds: whoever has it may read, and reads nothing of the place once it is over.
import type { PlantedSide } from '#tests/world/plant.ts';
import type { Probe } from './probe.ts';

/** Where a place has none of its own, an id that nobody has. */
const none = '00000000-0000-8000-8000-000000000001';
const ofNotice = (body?: object) => {
  return ({ others }: PlantedSide) => ({
    params: { id: others.notice ?? none },
    ...(body === undefined ? {} : { body }),
  });
};
const ofObjection = (body?: object) => {
  return ({ others }: PlantedSide) => ({
    params: { id: others.objection ?? none },
    ...(body === undefined ? {} : { body }),
  });
};
const ofSupervisor = (body?: object) => {
  return ({ others }: PlantedSide) => ({
    params: { id: others.supervisor ?? none },
    ...(body === undefined ? {} : { body }),
  });
};
const ofReport = (body?: object) => {
  return ({ others }: PlantedSide) => ({
    params: { id: others.slipReport ?? none },
    ...(body === undefined ? {} : { body }),
  });
};
const inPlace = ({ village, township, county }: PlantedSide) => [
  { query: { area: village } },
  { query: { area: township } },
  { query: { area: county } },
];
const posting = ({ others }: PlantedSide) => ({
  cases: [others.case ?? none],
  place: '村委会公示栏',
  office: '村民委员会',
  objectionPhone: '0778-8821234',
  supervisionPhone: '12317',
});

export const publicityProbes: Readonly<Record<string, Probe>> = {
  'GET /api/publicity/notices': { fill: inPlace },
  'GET /api/publicity/waiting': { fill: inPlace },
  'GET /api/publicity/draft': {
    fill: ({ village }) => ({ query: { area: village, process: 'exit', step: 'notice' } }),
    own: ['publicity/no-such-step'],
  },
  'POST /api/publicity/notices': {
    fill: (side) => ({ body: posting(side) }),
    own: ['casework/rules-gone'],
  },
  'GET /api/publicity/notices/:id': { fill: ofNotice() },
  'POST /api/publicity/notices/:id/correction': {
    fill: (side) => ({ ...ofNotice()(side), body: { ...posting(side), reason: '人口数有误' } }),
    own: ['casework/rules-gone'],
  },
  'POST /api/publicity/notices/:id/evidence': {
    fill: ofNotice({ kind: 'last', on: '2016-09-07', note: '村委会公示栏' }),
  },
  'POST /api/publicity/notices/:id/objections': {
    fill: ofNotice({ text: '人口不符合实际' }),
    own: ['publicity/over'],
  },
  'GET /api/publicity/objections': { fill: inPlace },
  'GET /api/publicity/objections/:id': { fill: ofObjection() },
  'POST /api/publicity/objections/:id/answer': {
    fill: ofObjection({ verdict: 'rejected', reason: '已经核实' }),
  },
  'GET /api/publicity/money-draft': {
    fill: ({ village, county }) =>
      [village, county].map((area) => ({ query: { area, topic: 'moneyPaid' } })),
    own: ['publicity/not-for-notice'],
  },
  'POST /api/publicity/money-notices': {
    fill: ({ village, others }) => ({
      body: {
        area: village,
        topic: 'projectPlan',
        project: others.project ?? '',
        place: '公示栏',
        office: '村民委员会',
        objectionPhone: '07788822222',
        supervisionPhone: '12317',
      },
    }),
    own: ['publicity/not-for-notice'],
  },
  'POST /api/publicity/money-notices/:id/withdrawal': {
    fill: ofNotice({ reason: '金额有误' }),
    own: ['publicity/no-such-notice'],
  },
  'GET /api/publicity/project-notices': {
    fill: ({ village, others }) => ({ query: { area: village, project: others.project ?? '' } }),
  },
  'GET /api/publicity/public/:code': {
    namesNothing: true,
    fill: ({ others }) => ({ params: { code: others.noticeCode ?? 'none' } }),
    own: ['publicity/over'],
  },
  'POST /api/publicity/public/:code/objections': {
    namesNothing: true,
    fill: ({ others }) => ({
      params: { code: others.noticeCode ?? 'none' },
      body: { text: '人口不符合实际' },
    }),
    own: ['publicity/over'],
  },
  'GET /api/workforce/supervisors': { fill: inPlace },
  'POST /api/workforce/supervisors': {
    fill: ({ village, side }) => ({
      body: { area: village, name: `监督${side}`, from: '2016-09-01', to: '2017-09-01' },
    }),
  },
  'POST /api/workforce/supervisors/:id/end': {
    fill: ofSupervisor({ reason: '外出' }),
    own: ['workforce/supervisor-term-over'],
  },
  'GET /api/publicity/slips': { fill: inPlace },
  'POST /api/publicity/supervisors/:id/slip': {
    fill: ofSupervisor(),
    own: ['publicity/slip-not-now'],
  },
  'GET /api/publicity/reports': { fill: inPlace },
  'GET /api/publicity/reports/:id': { fill: ofReport() },
  'POST /api/publicity/reports/:id/handing': {
    fill: ofReport({ to: 'problem', title: '核查', words: '请核查' }),
    // The rules of the planted places have no list: the use case was reached.
    own: ['monitoring/no-problem-list'],
  },
  'POST /api/publicity/reports/:id/answer': {
    fill: ofReport({ answer: '已经核实' }),
    own: ['publicity/report-answered'],
  },
  'GET /api/publicity/slip/:code': {
    namesNothing: true,
    fill: ({ others }) => ({ params: { code: others.slip ?? 'none' } }),
    own: ['publicity/slip-over'],
  },
  'POST /api/publicity/slip/:code/reports': {
    namesNothing: true,
    fill: ({ others }) => ({
      params: { code: others.slip ?? 'none' },
      body: { kind: 'further', words: '水没有通' },
    }),
    own: ['publicity/slip-over'],
  },
  'POST /api/publicity/slip/:code/reports/:number/picture': {
    namesNothing: true,
    fill: ({ others }) => ({
      params: { code: others.slip ?? 'none', number: '1' },
      file: { name: '现场.jpg', bytes: Buffer.from('') },
    }),
    own: ['publicity/slip-over'],
  },
  'GET /api/publicity/answers/:number': {
    namesNothing: true,
    fill: ({ others }) => ({
      params: { number: others.objectionNumber ?? '0' },
      query: { receipt: 'bcdfghjk' },
    }),
  },
};
