// The process that solves one pairing and ends: it computes without a pause, and its memory goes with it.
import { type PairingTask, solvePairing } from './solve-pairing.ts';

process.on('disconnect', () => process.exit(1));

process.once('message', (task: PairingTask) => {
  solvePairing(task)
    .then((solved) => ({ solved }))
    .catch((error: unknown) => ({ failed: error instanceof Error ? `${error.stack}` : `${error}` }))
    .then(
      (answer) => process.send?.(answer, () => process.exit(0)),
      () => process.exit(1),
    );
});
