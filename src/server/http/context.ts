// What one request carries to a use case: who acts, what they may see, the moment, and the one
// transaction in which everything happens or nothing does. Time and ids are given here, so that no use
// case takes them from the air.
import type { Readable } from 'node:stream';
import type { Actor } from '#domain/access/actor.ts';
import type { Permission } from '#domain/access/permission.ts';
import type { Scope } from '#domain/access/scope.ts';
import type { AreaCode } from '#domain/kernel/area-code.ts';
import type { Id } from '#domain/kernel/id.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { type Language, Refusal, type RefusalKind } from '#domain/kernel/refusal.ts';
import type { Tx } from '#server/database/connect.ts';
import type { Platform } from '#server/platform.ts';

export interface UploadedFile {
  readonly fileName: string;
  readonly stream: Readable;
}

/** A file that streams while its transaction stays open; nothing is buffered whole. */
export interface Download {
  readonly fileName: string;
  readonly contentType: string;
  /** Seconds the reader's own browser may keep it; absent where it is asked for anew. */
  readonly keptSeconds?: number;
  readonly body: AsyncIterable<Uint8Array | string>;
}

/** Server-sent events: text that is sent on as it comes, after the transaction is over. */
export interface Events {
  readonly body: AsyncIterable<string>;
}

export interface AuditNote {
  /** Area of the act where it is narrower than the request's. */
  readonly area?: AreaCode;
  /** What was touched, as `household:<id>`. */
  readonly subject?: string;
  /** References and counts only, never a personal value. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Who acted, where the door is public. */
  readonly account?: string;
}

/** What was tried in vain; the account is the one that acted, where that is known. */
export interface RefusedAct extends AuditNote {
  readonly act: string;
}

/**
 * A refusal that undoes nothing: what the use case wrote before it, such as the count of wrong
 * passwords, is committed together with the act of having tried.
 */
export class KeptRefusal extends Refusal {
  readonly act: RefusedAct;

  constructor(kind: RefusalKind, act: RefusedAct) {
    super(kind);
    this.act = act;
  }
}

export interface PublicContext {
  readonly platform: Platform;
  readonly tx: Tx;
  /** Instant, ISO 8601 in UTC. */
  readonly now: string;
  /** Today in Asia/Shanghai, or the demonstration's today. */
  readonly today: PlainDate;
  readonly language: Language;
  readonly address: string;
  readonly device: string;
  /** Aborted when whoever asked has hung up: long reading stops then. */
  readonly gone: AbortSignal;
  /** Adds to the audit line of this request. */
  note(note: AuditNote): void;
  /** What the process has to do once everything is committed: to read again what it keeps in memory. */
  afterCommit(work: () => Promise<void>): void;
  newId(county: number): Id;
  setCookie(name: string, value: string | null, maxAgeSeconds: number): void;
}

export interface Context extends PublicContext {
  readonly actor: Actor;
  readonly scope: Scope;
  /** The area the request named, checked to lie inside the jurisdiction; else the actor's own. */
  readonly area: AreaCode;
  readonly token: string;
  readonly file: UploadedFile | undefined;
  may(permission: Permission): boolean;
}
