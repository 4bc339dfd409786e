// A verification asked for in the browser, as a job: proves the chains of the asker's counties and
// leaves the report as the job's result.
import { z } from 'zod';
import type { startVerification as shape } from '#contract/audit.ts';
import { AuditHeads } from '#contract/audit.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { countyNumberOf } from '#domain/kernel/area-code.ts';
import type { Context } from '#server/http/context.ts';
import type { JobKind } from '#server/jobs/jobs.ts';
import type { Platform } from '#server/platform.ts';
import { isChainOf, keptHeads } from './heads-file.ts';
import { macWith } from './record-act.ts';
import { listHeads } from './seal.store.ts';
import { verifyAudit } from './verify-audit.ts';

const kind = 'audit.verify';

const Input = z.object({
  chains: z.array(z.number().int()),
  heads: AuditHeads.shape.heads,
});

export async function startVerification(
  context: Context,
  { body }: InputOf<typeof shape>,
): Promise<OutputOf<typeof shape>> {
  const { tx, actor, platform } = context;
  const kept = await keptHeads(platform.dataFolder);
  const heads = [...(body.heads?.heads ?? []), ...(kept?.heads ?? [])].filter((head) =>
    isChainOf(head.chain, actor.areas),
  );
  const chains = await ownChains(context);

  const job = await platform.jobs.enqueue(tx, {
    kind,
    areaCode: actor.area,
    account: actor.account,
    scope: context.scope,
    input: { chains: [...new Set([...chains, ...heads.map((head) => head.chain)])], heads },
    now: context.now,
  });
  context.note({ subject: `job:${job}`, facts: { heads: body.heads?.heads.length ?? 0 } });
  return { job };
}

/** The chains of the actor's counties, by number. */
export async function ownChains({ tx, actor }: Context): Promise<readonly number[]> {
  const heads = await listHeads(tx, undefined);
  const sealed = heads.map((head) => head.chain).filter((chain) => isChainOf(chain, actor.areas));
  // A county whose seals are all gone must still be looked at.
  const own = actor.areas.flatMap((area) => countyNumberOf(area) ?? []);
  return [...new Set([...sealed, ...own])];
}

export function verificationJob(platform: Platform): JobKind {
  return {
    kind,
    async run(work) {
      const { chains, heads } = Input.parse(work.input);
      await work.report({ done: 0, step: 'audit.verify' });
      // Entries of a chain belong together: the proof reads them all and tells only of the chain.
      return verifyAudit(platform.db, {
        mac: macWith(platform.secrets.auditKey),
        now: platform.clock.now(),
        chains,
        heads,
        onProgress: (done, total) => work.report({ done, total }),
      });
    },
  };
}
