// How many sources stand behind a value, and whether they agree. Two entries are independent where they
// are of different kinds, or where different people were asked: the same neighbour twice is one source.
// The register's own value is the source it came from. A value with fewer than two is marked single-source.
import { type EventValue, sameValue } from '#domain/registry/event.ts';

export interface SourceEntry {
  readonly entry: string;
  /** Kind of verification, such as `telephoneCheck`. */
  readonly method: string;
  /** Who or what was asked: tells two answers of one kind apart. */
  readonly informant: string;
  readonly on: string;
  readonly by: string;
  readonly value: EventValue;
}

export interface Datum {
  readonly field: string;
  readonly person: string | null;
  readonly registered: EventValue;
  readonly origin: string;
}

export type DatumStanding = 'singleSource' | 'agreed' | 'disputed' | 'unknown';

export interface DatumSources extends Datum {
  readonly entries: readonly SourceEntry[];
  /** Independent sources that say what the register says, the register's own included. */
  readonly agreeing: number;
  readonly differing: number;
  readonly standing: DatumStanding;
}

export function sourcesOf(datum: Datum, entries: readonly SourceEntry[]): DatumSources {
  const latest = new Map<string, SourceEntry>();
  for (const entry of entries) {
    // What somebody says later, asked again, replaces it; a question asked twice is its own source.
    latest.set(`${entry.method} ${entry.informant}`, entry);
  }
  const said = [...latest.values()];
  const agreeing = said.filter(({ value }) => sameValue(value, datum.registered)).length;
  const differing = said.length - agreeing;
  const known = datum.registered !== null;
  const own = known ? 1 : 0;
  return {
    ...datum,
    entries,
    agreeing: agreeing + own,
    differing,
    standing: standingOf({ known, agreeing: agreeing + own, differing }),
  };
}

function standingOf({
  known,
  agreeing,
  differing,
}: {
  readonly known: boolean;
  readonly agreeing: number;
  readonly differing: number;
}): DatumStanding {
  if (differing > 0) return 'disputed';
  if (!known) return 'unknown';
  return agreeing >= 2 ? 'agreed' : 'singleSource';
}

export interface VerificationStanding {
  readonly passes: boolean;
  readonly singleSource: number;
  readonly disputed: number;
  readonly agreed: number;
  /** Kinds of the pack's set that were done, of all it names. */
  readonly done: readonly string[];
  readonly missing: readonly string[];
  readonly isKin: boolean;
  /** Independent second scores. */
  readonly secondScores: number;
}

/**
 * Whether the verification may be called agreeing: no value is disputed, and the household of a cadre's
 * kin has a second score by a team that did not know the first.
 */
export function verificationStanding(asked: {
  readonly data: readonly DatumSources[];
  readonly methods: readonly string[];
  readonly done: ReadonlySet<string>;
  readonly isKin: boolean;
  readonly secondScores: number;
}): VerificationStanding {
  const count = (standing: DatumStanding) =>
    asked.data.filter((datum) => datum.standing === standing).length;
  const disputed = count('disputed');
  return {
    passes: disputed === 0 && (!asked.isKin || asked.secondScores > 0),
    singleSource: count('singleSource'),
    disputed,
    agreed: count('agreed'),
    done: asked.methods.filter((method) => asked.done.has(method)),
    missing: asked.methods.filter((method) => !asked.done.has(method)),
    isKin: asked.isKin,
    secondScores: asked.secondScores,
  };
}
