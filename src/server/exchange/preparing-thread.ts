// Households are made ready in a thread of their own where a file has many: reading them and sealing
// them are two halves of the work, and neither waits for the other. A few are made ready as they are
// stored; a thread would cost more than it saves.
import { Worker } from 'node:worker_threads';
import type { AssembledHousehold, HouseholdOutcome } from '#domain/exchange/assemble-household.ts';
import { type HandedSecrets, handOver } from '#server/access/secrets.ts';
import { ownEntry } from '#server/kernel/own-entry.ts';
import type { PreparedHousehold, StoreContext } from './prepare-households.ts';
import type { ReadHousehold } from './store-households.ts';

interface Unprepared {
  readonly household: AssembledHousehold;
  readonly householdNo: string;
}

export type PreparingData = Omit<StoreContext, 'secrets' | 'newId'> & {
  readonly secrets: HandedSecrets;
};

export interface PreparingBatch {
  readonly batch: number;
  readonly households: readonly Unprepared[];
}

export interface PreparingAnswer {
  readonly batch: number;
  readonly prepared: readonly PreparedHousehold[];
}

export interface Preparer {
  /** The household as it is stored later, its rows made ready where that pays. */
  take(outcome: HouseholdOutcome): Promise<ReadHousehold>;
  /** Sends what was taken last, so that nobody waits for a batch to fill. */
  flush(): void;
  close(): Promise<void>;
}

/** For a register that knows some of the households already: none is made ready beforehand. */
export const unprepared: Preparer = {
  take: async (outcome) => outcome,
  flush: () => undefined,
  close: async () => undefined,
};

/** So many households are stored as they come before a thread is worth its start. */
const threadFrom = 400;
const batchHouseholds = 100;

interface Waiting {
  resolve(prepared: readonly PreparedHousehold[]): void;
  reject(error: Error): void;
}

export function threadedPreparer(context: StoreContext): Preparer {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let failure: Error | undefined;
  let taken = 0;
  let batch = 0;
  let filling: Unprepared[] = [];
  let answer: Promise<readonly PreparedHousehold[]> | undefined;

  function fail(error: Error): void {
    failure ??= error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  function started(): Worker {
    if (worker !== undefined) return worker;
    worker = startThread(context);
    worker.on('message', ({ batch: done, prepared }: PreparingAnswer) => {
      waiting.get(done)?.resolve(prepared);
      waiting.delete(done);
    });
    worker.on('error', fail);
    worker.on('exit', (status) => fail(new Error(`the preparing thread ended with ${status}`)));
    return worker;
  }

  function flush(): void {
    if (filling.length > 0) {
      const sent: PreparingBatch = { batch, households: filling };
      if (failure === undefined) started().postMessage(sent);
    }
    batch += 1;
    filling = [];
    answer = undefined;
  }

  return {
    take(outcome) {
      const number = outcome.household?.values.householdNo;
      taken += 1;
      if (outcome.household === undefined || typeof number !== 'string') {
        return Promise.resolve(outcome);
      }
      if (taken <= threadFrom) return Promise.resolve(outcome);
      answer ??= new Promise((resolve, reject) => {
        if (failure === undefined) waiting.set(batch, { resolve, reject });
        else reject(failure);
      });
      // Whoever stores the household hears of the failure; nobody else has to.
      answer.catch(() => undefined);
      const place = filling.push({ household: outcome.household, householdNo: number }) - 1;
      const ready = answer.then((all) => ({ ...outcome, prepared: all[place] }));
      ready.catch(() => undefined);
      if (filling.length >= batchHouseholds) flush();
      return ready;
    },
    flush,
    async close() {
      worker?.removeAllListeners('exit');
      await worker?.terminate();
    },
  };
}

/** Beside the run's own memory; all of the process stays under 512 MB. */
const resourceLimits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 32 };

function startThread({ secrets, newId: _, ...stated }: StoreContext): Worker {
  const data: PreparingData = { ...stated, secrets: handOver(secrets) };
  const source = new URL('./preparing.thread.ts', import.meta.url);
  const { file, isBuilt } = ownEntry(source);
  if (isBuilt) return new Worker(file, { workerData: data, execArgv: [], resourceLimits });
  // A thread does not hear that its process translates TypeScript, so it is told first.
  const translator = import.meta.resolve('tsx/esm/api');
  const opening = `import { register } from ${JSON.stringify(translator)}; register(); await import(${JSON.stringify(source.href)});`;
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(opening)}`), {
    workerData: data,
    execArgv: [],
    resourceLimits,
  });
}
