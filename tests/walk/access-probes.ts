// Probes of sign-in, of one's own account, and of the accounts of one's area.
import { password } from '#tests/world/enter-cast.ts';
import type { PlantedSide } from '#tests/world/plant.ts';
import type { Probe } from './probe.ts';

const account = ({ others }: PlantedSide) => ({ params: { id: others.account ?? '' } });

export const accessProbes: Readonly<Record<string, Probe>> = {
  'POST /api/access/sessions': {
    namesNothing: true,
    fill: () => ({ body: { username: 'yang', password } }),
  },
  'POST /api/access/sessions/second-factor': {
    namesNothing: true,
    fill: () => ({ body: { code: '123456' } }),
    own: ['access/second-factor-is-off'],
  },
  'DELETE /api/access/sessions/current': { namesNothing: true, fill: () => ({}), by: 'yang' },
  'GET /api/access/sessions': { namesNothing: true, fill: () => ({}) },
  'DELETE /api/access/sessions/:id': {
    namesNothing: true,
    fill: () => ({ params: { id: '0'.repeat(32) } }),
    own: ['access/no-such-session'],
  },
  'GET /api/access/me': { namesNothing: true, fill: () => ({}) },
  'PUT /api/access/me/password': {
    namesNothing: true,
    fill: () => ({ body: { current: password, next: 'five colours of rice' } }),
    by: 'qian',
  },
  'PUT /api/access/me/language': { namesNothing: true, fill: () => ({ body: { language: 'zh' } }) },
  'POST /api/access/me/second-factor': {
    namesNothing: true,
    fill: () => ({ body: { password } }),
  },
  'POST /api/access/me/second-factor/confirmation': {
    namesNothing: true,
    fill: () => ({ body: { code: '12345x' } }),
    own: ['access/wrong-code', 'access/second-factor-not-begun'],
  },
  'POST /api/access/me/second-factor/removal': {
    namesNothing: true,
    fill: () => ({ body: { password, code: '123456' } }),
    own: ['access/second-factor-is-off'],
  },

  'GET /api/access/accounts': {
    fill: ({ village, county }) => [
      { query: { area: village } },
      { query: { area: county, limit: 200 } },
    ],
  },
  'GET /api/access/accounts/:id': { fill: account },
  'POST /api/access/accounts': {
    fill: ({ village, households, side }) => [
      {
        body: {
          username: `opened-${side}`,
          displayName: '新来',
          role: 'village',
          area: village,
        },
      },
      {
        body: {
          username: `helping-${side}`,
          displayName: '新来',
          role: 'helper',
          area: village,
          households,
        },
      },
    ],
  },
  'PATCH /api/access/accounts/:id': {
    fill: (side) => ({ ...account(side), body: { version: 1, title: '改' } }),
    own: ['access/account-changed'],
  },
  'PUT /api/access/accounts/:id/state': {
    fill: (side) => ({ ...account(side), body: { version: 2, disabled: false } }),
    own: ['access/account-changed'],
  },
  'POST /api/access/accounts/:id/password': { fill: account },
  'POST /api/access/accounts/:id/unlocking': { fill: account },
  'POST /api/access/accounts/:id/second-factor/removal': {
    fill: account,
    own: ['access/second-factor-is-off'],
  },
  'GET /api/access/offices': { fill: ({ village }) => ({ query: { area: village } }) },
  'GET /api/access/accounts/:id/offices': { fill: account },
  'POST /api/access/accounts/:id/offices': {
    fill: (side) => ({ ...account(side), body: { office: 'WORK_TEAM', area: side.village } }),
    own: ['access/no-such-office'],
  },
  'PUT /api/access/accounts/:id/offices/:tenure/end': {
    fill: ({ others }) => ({
      params: { id: others.account ?? '', tenure: others.office ?? '' },
      body: {},
    }),
  },
  'GET /api/access/setup': { namesNothing: true, fill: () => ({}) },
  'POST /api/access/setup': {
    namesNothing: true,
    fill: () => ({ body: { username: 'late', password, displayName: '迟到' } }),
    own: ['access/already-set-up'],
  },
};
