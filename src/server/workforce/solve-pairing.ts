// Solves a pairing with HiGHS, a linear programming library compiled to WebAssembly. It computes for
// seconds without a pause, so the server asks for it in a process of its own.
import highs from 'highs';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { costOf, type FitHelper, type FitHousehold, fitOf } from '#domain/workforce/pair-fit.ts';
import {
  type Kin,
  type ModelHelper,
  type ModelPair,
  pairingModel,
  pairsOfFlows,
} from '#domain/workforce/pairing-model.ts';
import {
  extend,
  firstProgram,
  flowsOf,
  leftOver,
  programText,
} from '#domain/workforce/pairing-program.ts';
import { positionsOf } from '#domain/workforce/place-positions.ts';
import type { QuotaRule } from '#domain/workforce/quota.ts';

export interface PairingTask {
  readonly helpers: readonly ModelHelper[];
  readonly households: readonly FitHousehold[];
  readonly kin: readonly Kin[];
  readonly quota: QuotaRule | undefined;
  readonly today: PlainDate;
  readonly outlines: readonly { readonly code: string; readonly geometry: unknown }[];
}

export interface SolvedPairing {
  readonly pairs: readonly ModelPair[];
  /** Sum over the pairs that were not given back to who had them, in kilometres. */
  readonly cost: number;
  /** The least that any pairing of them could have. */
  readonly bound: number;
  readonly rounds: number;
}

const mostRounds = 60;

/** What is used of the library; its types are written for the other module system. */
interface Solver {
  solve(
    program: string,
    options: { readonly output_flag: boolean },
  ): {
    readonly Status: string;
    readonly ObjectiveValue: number;
    readonly Columns: Readonly<Record<string, { readonly Primal?: number }>>;
    readonly Rows: readonly { readonly Name: string; readonly Dual?: number }[];
  };
}
const loadSolver = highs as unknown as () => Promise<Solver>;

export async function solvePairing(task: PairingTask): Promise<SolvedPairing> {
  const solver = await loadSolver();
  const { helpers, households, kin, quota, today, outlines } = task;
  const rules = { quota, today, isKin: () => false, positionOf: positionsOf(outlines) };
  const measure = (helper: FitHelper, household: FitHousehold) => fitOf(helper, household, rules);
  const model = pairingModel({ helpers, households, kin, fitOf: measure });
  const program = firstProgram(model);
  // Everybody goes back to who had them, or nobody has room: the solver refuses a program without columns.
  if (program.columns.length === 0) return { pairs: model.kept, cost: 0, bound: 0, rounds: 0 };
  let rounds = 0;
  for (;;) {
    rounds += 1;
    const solution = solver.solve(programText(model, program), { output_flag: false });
    if (solution.Status !== 'Optimal') {
      throw new Error(`the solver ended without a pairing: ${solution.Status}`);
    }
    const priceOf = new Map(
      solution.Rows.map((row): [string, number] => [row.Name, row.Dual ?? 0]),
    );
    const prices = {
      ofGroup: model.groups.map((_, at) => priceOf.get(`g${at}`) ?? 0),
      ofKind: model.kinds.map((_, at) => priceOf.get(`k${at}`) ?? 0),
    };
    if (rounds < mostRounds && extend(model, program, prices)) continue;

    const flows = flowsOf(program.columns, (name) => solution.Columns[name]?.Primal ?? 0);
    const shared = pairsOfFlows(model, flows);
    const waiting = model.groups.reduce((sum, group) => sum + group.households.length, 0);
    const left = waiting - flows.reduce((sum, flow) => sum + flow.households, 0);
    return {
      pairs: [...model.kept, ...shared],
      cost: costOfPairs(task, shared, measure),
      bound: solution.ObjectiveValue - left * leftOver,
      rounds,
    };
  }
}

/** Summed from the pairs themselves, not from the flows, so that a wrong share would show. */
function costOfPairs(
  { helpers, households }: PairingTask,
  pairs: readonly ModelPair[],
  measure: (helper: FitHelper, household: FitHousehold) => ReturnType<typeof fitOf>,
): number {
  const helperOf = new Map(helpers.map((one) => [one.id, one]));
  const householdOf = new Map(households.map((one) => [one.id, one]));
  return pairs.reduce((sum, pair) => {
    const helper = helperOf.get(pair.helper);
    const household = householdOf.get(pair.household);
    if (helper === undefined || household === undefined) return sum;
    return sum + costOf({ ...measure(helper, household), before: false });
  }, 0);
}
