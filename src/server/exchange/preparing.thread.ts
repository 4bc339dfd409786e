// The preparing thread of a run: seals households and writes them out as lines for COPY, while the run
// itself reads on and the database stores the households before them.
import { parentPort, workerData } from 'node:worker_threads';
import { takeOver } from '#server/access/secrets.ts';
import { idMaker } from '#server/kernel/id-maker.ts';
import { prepareHousehold } from './prepare-households.ts';
import type { PreparingAnswer, PreparingBatch, PreparingData } from './preparing-thread.ts';

const { secrets, ...stated } = workerData as PreparingData;
const recordedAt = Date.parse(stated.signed.recordedAt);
const context = { ...stated, secrets: takeOver(secrets), newId: idMaker(() => recordedAt) };

parentPort?.on('message', ({ batch, households }: PreparingBatch) => {
  const answer: PreparingAnswer = {
    batch,
    prepared: households.map(({ household, householdNo }) =>
      prepareHousehold(household, householdNo, context),
    ),
  };
  parentPort?.postMessage(answer);
});
