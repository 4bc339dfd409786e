// Sign-in, one's own account, and the accounts of one's area. A session begins at stage `password`
// where a second factor is on, and can do nothing but answer it until then.
import { z } from 'zod';
import { permissions, roles } from '#domain/access/permission.ts';
import { AreaCodeText, Bilingual, Cursor, IdText, Limit, PlainDateText, pageOf } from './page.ts';
import { route } from './route.ts';

/** The whole nation is the empty code. */
const AnyAreaCode = z.union([z.literal(''), AreaCodeText]);

export const NamedArea = z.object({
  code: z.string(),
  name: z.string(),
  /** nation, province, city, county, township, village, hamlet, group. */
  level: z.string(),
});
export type NamedArea = z.infer<typeof NamedArea>;

export const Username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/)
  .meta({
    description: '1 to 64 of a-z, 0-9, dot, hyphen, underscore; begins with a letter or digit',
  });

/** What was typed. Rules for a new password are the domain’s, so that each is refused in words. */
const TypedPassword = z.string().min(1).max(200);
const Code = z.string().trim().max(12).meta({ description: 'Six digits; spaces are ignored' });
const LanguageCode = z.enum(['zh', 'en']);
const Role = z.enum(roles);

export const Self = z.object({
  account: z.string(),
  username: z.string(),
  displayName: z.string(),
  title: z.string(),
  role: Role,
  permissions: z.array(z.enum(permissions)),
  /** Home area: the root of what one sees. */
  area: NamedArea,
  areas: z.array(NamedArea),
  /** True when only named households are seen, as a helper or a household does. */
  householdsOnly: z.boolean(),
  language: LanguageCode,
});
export type Self = z.infer<typeof Self>;

export const SessionStart = z.object({
  /** For `Authorization: Bearer`; the cookie is set beside it. */
  token: z.string(),
  stage: z.enum(['password', 'full']),
  mustChangePassword: z.boolean(),
  actor: Self,
});
export type SessionStart = z.infer<typeof SessionStart>;

export const signIn = route({
  method: 'POST',
  path: '/api/access/sessions',
  summary: 'Sign in with a name and a password',
  permission: 'public',
  area: 'none',
  audit: 'access.sign-in',
  body: z.object({ username: z.string().max(200), password: TypedPassword }),
  output: SessionStart,
});

export const answerSecondFactor = route({
  method: 'POST',
  path: '/api/access/sessions/second-factor',
  summary: 'Answer the second factor; the session gets a new token',
  permission: 'access.self',
  area: 'own',
  audit: 'access.second-factor',
  opens: 'before-second-factor',
  body: z.object({ code: Code }),
  output: SessionStart,
});

export const signOut = route({
  method: 'DELETE',
  path: '/api/access/sessions/current',
  summary: 'Sign out: end this session',
  permission: 'access.self',
  area: 'own',
  audit: 'access.sign-out',
  opens: 'before-second-factor',
});

