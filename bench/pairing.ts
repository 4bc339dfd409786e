// All registered households of the county paired anew with its helpers under every constraint: the job from the
// press of the button until the proposal stands, beside the least sum any pairing could have.
import type { Installation } from './installation.ts';
import { type Line, seconds, timed } from './measure.ts';

const county = '451226';
const goalSeconds = 60;
const goalShare = 0.02;

interface Proposal {
  readonly state: string;
  readonly households: number;
  readonly paired: number;
  readonly cost: number | null;
  readonly bound: number | null;
}

/** Nobody has a helper afterwards, nor ever had one: nothing is given back to who had it before. */
export async function measurePairing(installation: Installation): Promise<readonly Line[]> {
  await installation.asOwner(
    'truncate workforce_pairing cascade',
    'update workforce_helper set households = 0',
    'analyze workforce_pairing, workforce_helper',
  );
  const { platform } = installation.composed;
  const get = await installation.as('county');
  const post = await installation.asWriter('county');
  let id = '';
  const proposalOf = async () => (await get(`/api/workforce/proposals/${id}`)) as Proposal;
  const time = await timed(async () => {
    ({ id } = (await post('/api/workforce/proposals', { area: county })) as { id: string });
    do await platform.jobs.runOne();
    while ((await proposalOf()).state === 'computing');
  });
  const proposal = await proposalOf();
  const { cost, bound } = proposal;
  const above = cost === null || bound === null || bound === 0 ? null : cost / bound - 1;
  return [
    {
      what: `pairing: ${proposal.households.toLocaleString('en')} households, ${proposal.paired.toLocaleString('en')} of them given a helper`,
      goal: `≤ ${goalSeconds} s, within ${goalShare * 100} % of the bound`,
      measured: `${seconds(time)}, ${above === null ? 'no bound' : `${(above * 100).toFixed(2)} % above`}`,
      comparison: `${cost?.toFixed(0)} km beside ${bound?.toFixed(0)} km at least`,
      met: time <= goalSeconds * 1000 && above !== null && above <= goalShare,
    },
  ];
}
