// Codes of a pack among what an act noted, in words: steps and outcomes, posts, methods, sheets. Who reads the
// trail reads "comparison of lists", not `comparison`; the row itself keeps the code.
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';

/** Facts that hold codes of a pack, by capability; where a capability has both, what is no code is not found. */
const coded: Readonly<Record<string, readonly string[]>> = {
  access: ['office'],
  casework: ['process', 'step', 'outcome', 'end', 'item', 'question'],
  targeting: ['sheet', 'kind'],
  workforce: ['post', 'pledge', 'rank'],
  supervision: ['method', 'design'],
  registry: ['set', 'field', 'columns'],
  funds: ['code'],
  monitoring: ['state'],
  insight: ['chart', 'indicator'],
  publicity: ['step'],
};

/** Things that are rows of a pack, by what they are called in a subject. */
const subjects: ReadonlySet<string> = new Set(['rule']);

export interface NotedAct {
  readonly act: string;
  readonly subject: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface Rules {
  /** Searched in turn: those in force where the act was done. */
  readonly packs: readonly ResolvedPack[];
  readonly titleOfPack: (id: string) => Bilingual | undefined;
}

/** By code. */
export function namesOfFacts(
  { packs, titleOfPack }: Rules,
  { act, subject, facts }: NotedAct,
): Record<string, Bilingual> {
  const [capability = ''] = act.split('.');
  const [kind = '', id = ''] = subject.split(':');
  const codes = (coded[capability] ?? []).flatMap((fact) => codesIn(facts[fact]));
  const all = subjects.has(kind) ? [...codes, id] : codes;
  const found: Record<string, Bilingual> = {};
  for (const code of all) {
    const title = titleIn(packs, facts.process, code);
    if (title !== undefined) found[code] = title;
  }
  for (const pack of codesIn(facts.pack)) {
    const title = titleOfPack(pack);
    if (title !== undefined) found[pack] = title;
  }
  return found;
}

function codesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** Two processes may name a step alike, so that the act's own is looked into first. */
function titleIn(
  packs: readonly ResolvedPack[],
  process: unknown,
  code: string,
): Bilingual | undefined {
  for (const { rows } of packs) {
    const own = rows.processes.find(({ row }) => row.id === process)?.row;
    const places = [
      own,
      ...Object.values(rows)
        .flat()
        .map(({ row }) => row),
    ];
    for (const place of places) {
      const title = titleOf(place, code);
      if (title !== undefined) return title;
    }
  }
  return undefined;
}

function titleOf(place: unknown, code: string): Bilingual | undefined {
  if (typeof place !== 'object' || place === null) return undefined;
  if (isNamed(place, code)) return place.title;
  for (const part of Object.values(place)) {
    const title = titleOf(part, code);
    if (title !== undefined) return title;
  }
  return undefined;
}

function isNamed(place: object, code: string): place is { readonly title: Bilingual } {
  const { id, code: key, title } = place as Partial<Record<'id' | 'code' | 'title', unknown>>;
  return (id === code || key === code) && typeof title === 'object' && title !== null;
}
