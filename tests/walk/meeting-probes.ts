// Probes of meetings.
import type { PlantedSide } from '#tests/world/plant.ts';
import type { Probe } from './probe.ts';

const none = '06e29a00-0000-8000-9000-00000000ffff';
const inPlace = ({ village, township, county }: PlantedSide) =>
  [village, township, county].map((area) => ({ query: { area } }));
const ofMeeting = ({ others }: PlantedSide) => ({ params: { id: others.meeting ?? none } });
const ofResolution = ({ others }: PlantedSide) => ({ params: { id: others.resolution ?? none } });

export const meetingProbes: Readonly<Record<string, Probe>> = {
  'GET /api/workforce/meetings': { fill: inPlace },
  'POST /api/workforce/meetings': {
    fill: ({ village }) => ({
      body: {
        area: village,
        kind: 'joint',
        title: '联席会议',
        on: '2016-09-30',
        chair: '某人',
        agenda: ['议题'],
      },
    }),
  },
  'GET /api/workforce/meetings/:id': { fill: ofMeeting },
  'POST /api/workforce/meetings/:id/minutes': {
    fill: (side) => ({
      ...ofMeeting(side),
      body: { people: [], minutes: '议定', resolutions: [] },
    }),
  },
  'POST /api/workforce/resolutions/:id/done': {
    fill: (side) => ({ ...ofResolution(side), body: { words: '办完' } }),
    own: ['workforce/resolution-taken'],
  },
  'POST /api/monitoring/resolutions/:id': {
    fill: (side) => ({ ...ofResolution(side), body: { as: 'task' } }),
    own: ['workforce/resolution-taken'],
  },
};
