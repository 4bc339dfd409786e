// One request from the wire to the answer, in one place and in this order: who is it, may they, what
// did they send, is the area theirs; then one transaction with the use case and its audit line; then
// the answer. It is not middleware, because order and transaction are the point: an error leaves
// nothing behind, and an answer is sent only after the commit.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { InputOf, RouteShape } from '#contract/route.ts';
import { type Actor, may, mayEnter, scopeOf } from '#domain/access/actor.ts';
import { everything, type Scope } from '#domain/access/scope.ts';
import { type AreaCode, areaCode, nation, parseAreaCode } from '#domain/kernel/area-code.ts';
import { type Language, type Refusal, refuse } from '#domain/kernel/refusal.ts';
import { recordAct } from '#server/audit/record-act.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import type { Platform } from '#server/platform.ts';
import {
  type AuditNote,
  type Context,
  type Download,
  type Events,
  KeptRefusal,
  type RefusedAct,
  type UploadedFile,
} from './context.ts';
import { hungUpOf } from './hung-up.ts';
import { rememberAnswer, rememberedAnswer } from './idempotency.store.ts';
import { problemsIn } from './input-problem.ts';
import * as refusals from './input-refusals.ts';
import { sendDownload, sendEvents } from './send-stream.ts';
import type { Served } from './serve.ts';

export const sessionCookie = 'bangfu_session';

export async function answerRequest(
  platform: Platform,
  served: Served,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { shape } = served;
  const token = tokenOf(request);
  const actor = await admit(platform, shape, request, token);
  const language = languageAsked(request) ?? actor?.language ?? 'zh';
  const input = parseInput(shape, request, language);
  const area = areaOf(shape, input, actor);
  const scope: Scope = actor === undefined ? everything : scopeOf(actor);
  const file = shape.kind === 'upload' ? await fileOf(request) : undefined;
  let note: AuditNote = {};
  const later: (() => Promise<void>)[] = [];
  const now = platform.clock.now();
  const record = (tx: Tx, act: RefusedAct) =>
    recordAct(tx, platform.secrets.auditKey, {
      id: platform.newId(0),
      at: platform.clock.recordedAt(),
      account: actor?.account ?? act.account ?? null,
      act: act.act,
      area: act.area ?? area,
      subject: act.subject ?? '',
      facts: act.facts ?? {},
    });

  const answer = await inScope<Answer>(platform.db, scope, async (tx) => {
    const key = await idempotencyOf(platform, tx, shape, request, actor, input);
    if (key?.answered !== undefined) return key.answered;
    const context = contextOf(
      platform,
      request,
      reply,
      tx,
      actor,
      scope,
      area,
      token,
      file,
      now,
      language,
      (more) => {
        note = { ...note, ...more };
      },
      (work) => void later.push(work),
    );
    const result = await served.run(context, input).catch(keptRefusal);
    if (result instanceof KeptRefusal) {
      await record(tx, result.act);
      return { status: result.kind.status, body: undefined, refusal: result };
    }
    if (shape.audit !== null) await record(tx, { ...note, act: shape.audit });
    if (shape.kind === 'download') {
      const finish = await sendDownload(reply, result as Download);
      return { status: 200, body: undefined, finish };
    }
    if (shape.kind === 'events') {
      const { body } = result as Events;
      return { status: 200, body: undefined, finish: () => sendEvents(reply, body) };
    }
    const body = shape.output === undefined ? undefined : shape.output.parse(result);
    const status = body === undefined ? 204 : 200;
    if (key !== undefined)
      await rememberAnswer(tx, platform.secrets, { ...key, status, body, now });
    return { status, body };
  });
  for (const work of later) await work();
  if (answer.refusal !== undefined) throw answer.refusal;
  if (answer.finish !== undefined) return answer.finish();
  reply.code(answer.status);
  if (answer.replayed === true) reply.header('idempotency-replayed', 'true');
  await (answer.body === undefined ? reply.send() : reply.send(answer.body));
}

/** A refusal whose traces are to be committed before it is answered; any other goes on its way. */
function keptRefusal(error: unknown): KeptRefusal {
  if (error instanceof KeptRefusal) return error;
  throw error;
}

/** Who asks, and whether this door is theirs. Refuses before anything is read or parsed. */
async function admit(
  platform: Platform,
  shape: RouteShape,
  request: FastifyRequest,
  token: string,
): Promise<Actor | undefined> {
  if (shape.method !== 'GET') refuseForeignOrigin(request);
  if (shape.permission === 'public') return undefined;
  const session = token === '' ? undefined : await platform.authenticate(token);
  if (session === undefined) return refuse(refusals.signInNeeded);
  const { actor } = session;
  if (session.stage !== 'full' && shape.opens !== 'before-second-factor') {
    refuse(refusals.secondFactorNeeded);
  }
  if (session.mustChangePassword && shape.opens === undefined) {
    refuse(refusals.passwordChangeNeeded);
  }
  if (!may(actor, shape.permission)) {
    refuse(refusals.notPermitted, { permission: shape.permission });
  }
  return actor;
}

