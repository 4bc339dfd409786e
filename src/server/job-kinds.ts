// Every kind of long work the server knows. A kind registers here once; the rest is in its capability.
import { printJob } from './assistance/print-job.ts';
import { verificationJob } from './audit/verification-job.ts';
import { batchJob } from './casework/batch-job.ts';
import { campaignJob } from './casework/campaign-job.ts';
import { importJob } from './exchange/import-job.ts';
import { checkListJob, postListJob } from './funds/list-jobs.ts';
import { lookJob } from './funds/look.ts';
import { layerJob } from './insight/layers/layer-job.ts';
import type { Platform } from './platform.ts';
import { duplicatesJob } from './registry/duplicates/search-duplicates.ts';
import { compareListJob } from './targeting/comparison/compare-list.ts';
import { scoreAreaJob } from './targeting/score-area.ts';
import { pairingJob } from './workforce/propose.ts';

export function registerJobs(platform: Platform): void {
  platform.jobs.register(verificationJob(platform));
  platform.jobs.register(importJob(platform));
  platform.jobs.register(batchJob(platform));
  platform.jobs.register(scoreAreaJob(platform));
  platform.jobs.register(compareListJob(platform));
  platform.jobs.register(pairingJob(platform));
  platform.jobs.register(printJob(platform));
  platform.jobs.register(campaignJob(platform));
  platform.jobs.register(checkListJob(platform));
  platform.jobs.register(postListJob(platform));
  platform.jobs.register(lookJob(platform));
  platform.jobs.register(duplicatesJob(platform));
  platform.jobs.register(layerJob(platform));
}
