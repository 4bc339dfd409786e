// Probes of files that prove something.
import type { PlantedSide } from '#tests/world/plant.ts';
import type { Probe } from './probe.ts';

const file = { name: '证明.pdf', bytes: Buffer.from('%PDF-1.7') };
const ofHousehold = ({ households }: PlantedSide) => ({ params: { id: households[0] ?? '' } });
const ofFile = ({ others }: PlantedSide) => ({ params: { id: others.attachment ?? '' } });
const inPlace = ({ village, county }: PlantedSide) => [
  { params: { area: village } },
  { params: { area: county } },
];

export const attachmentProbes: Readonly<Record<string, Probe>> = {
  'GET /api/registry/households/:id/attachments': { fill: ofHousehold },
  'POST /api/registry/households/:id/attachments': {
    fill: (side) => ({ ...ofHousehold(side), file }),
  },
  'GET /api/registry/areas/:area/attachments': { fill: inPlace },
  'POST /api/registry/areas/:area/attachments': {
    fill: (side) => inPlace(side).map((filling) => ({ ...filling, file })),
  },
  'GET /api/registry/attachments/:id/file': { fill: ofFile },
  // Somebody else's: the use case was reached.
  'DELETE /api/registry/attachments/:id': { fill: ofFile, own: ['kernel/attachment-of-another'] },
};