export const Session = z.object({
  id: z.string(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  expiresAt: z.string(),
  /** What the browser said of itself. */
  device: z.string(),
  current: z.boolean(),
});
export type Session = z.infer<typeof Session>;

export const listOwnSessions = route({
  method: 'GET',
  path: '/api/access/sessions',
  summary: 'One’s own open sessions, the latest used first',
  permission: 'access.self',
  area: 'own',
  audit: null,
  opens: 'before-password-change',
  output: pageOf(Session),
});

export const endSession = route({
  method: 'DELETE',
  path: '/api/access/sessions/:id',
  summary: 'End another session of one’s own',
  permission: 'access.self',
  area: 'row',
  audit: 'access.session-end',
  opens: 'before-password-change',
  params: z.object({ id: z.string().regex(/^[0-9a-f]{32}$/) }),
});

export const Installation = z.object({
  demonstration: z.boolean(),
  today: PlainDateText,
  /** What everybody must know about the data shown here. */
  notes: z.array(Bilingual),
  version: z.string(),
  packs: z.array(z.object({ id: z.string(), version: z.string() })),
});

export const Me = Self.extend({
  stage: z.enum(['password', 'full']),
  mustChangePassword: z.boolean(),
  /** True when a second factor is on. */
  secondFactor: z.boolean(),
  installation: Installation,
});
export type Me = z.infer<typeof Me>;

export const getMe = route({
  method: 'GET',
  path: '/api/access/me',
  summary: 'Who is signed in, what they may do and see, and what this installation is',
  permission: 'access.self',
  area: 'own',
  audit: null,
  opens: 'before-second-factor',
  output: Me,
});

export const changePassword = route({
  method: 'PUT',
  path: '/api/access/me/password',
  summary: 'Change one’s own password; every other session ends',
  permission: 'access.self',
  area: 'own',
  audit: 'access.password-change',
  opens: 'before-password-change',
  body: z.object({ current: TypedPassword, next: TypedPassword }),
  output: z.object({ sessionsEnded: z.number().int() }),
});

export const setLanguage = route({
  method: 'PUT',
  path: '/api/access/me/language',
  summary: 'Choose the language of one’s screens',
  permission: 'access.self',
  area: 'own',
  audit: 'access.language',
  opens: 'before-second-factor',
  body: z.object({ language: LanguageCode }),
});

export const enrolSecondFactor = route({
  method: 'POST',
  path: '/api/access/me/second-factor',
  summary: 'Begin a second factor: a secret to scan, in force once a code confirms it',
  permission: 'access.self',
  area: 'own',
  audit: 'access.second-factor-enrol',
  body: z.object({ password: TypedPassword }),
  output: z.object({
    /** Base32, for typing. */
    secret: z.string(),
    /** otpauth:// address, for a QR code drawn in the browser. */
    uri: z.string(),
  }),
});

export const confirmSecondFactor = route({
  method: 'POST',
  path: '/api/access/me/second-factor/confirmation',
  summary: 'Put the second factor in force with a first code; every other session ends',
  permission: 'access.self',
  area: 'own',
  audit: 'access.second-factor-on',
  body: z.object({ code: Code }),
  output: z.object({ sessionsEnded: z.number().int() }),
});

export const removeSecondFactor = route({
  method: 'POST',
  path: '/api/access/me/second-factor/removal',
  summary: 'Take one’s own second factor away, with the password and a last code',
  permission: 'access.self',
  area: 'own',
  audit: 'access.second-factor-off',
  body: z.object({ password: TypedPassword, code: Code }),
});

export const Account = z.object({
  id: z.string(),
  version: z.number().int(),
  username: z.string(),
  displayName: z.string(),
  title: z.string(),
  role: Role,
  area: NamedArea,
  areas: z.array(NamedArea),
  households: z.array(z.string()).nullable(),
  language: LanguageCode,
  mustChangePassword: z.boolean(),
  secondFactor: z.boolean(),
  /** Instant until which sign-in is refused after too many wrong passwords. */
  lockedUntil: z.string().nullable(),
  disabledAt: z.string().nullable(),
  createdAt: z.string(),
  lastSeenAt: z.string().nullable(),
});
export type Account = z.infer<typeof Account>;

export const listAccounts = route({
  method: 'GET',
  path: '/api/access/accounts',
  summary: 'Accounts of one’s area by area and name',
  permission: 'access.manage',
  area: 'query.area',
  audit: null,
  query: z.object({
    area: AreaCodeText.optional(),
    role: Role.optional(),
    /** Beginning of the username. */
    username: z.string().max(64).optional(),
    state: z.enum(['open', 'disabled', 'locked']).optional(),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
  output: pageOf(Account),
});

export const getAccount = route({
  method: 'GET',
  path: '/api/access/accounts/:id',
  summary: 'One account of one’s area',
  permission: 'access.manage',
  area: 'row',
  audit: null,
  params: z.object({ id: IdText }),
  output: Account,
});

const AccountFields = z.object({
  displayName: z.string().trim().min(1).max(60),
  title: z.string().trim().max(60),
  role: Role,
  /** Home area. */
  area: AnyAreaCode,
  /** What the account may see; the home area alone when absent. */
  areas: z.array(AnyAreaCode).min(1).max(50).optional(),
  /** Only these households, for a helper or a household. */
  households: z.array(IdText).max(200).nullable().optional(),
});

/** An account with a password that is shown this once and must be changed at the first sign-in. */
export const AccountWithPassword = z.object({ account: Account, password: z.string() });

export const createAccount = route({
  method: 'POST',
  path: '/api/access/accounts',
  summary: 'Open an account in one’s area, with a role not above one’s own',
  permission: 'access.manage',
  area: 'body.area',
  audit: 'access.account-create',
  body: AccountFields.extend({
    username: Username,
    title: z.string().trim().max(60).default(''),
    language: LanguageCode.default('zh'),
  }),
  output: AccountWithPassword,
});

export const updateAccount = route({
  method: 'PATCH',
  path: '/api/access/accounts/:id',
  summary: 'Change an account; `version` is the one the change was based on',
  permission: 'access.manage',
  area: 'row',
  audit: 'access.account-update',
  params: z.object({ id: IdText }),
  body: AccountFields.partial().extend({ version: z.number().int() }),
  output: Account,
});

export const setAccountState = route({
  method: 'PUT',
  path: '/api/access/accounts/:id/state',
  summary: 'Disable an account and end its sessions, or open it again',
  permission: 'access.manage',
  area: 'row',
  audit: 'access.account-state',
  params: z.object({ id: IdText }),
  body: z.object({ version: z.number().int(), disabled: z.boolean() }),
  output: Account,
});

export const resetPassword = route({
  method: 'POST',
  path: '/api/access/accounts/:id/password',
  summary: 'Give an account a new password, shown this once; its sessions end',
  permission: 'access.manage',
  area: 'row',
  audit: 'access.password-reset',
  params: z.object({ id: IdText }),
  output: AccountWithPassword,
});

export const unlockAccount = route({
  method: 'POST',
  path: '/api/access/accounts/:id/unlocking',
  summary: 'Lift the lock that too many wrong passwords set',
  permission: 'access.manage',
  area: 'row',
  audit: 'access.account-unlock',
  params: z.object({ id: IdText }),
  output: Account,
});

export const resetSecondFactor = route({
  method: 'POST',
  path: '/api/access/accounts/:id/second-factor/removal',
  summary: 'Take away the second factor of somebody who lost it; their sessions end',
  permission: 'access.manage',
  area: 'row',
  audit: 'access.second-factor-reset',
  params: z.object({ id: IdText }),
  output: Account,
});

export const getSetup = route({
  method: 'GET',
  path: '/api/access/setup',
  summary: 'Whether this system is empty and waits for its administrator',
  permission: 'public',
  area: 'none',
  audit: null,
  output: z.object({ needed: z.boolean() }),
});

export const setUp = route({
  method: 'POST',
  path: '/api/access/setup',
  summary: 'The first visit of an empty system creates its administrator and signs in',
  permission: 'public',
  area: 'none',
  audit: 'access.setup',
  body: z.object({
    username: Username,
    password: TypedPassword,
    displayName: z.string().trim().min(1).max(60),
    language: LanguageCode.default('zh'),
  }),
  output: SessionStart,
});
