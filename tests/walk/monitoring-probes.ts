// Probes of the lists of work.
import type { PlantedSide } from '#tests/world/plant.ts';
import type { Probe } from './probe.ts';

const inPlace = ({ village, township, county }: PlantedSide) =>
  [village, township, county].map((area) => ({ query: { area } }));
const ofProblem = ({ others }: PlantedSide) => ({ params: { id: others.problem ?? '' } });

/** A household has no orders of its own. */
const none = '06e29a00-0000-8000-9000-00000000ffff';
const ofOrder = ({ others }: PlantedSide) => ({ params: { id: others.followUp ?? none } });
const ofTask = ({ others }: PlantedSide) => ({ params: { id: others.task ?? none } });
const ofPart = ({ others }: PlantedSide) => ({ params: { id: others.orderPart ?? none } });
const ofCircular = ({ others }: PlantedSide) => ({ params: { id: others.circular ?? none } });

export const monitoringProbes: Readonly<Record<string, Probe>> = {
  'GET /api/workforce/organisation': { fill: inPlace },
  'GET /api/workforce/schedule': { fill: inPlace },
  'GET /api/assistance/schedule/prints': { fill: inPlace },
  'GET /api/assistance/schedule/file': {
    fill: ({ village, county }) => [
      { query: { area: village, format: 'xlsx' } },
      { query: { area: county, format: 'xlsx' } },
    ],
  },
  'POST /api/workforce/postings': {
    fill: ({ village }) => ({
      body: { area: village, set: 'any', post: 'any', name: '某人', from: '2016-09-01' },
    }),
    // The rules of the planted places have no posts: the use case was reached.
    own: ['workforce/no-such-post'],
  },
  'POST /api/workforce/postings/:id/end': {
    fill: ({ others }) => ({
      params: { id: others.posting ?? none },
      body: { on: '2016-09-30', reason: '调任' },
    }),
  },
  'POST /api/workforce/pledges': {
    fill: ({ village }) => ({
      body: {
        area: village,
        pledge: 'any',
        party: 'any',
        office: 0,
        name: '某人',
        on: '2016-09-01',
      },
    }),
    own: ['workforce/no-such-pledge'],
  },
  'GET /api/workforce/units': { fill: inPlace },
  'POST /api/workforce/units': {
    fill: ({ village, side }) => ({
      body: { area: village, name: `合作社${side}`, kind: 'cooperative' },
    }),
  },
  'GET /api/monitoring/problems': {
    fill: ({ village, county }) => [
      { query: { area: village } },
      { query: { area: county, show: 'all', late: 'yes' } },
    ],
  },
  'GET /api/monitoring/problems/counts': { fill: inPlace },
  'GET /api/monitoring/problems/file': { fill: inPlace },
  'GET /api/monitoring/tasks/file': { fill: inPlace },
  'GET /api/monitoring/problems/:id': { fill: ofProblem },
  'POST /api/monitoring/problems': {
    fill: ({ village }) => ({ body: { area: village, title: '停水' } }),
    // The rules of the planted places have no list: the use case was reached.
    own: ['monitoring/no-problem-list'],
  },
  'POST /api/monitoring/problems/:id/acts': {
    fill: (side) => ({ ...ofProblem(side), body: { seen: 1, act: 'remark', words: '看过' } }),
    own: ['monitoring/no-problem-list'],
  },
  'GET /api/monitoring/owners': { fill: inPlace },
  'GET /api/monitoring/orders': { fill: inPlace },
  'GET /api/monitoring/order-parts': { fill: inPlace },
  'POST /api/monitoring/orders': {
    fill: ({ village, county }) => ({
      body: {
        area: county,
        title: '限期办结',
        words: '请办结',
        dueOn: '2016-10-30',
        areas: [village],
      },
    }),
  },
  'GET /api/monitoring/orders/:id': { fill: ofOrder },
  'GET /api/monitoring/order-parts/:id': { fill: ofPart },
  'POST /api/monitoring/order-parts/:id/acts': {
    fill: (side) => ({ ...ofPart(side), body: { seen: 1, act: 'urge' } }),
  },
  'GET /api/monitoring/tasks': { fill: inPlace },
  'GET /api/monitoring/tasks/:id': { fill: ofTask },
  'POST /api/monitoring/tasks': {
    fill: ({ village, others }) => ({
      body: {
        area: village,
        title: '任务',
        startOn: '2016-09-01',
        dueOn: '2016-12-31',
        document: others.document ?? none,
      },
    }),
  },
  'POST /api/monitoring/tasks/:id/owners': {
    fill: (side) => ({ ...ofTask(side), body: { level: 'any', account: null, name: '某局' } }),
  },
  'DELETE /api/monitoring/tasks/:id/owners/:owner': {
    fill: ({ others }) => ({
      params: { id: others.task ?? none, owner: others.taskOwner ?? none },
    }),
  },
  'POST /api/monitoring/tasks/:id/progress': {
    fill: (side) => ({ ...ofTask(side), body: { quantity: 1, words: '完工' } }),
    // The planted promise names a stage of no rules: the use case was reached.
    own: ['monitoring/no-such-stage'],
  },
  'POST /api/monitoring/tasks/:id/parts': {
    fill: (side) => ({ ...ofTask(side), body: { parts: [{ area: side.village }] } }),
    // A part lies below its whole, which is the village itself: the use case was reached.
    own: ['monitoring/order-place-outside'],
  },
  'GET /api/monitoring/documents': { fill: inPlace },
  'POST /api/monitoring/documents': {
    fill: ({ village, side }) => ({ body: { area: village, title: `文件${side}` } }),
  },
  'GET /api/monitoring/delivery': { fill: inPlace },
  'GET /api/monitoring/circulars': { fill: inPlace },
  'GET /api/monitoring/circulars/:id': { fill: ofCircular },
  'POST /api/monitoring/circulars': {
    fill: ({ county }) => ({ body: { area: county, title: '逾期通报' } }),
  },
};
