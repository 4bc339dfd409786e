// The one place for the numbers of sign-in. They are choices of this product for security, not rules
// of law: OWASP's password storage and authentication cheat sheets are where they come from.
// Refuses nothing itself; throttle.ts and password-rule.ts apply them.

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

export const sessionLimits = {
  /** A session unused for so long is over. */
  idleSeconds: 12 * hour,
  /** And after so long even when it is used every day. */
  absoluteSeconds: 7 * day,
  /** Last use is written at most this often, so that reading does not write. */
  touchSeconds: minute,
  /** A session that still waits for its second factor. */
  secondFactorSeconds: 10 * minute,
  /** Opening one more ends the one unused the longest. */
  perAccount: 20,
} as const;

export const passwordLimits = { lengthMin: 10, lengthMax: 200 } as const;

/** Argon2id, the second of OWASP's recommended settings: 19 MiB, two passes, one lane. */
export const passwordHashing = { memoryKibibytes: 19_456, passes: 2, lanes: 1 } as const;

export interface FailureLimit {
  readonly failures: number;
  readonly withinSeconds: number;
  /** How long sign-in is refused, counted from the last failure. */
  readonly waitSeconds: number;
}

/** Of one username, whether or not it exists. The longest wait that applies is the one that holds. */
export const failuresPerAccount: readonly FailureLimit[] = [
  { failures: 5, withinSeconds: 15 * minute, waitSeconds: 15 * minute },
  { failures: 15, withinSeconds: day, waitSeconds: 2 * hour },
];

/** Of one network address: a whole office may share one, so it is allowed more. */
export const failuresPerAddress: readonly FailureLimit[] = [
  { failures: 60, withinSeconds: 15 * minute, waitSeconds: 15 * minute },
];

/** Failures older than this count no more and are swept away. */
export const failuresKeptSeconds = day;

/** RFC 6238 with what every authenticator application can do; one step of clock drift either way. */
export const secondFactorShape = { digits: 6, periodSeconds: 30, window: 1 } as const;
