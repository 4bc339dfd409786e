// Trying another line: a county and a province through the door as their officers do it, the trial
// beside the same statement written by hand, and how the time grows with the households.
import { scopeOfAreas } from '#domain/access/scope.ts';
import { applyChanges } from '#domain/insight/simulation/apply-changes.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import { simulate } from '#server/insight/simulation/simulate.ts';
import { viewOf } from '#server/insight/simulation/simulation-view.ts';
import { getSheetInForce } from '#server/targeting/sheet-in-force.ts';
import { type HandTrialRow, tryByHand } from './hand-trial.store.ts';
import type { Installation } from './installation.ts';
import { inTurn, type Line, ms, repeated, seconds } from './measure.ts';
import { province } from './province-register.ts';

const goals = { countyMs: 500, provinceMs: 4000, ratio: 1.5, growth: 2 } as const;
const tried = 62;
const query = `changes=${encodeURIComponent(JSON.stringify([{ kind: 'cutOff', value: tried }]))}`;

interface Counted {
  readonly households: number;
  readonly byArea: readonly {
    readonly code: string;
    readonly listed: { readonly households: number };
  }[];
  readonly enters: { readonly households: number };
}

export async function measureCountyTrial(installation: Installation): Promise<readonly Line[]> {
  const get = await installation.as('county');
  const address = `/api/insight/simulations?${query}`;
  const { households } = (await get(address)) as Counted;
  const { medianMs, p95Ms } = await repeated(() => get(address), { runs: 20, warmUp: 3 });
  return [
    {
      what: `county: another line tried on ${households.toLocaleString('en')} households, all groupings`,
      goal: `≤ ${goals.countyMs} ms`,
      measured: ms(medianMs),
      comparison: `median of 20, p95 ${ms(p95Ms)}, through the door`,
      met: medianMs <= goals.countyMs,
    },
  ];
}

export async function measureProvinceTrial(
  installation: Installation,
  rounds: number,
): Promise<readonly Line[]> {
  const { platform } = installation.composed;
  const get = await installation.as('province');
  const address = `/api/insight/simulations?${query}`;
  const { households } = (await get(address)) as Counted;
  const label = `province (${households.toLocaleString('en')} households)`;
  const door = await repeated(() => get(address), { runs: rounds, warmUp: 1 });

  const area = areaCode(province);
  const span = spanOf(area);
  const base = getSheetInForce(platform.packs, area, platform.clock.today()).pack;
  const line = base.sheets.values().next().value?.cutOff ?? 0;
  const inProvince = <Result>(work: (tx: Tx) => Promise<Result>) =>
    inScope(platform.db, scopeOfAreas([area], null), work);
  const compiled = () =>
    inProvince(async (tx) => {
      const variant = applyChanges(base, [{ kind: 'cutOff', value: tried }]);
      if (!variant.ok) throw new Error(variant.problems[0]?.message.en);
      const where = { spans: [span], digits: 4, margin: 1 };
      return viewOf(await simulate(base, variant.pack, { tx, where }));
    });
  const hand = () => inProvince((tx) => tryByHand(tx, { ...span, line, tried, digits: 4 }));

  compare(await compiled(), await hand());
  const { left, right, ratio } = await inTurn(rounds, compiled, hand);
  return [
    {
      what: `${label}: another line tried, all groupings`,
      goal: `≤ ${seconds(goals.provinceMs)}`,
      measured: seconds(door.medianMs),
      comparison: `median of ${rounds}, p95 ${seconds(door.p95Ms)}, through the door`,
      met: door.medianMs <= goals.provinceMs,
    },
    {
      what: `${label}: the compiled trial and its view`,
      goal: `≤ ${goals.ratio} × by hand`,
      measured: `${ratio.toFixed(2)} × (${seconds(left.medianMs)})`,
      comparison: `${seconds(right.medianMs)} by hand, same sums, median of ${rounds}`,
      met: ratio <= goals.ratio,
    },
    await growthOf(get, { address, households, medianMs: door.medianMs }),
  ];
}

/** A large county of the province, through the same door. */
async function growthOf(
  get: (address: string) => Promise<unknown>,
  whole: { readonly address: string; readonly households: number; readonly medianMs: number },
): Promise<Line> {
  const largest = async (address: string) => {
    const { byArea } = (await get(address)) as Counted;
    return byArea.toSorted((one, other) => other.listed.households - one.listed.households)[0]
      ?.code;
  };
  const city = await largest(whole.address);
  const part = `${whole.address}&area=${await largest(`${whole.address}&area=${city}`)}`;
  const { households } = (await get(part)) as Counted;
  const { medianMs } = await repeated(() => get(part), { runs: 15, warmUp: 3 });
  const times = whole.medianMs / medianMs;
  const rows = whole.households / households;
  const growth = times / rows;
  return {
    what: `from a county of ${households.toLocaleString('en')} to the province: time against households`,
    goal: `time grows ≤ ${goals.growth} × as fast as households`,
    measured: `${growth.toFixed(2)} ×`,
    comparison: `${rows.toFixed(0)} times the households, ${times.toFixed(0)} times the ${ms(medianMs)} of the county`,
    met: growth <= goals.growth,
  };
}

/** The bench stops where the two do not say the same. */
function compare(view: ReturnType<typeof viewOf>, rows: readonly HandTrialRow[]): void {
  const listed = 0;
  const byArea = rows.filter(({ mask }) => mask === 0b01111);
  const sum = (holds: (row: HandTrialRow) => boolean) =>
    byArea.filter(holds).reduce(
      (total, row) => ({
        households: total.households + row.households,
        persons: total.persons + row.persons,
      }),
      { households: 0, persons: 0 },
    );
  const enters = sum((row) => row.base !== listed && row.variant === listed);
  const after = sum((row) => row.variant === listed);
  const causes = rows
    .filter((row) => row.mask === 0b11011 && row.base !== listed && row.variant === listed)
    .reduce((total, row) => total + row.households, 0);
  const same = JSON.stringify([view.enters, view.variant.listed, view.enters.households]);
  const other = JSON.stringify([enters, after, causes]);
  if (same !== other || enters.households === 0)
    throw new Error(`the two trials differ: ${same} and by hand ${other}`);
}
