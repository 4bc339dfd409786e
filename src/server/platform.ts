// The real things one process holds, made in compose.ts and handed to everything else.
import type { Actor } from '#domain/access/actor.ts';
import type { Id } from '#domain/kernel/id.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Secrets } from '#server/access/secrets.ts';
import type { HouseholdSource } from '#server/casework/household-source.ts';
import type { StepGuard } from '#server/casework/step-guard.ts';
import type { Db } from '#server/database/connect.ts';
import type { Jobs } from '#server/jobs/jobs.ts';
import type { Note } from '#server/kernel/setting.store.ts';
import type { PackLibrary } from '#server/policy/pack-library.ts';
import type { MergePart } from '#server/registry/duplicates/merge-part.ts';
import type { ReadGuard } from '#server/registry/read-guard.ts';

export interface Clock {
  /** Instant, ISO 8601 in UTC. */
  now(): string;
  /** Instant of the machine, at which the audit trail says something was written; `now` apart from a demonstration's first start. */
  recordedAt(): string;
  today(): PlainDate;
}

export interface Platform {
  readonly db: Db;
  readonly engine: { readonly engine: string; readonly version: string };
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly jobs: Jobs;
  readonly packs: PackLibrary;
  /** What capabilities above hold against outcomes of steps. */
  readonly stepGuards?: readonly StepGuard[];
  /** Households that capabilities above know of, for whoever begins something for them. */
  readonly householdSources?: readonly HouseholdSource[];
  /** What capabilities above hold against somebody reading a household whole. */
  readonly readGuards?: readonly ReadGuard[];
  /** What capabilities above have to do with two households that become one. */
  readonly mergeParts?: readonly MergePart[];
  readonly dataFolder: string;
  readonly version: string;
  /** True where identity numbers of the reserved area code are accepted. */
  readonly demonstration: boolean;
  /** What the screens say of the demonstration; empty elsewhere. */
  readonly notes: readonly Note[];
  newId(county: number): Id;
  /** The actor behind a session token, or undefined. `stage` tells what the session may do yet. */
  authenticate(token: string): Promise<Authenticated | undefined>;
  /** Reads again what this installation is, after it was changed. */
  reloadSettings(): Promise<void>;
}

export interface Authenticated {
  readonly actor: Actor;
  readonly stage: 'password' | 'full';
  readonly mustChangePassword: boolean;
}
