// Probes of cases.
import { marker } from '#tests/world/markers.ts';
import type { PlantedSide } from '#tests/world/plant.ts';
import type { Probe } from './probe.ts';

const inPlace = ({ village, township, county }: PlantedSide) => [
  { query: { area: village, whose: 'all' } },
  { query: { area: township } },
  { query: { area: county, whose: 'all' } },
];
const ofCase = (body?: object) => {
  return ({ others }: PlantedSide) => ({
    params: { id: others.case ?? '', objection: '2' },
    ...(body === undefined ? {} : { body }),
  });
};
/** A household has no campaign of its own. */
const noCampaign = '06e29a00-0000-8000-9000-00000000ffff';
/** The planted case names rules that are nowhere installed: the use case was reached. */
const own = ['casework/rules-gone'];

const ofBatch = ({ others }: PlantedSide) => ({ params: { id: others.batch ?? '' } });

export const caseworkProbes: Readonly<Record<string, Probe>> = {
  'GET /api/casework/pipeline': {
    fill: ({ village, township, county }) =>
      [village, township, county].map((area) => ({ query: { area } })),
  },
  'POST /api/casework/batches': {
    fill: ({ others, county }) => ({
      query: { area: county },
      body: {
        process: 'identification',
        step: 'townshipReview',
        outcome: 'passed',
        select: { ids: [others.case] },
      },
    }),
    own: ['casework/nothing-to-decide'],
  },
  'GET /api/casework/reminders': { fill: () => ({}), namesNothing: true },
  'POST /api/casework/reminders/read': {
    fill: () => ({ body: { keys: ['late.exit.review.2016-09-16'] } }),
    namesNothing: true,
  },
  'GET /api/casework/batches': { fill: () => ({}), namesNothing: true },
  'GET /api/casework/batches/:id': { fill: ofBatch },
  'GET /api/casework/batches/:id/refused': { fill: ofBatch },
  'POST /api/casework/batches/:id/resumption': {
    fill: ofBatch,
    own: ['casework/not-your-batch'],
  },
  'GET /api/casework/nominees': {
    fill: ({ village, township, county }) =>
      [village, township, county].map((area) => ({ query: { area } })),
    // No rules are in force where the walk goes, and without rules nobody is nominated.
    namesNothing: true,
  },
  'POST /api/casework/nominations': {
    fill: ({ village, households }) => ({
      body: {
        area: village,
        meeting: noCampaign,
        due: 30,
        present: 24,
        secret: true,
        lines: [
          {
            household: households[0] ?? '',
            outcome: 'nominated',
            for: 20,
            against: 3,
            abstained: 1,
            reason: '',
          },
        ],
      },
    }),
    own: ['policy/no-pack-in-force'],
  },
  'GET /api/casework/cases': { fill: inPlace },
  'GET /api/casework/counts': { fill: inPlace },
  'GET /api/casework/cases/:id': { fill: ofCase(), own },
  'GET /api/casework/households/:id': {
    fill: ({ households }) => ({ params: { id: households[0] ?? '' } }),
    own: ['policy/no-pack-in-force'],
  },
  'POST /api/casework/households/:id/cases': {
    fill: ({ households }) => ({
      params: { id: households[0] ?? '' },
      body: { process: 'identification' },
    }),
    own: ['policy/no-pack-in-force'],
  },
  'GET /api/casework/exits': { fill: inPlace },
  'GET /api/casework/areas/:area/cases': {
    fill: ({ village, county }) => [{ params: { area: village } }, { params: { area: county } }],
    own: ['policy/no-pack-in-force'],
  },
  'POST /api/casework/areas/:area/cases': {
    fill: ({ village }) => ({ params: { area: village }, body: { process: 'villageExit' } }),
    own: ['policy/no-pack-in-force'],
  },
  'GET /api/casework/cases/:id/checks': { fill: ofCase(), own },
  'POST /api/casework/cases/:id/checks/:item': {
    fill: ({ others }) => ({
      params: { id: others.case ?? '', item: 'hasHouse' },
      body: { holds: true, seenOn: '2016-09-01', paper: '记录' },
    }),
    own,
  },
  'POST /api/casework/cases/:id/acts': {
    fill: ofCase({ seen: 2, step: 'notice', outcome: 'undisputed' }),
    own,
  },
  'GET /api/casework/rosters': {
    fill: ({ village, county }) => [{ query: { area: village } }, { query: { area: county } }],
  },
  'GET /api/casework/rosters/open': {
    fill: ({ village, side }) => ({
      query: { area: village, process: marker[side], step: marker[side] },
    }),
  },
  'POST /api/casework/rosters': {
    fill: ({ village, side, others }) => ({
      body: {
        area: village,
        process: marker[side],
        step: marker[side],
        lines: [{ case: others.case ?? '', seen: 2, verdict: 'sign' }],
      },
    }),
  },
  'GET /api/casework/rosters/:id': {
    fill: ({ others }) => ({ params: { id: others.roster ?? '' } }),
  },
  'GET /api/casework/signatures': {
    fill: ({ village, county }) => [{ query: { area: village } }, { query: { area: county } }],
  },
  'GET /api/casework/signatures/export': { fill: ({ village }) => ({ query: { area: village } }) },
  'POST /api/casework/cases/:id/code': { fill: ofCase(), own },
  'POST /api/casework/cases/:id/posting': { fill: ofCase({ seen: 2, place: '村口' }), own },
  'POST /api/casework/cases/:id/objections': { fill: ofCase({ text: '不对' }), own },
  'POST /api/casework/cases/:id/objections/:objection/answer': {
    fill: ofCase({ seen: 2, verdict: 'rejected', reason: '查过' }),
    own,
  },
  'GET /api/casework/campaigns': {
    fill: ({ village, county }) => [{ query: { area: village } }, { query: { area: county } }],
  },
  'GET /api/casework/campaigns/:id': {
    fill: ({ others }) => ({ params: { id: others.caseCampaign ?? noCampaign } }),
  },
  'POST /api/casework/campaigns': {
    fill: ({ village }) => ({
      body: { area: village, title: '复查', process: 'recheck', stages: ['LISTED'] },
    }),
    own: ['policy/no-pack-in-force'],
  },
  'GET /api/casework/campaign-choice': {
    fill: ({ village }) => ({ query: { area: village, process: 'recheck', registered: 'true' } }),
    own: ['policy/no-pack-in-force'],
  },
  // Its case is open still: the use case was reached.
  'POST /api/casework/campaigns/:id/end': {
    fill: ({ others }) => ({ params: { id: others.caseCampaign ?? noCampaign }, body: {} }),
    own: ['casework/campaign-open'],
  },
  'GET /api/casework/cases/:id/interview': { fill: ofCase(), own },
  'PUT /api/casework/cases/:id/interview/answers/:question': {
    fill: (side) => ({
      params: { id: side.others.case ?? '', question: 'houseArea' },
      body: { value: 60 },
    }),
    own,
  },
  'POST /api/casework/cases/:id/interview/completion': { fill: ofCase({}), own },
  'POST /api/casework/cases/:id/withdrawal': { fill: ofCase({ seen: 2, reason: '改日' }), own },
};
