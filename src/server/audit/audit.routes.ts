// Doors of the audit trail.
import * as shapes from '#contract/audit.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { headsNow } from './heads-file.ts';
import { exportEntries, listEntries } from './list-entries.ts';
import { ownChains, startVerification } from './verification-job.ts';

export const auditRoutes: readonly Served[] = [
  serve(shapes.listEntries, listEntries),
  serve(shapes.exportEntries, exportEntries),
  serve(shapes.getHeads, async (context) =>
    headsNow(context.tx, { now: context.now, chains: await ownChains(context) }),
  ),
  serve(shapes.startVerification, startVerification),
];
