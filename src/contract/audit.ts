// The audit trail: who did what where, sealed into one chain per county, and the proof that nothing
// was changed, removed, reordered or cut off since.
import { z } from 'zod';
import { AreaCodeText, Bilingual, Cursor, IdText, Limit, PlainDateText, pageOf } from './page.ts';
import { route } from './route.ts';

export const AuditEntry = z.object({
  id: z.string(),
  at: z.string(),
  /** Null for a visit without a session. */
  account: z
    .object({ id: z.string(), username: z.string(), displayName: z.string(), role: z.string() })
    .nullable(),
  /** `capability.act`, a key of the message catalogue. */
  act: z.string(),
  areaCode: z.string(),
  areaName: z.string(),
  /** What was touched, as `household:<id>`; empty where the act is about no one thing. */
  subject: z.string(),
  /** References and counts, never a personal value. */
  facts: z.record(z.string(), z.unknown()),
  /** Codes of a pack among them in words, and by id what things are called that the reader may look up. */
  names: z.record(z.string(), Bilingual),
  /** Null until the sealer has been by. */
  seal: z.object({ chain: z.number().int(), number: z.number().int() }).nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

const EntryFilter = z.object({
  area: AreaCodeText.optional(),
  /** A whole act, or a capability with its dot: `registry.`. */
  act: z.string().max(60).optional(),
  account: IdText.optional(),
  /** A whole subject, or a kind with its colon: `household:`. */
  subject: z.string().max(100).optional(),
  /** First day, in Asia/Shanghai. */
  from: PlainDateText.optional(),
  /** Last day, included. */
  to: PlainDateText.optional(),
});

export const listEntries = route({
  method: 'GET',
  path: '/api/audit/entries',
  summary: 'Acts in one’s area, newest first',
  permission: 'audit.read',
  area: 'query.area',
  audit: null,
  query: EntryFilter.extend({ cursor: Cursor.optional(), limit: Limit }),
  output: pageOf(AuditEntry),
});

export const exportEntries = route({
  method: 'GET',
  path: '/api/audit/entries/export',
  summary: 'The same acts as a CSV file, with digests and seals',
  permission: 'audit.read',
  area: 'query.area',
  audit: 'audit.export',
  query: EntryFilter,
  kind: 'download',
});

export const AuditHead = z.object({
  /** Registration county as a number; 0 for acts above a county. */
  chain: z.number().int(),
  /** Code of the county; empty for acts above one. */
  area: z.string(),
  number: z.number().int(),
  /** Hexadecimal. */
  hash: z.string(),
  sealedAt: z.string(),
});

/** What is exported and kept elsewhere: a chain cut off later no longer reaches it. */
export const AuditHeads = z.object({
  format: z.literal('bangfu-audit-heads'),
  exportedAt: z.string(),
  heads: z.array(AuditHead),
});
export type AuditHeads = z.infer<typeof AuditHeads>;

export const getHeads = route({
  method: 'GET',
  path: '/api/audit/heads',
  summary: 'The last seal of each chain of one’s counties, to keep outside this system',
  permission: 'audit.verify',
  area: 'own',
  audit: null,
  output: AuditHeads,
});

export const AuditFinding = z.object({
  chain: z.number().int(),
  /** Position in the chain; null where the row is in none. */
  number: z.number().int().nullable(),
  entry: z.string().nullable(),
  kind: z.enum([
    'changed', // an entry is not what was sealed
    'removed', // an entry or its seal is gone
    'reordered', // seals hold one another's entries
    'seal-changed', // a seal was rewritten
    'cut-off', // the chain no longer reaches a head that was exported
    'unaccounted', // an entry with neither seal nor place in the queue
    'misplaced', // an entry stands in another county's chain
  ]),
  message: Bilingual,
});
export type AuditFinding = z.infer<typeof AuditFinding>;

/** Result of a verification; also what `bangfu audit verify --json` prints. */
export const AuditReport = z.object({
  sound: z.boolean(),
  checkedAt: z.string(),
  entries: z.number().int(),
  seals: z.number().int(),
  chains: z.number().int(),
  /** Acts of the last moments that wait for the sealer. */
  unsealed: z.number().int(),
  headsCompared: z.number().int(),
  findings: z.array(AuditFinding),
  /** Findings beyond the first thousand are only counted. */
  findingsTotal: z.number().int(),
});
export type AuditReport = z.infer<typeof AuditReport>;

export const startVerification = route({
  method: 'POST',
  path: '/api/audit/verifications',
  summary: 'Prove the chains of one’s counties as a job; its result is an AuditReport',
  permission: 'audit.verify',
  area: 'own',
  audit: 'audit.verify',
  body: z.object({
    /** Heads exported earlier, to find chains that were cut off since. */
    heads: AuditHeads.optional(),
  }),
  output: z.object({ job: z.string() }),
});