function parseInput(
  shape: RouteShape,
  request: FastifyRequest,
  language: Language,
): InputOf<RouteShape> {
  const parse = (part: 'params' | 'query' | 'body') => {
    const schema = shape[part];
    if (schema === undefined) return undefined;
    const sent = part === 'body' ? (request.body ?? {}) : request[part];
    const parsed = schema.safeParse(sent, { error: problemsIn(language) });
    if (parsed.success) return parsed.data;
    const problems = parsed.error.issues.map((issue) => ({
      path: [part, ...issue.path.map(String)].join('.'),
      problem: issue.message,
    }));
    const first = problems[0] ?? { path: part, problem: '' };
    return refuse(refusals.invalidInput, first, problems);
  };
  return {
    params: parse('params'),
    query: parse('query'),
    body: parse('body'),
  } as InputOf<RouteShape>;
}

/** The area the request names, which must lie inside the jurisdiction. */
function areaOf(shape: RouteShape, input: InputOf<RouteShape>, actor: Actor | undefined): AreaCode {
  const own = actor?.area ?? nation;
  const [part, name] = shape.area.split('.') as ['query' | 'params' | 'body', string | undefined];
  if (name === undefined) return own;
  const named = (input[part] as Record<string, unknown> | undefined)?.[name];
  if (named === undefined || named === '') return own;
  const code = parseAreaCode(String(named));
  if (code === undefined || (actor !== undefined && !mayEnter(actor, code))) {
    return refuse(refusals.outsideArea, { area: String(named) });
  }
  return areaCode(code);
}

function contextOf(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  tx: Tx,
  actor: Actor | undefined,
  scope: Scope,
  area: AreaCode,
  token: string,
  file: UploadedFile | undefined,
  now: string,
  language: Language,
  note: (note: AuditNote) => void,
  afterCommit: Context['afterCommit'],
): Context {
  return {
    platform,
    tx,
    now,
    today: platform.clock.today(),
    language,
    address: request.ip,
    gone: hungUpOf(reply),
    device: String(request.headers['user-agent'] ?? '').slice(0, 200),
    note,
    afterCommit,
    newId: platform.newId,
    setCookie(name, value, maxAge) {
      const secure = request.protocol === 'https';
      const options = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
      if (value === null) reply.clearCookie(name, options);
      else reply.setCookie(name, value, { ...options, maxAge });
    },
    // A public route's use case is typed without an actor and never sees this field.
    actor: actor as Actor,
    scope,
    area,
    token,
    file,
    may: (permission) => actor !== undefined && may(actor, permission),
  };
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** Of a download, which is under way already: lets its end go out. */
  readonly finish?: () => void | Promise<void>;
  readonly replayed?: boolean;
  readonly refusal?: Refusal;
}

async function idempotencyOf(
  { secrets }: Platform,
  tx: Tx,
  shape: RouteShape,
  request: FastifyRequest,
  actor: Actor | undefined,
  input: InputOf<RouteShape>,
): Promise<
  { account: string; key: string; route: string; digest: Buffer; answered?: Answer } | undefined
> {
  const header = request.headers['idempotency-key'];
  if (typeof header !== 'string' || shape.method === 'GET' || actor === undefined) return undefined;
  if (shape.kind === 'upload' || header.length === 0 || header.length > 200) return undefined;
  const route = `${shape.method} ${shape.path}`;
  // Keyed and sealed: what is sent and answered may hold a password or a person's name.
  const digest = secrets.hash('idempotency', `${route} ${JSON.stringify(input)}`);
  const key = { account: actor.account, key: header, route, digest };
  const before = await rememberedAnswer(tx, secrets, key);
  if (before === undefined) return key;
  if (!before.digest.equals(digest)) refuse(refusals.keyReused);
  return {
    ...key,
    answered: { status: before.status, body: before.body, replayed: true },
  };
}

async function fileOf(request: FastifyRequest): Promise<UploadedFile> {
  const part = request.isMultipart() ? await request.file() : undefined;
  if (part === undefined) return refuse(refusals.missingFile);
  return { fileName: part.filename, stream: part.file };
}

function tokenOf(request: FastifyRequest): string {
  const header = request.headers.authorization;
  if (header?.startsWith('Bearer ') === true) return header.slice(7);
  return request.cookies[sessionCookie] ?? '';
}

function refuseForeignOrigin(request: FastifyRequest): void {
  const { origin } = request.headers;
  if (origin === undefined || origin === 'null') return;
  const site = URL.canParse(origin) ? new URL(origin).host : '';
  if (site !== request.headers.host) refuse(refusals.foreignOrigin);
}

export function languageOf(request: FastifyRequest): Language {
  return languageAsked(request) ?? 'zh';
}

/**
 * What the page is read in, which may be another language than the account prefers: whoever presses the switch on
 * one device would else read headings in one and what the server words, books and files, in the other.
 */
function languageAsked(request: FastifyRequest): Language | undefined {
  const asked = String(request.headers['accept-language'] ?? '');
  if (/^\s*en\b/i.test(asked)) return 'en';
  return /^\s*zh\b/i.test(asked) ? 'zh' : undefined;
}
