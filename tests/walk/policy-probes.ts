// Probes of drafts of packs, and of what changed between two versions.
import type { PlantedSide } from '#tests/world/plant.ts';
import type { Probe } from './probe.ts';

const draft = ({ others }: PlantedSide) => ({ params: { id: others.draft ?? '' } });
const acting = (side: PlantedSide) => ({
  ...draft(side),
  body: { baseVersion: 1, reason: '看过了' },
});

export const policyProbes: Readonly<Record<string, Probe>> = {
  'GET /api/policy/packs/:id/diff': {
    namesNothing: true,
    fill: () => ({ params: { id: 'tea-club' }, query: { before: '1.0.0', after: '1.1.0' } }),
    own: ['policy/no-such-pack'],
  },
  'GET /api/policy/drafts': { namesNothing: true, fill: () => ({}) },
  'POST /api/policy/drafts': {
    namesNothing: true,
    fill: () => ({ body: { pack: 'tea-club', takesEffect: '2017-01-01', reason: '试一试' } }),
    own: ['policy/no-such-pack'],
  },
  'GET /api/policy/drafts/:id': { fill: draft },
  'GET /api/policy/drafts/:id/names': { fill: draft },
  'GET /api/policy/drafts/:id/rows/:kind/:row': {
    fill: ({ others }) => ({
      params: { id: others.draft ?? '', kind: 'criteria', row: 'hasHouse' },
    }),
    own: ['policy/no-such-part'],
  },
  'GET /api/policy/drafts/:id/trial': {
    fill: (side) => ({
      ...draft(side),
      query: { kind: 'criteria', row: 'hasHouse', path: 'rule', rule: 'true' },
    }),
  },
  'POST /api/policy/drafts/:id/edits': {
    fill: (side) => ({
      ...draft(side),
      body: {
        baseVersion: 1,
        edits: [{ do: 'set', kind: 'criteria', id: 'hasHouse', path: ['rule'], value: 'true' }],
      },
    }),
    own: ['policy/no-such-part', 'policy/draft-changed', 'policy/draft-not-open'],
  },
  'POST /api/policy/drafts/:id/rebase': {
    fill: (side) => ({ ...draft(side), body: { baseVersion: 1 } }),
    own: ['policy/draft-changed', 'policy/draft-not-open'],
  },
  'POST /api/policy/drafts/:id/submit': {
    fill: acting,
    own: ['policy/draft-is-empty', 'policy/draft-has-errors', 'policy/draft-not-open'],
  },
  'POST /api/policy/drafts/:id/approve': { fill: acting, own: ['policy/draft-not-waiting'] },
  'POST /api/policy/drafts/:id/return': { fill: acting, own: ['policy/draft-not-waiting'] },
  'POST /api/policy/drafts/:id/withdraw': {
    fill: acting,
    own: ['policy/draft-changed', 'policy/draft-not-open'],
  },
};
