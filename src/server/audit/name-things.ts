// What the things are called that acts are about or note: a file and its day, a campaign, a person. A number's end
// tells two of them apart, and says nothing to who reads the trail.
import type { Permission } from '#domain/access/permission.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { Tx } from '#server/database/connect.ts';
import type { EntryRow } from './audit.store.ts';
import { namedKinds, nameThings } from './thing.store.ts';

/** Facts that hold an id of a thing by another word than its kind. */
const meant: Readonly<Record<string, string>> = {
  from: 'helper',
  to: 'helper',
  successor: 'helper',
};

/** Who may not look the kind up reads its number. */
const asks: Readonly<Record<string, Permission>> = { helper: 'workforce.read' };

const idForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

type Entry = Pick<EntryRow, 'subject' | 'facts'>;

/** By id, for the rows of one page in one statement. */
export async function namesOfThings(
  { tx, may }: { readonly tx: Tx; readonly may: (permission: Permission) => boolean },
  rows: readonly Entry[],
): Promise<ReadonlyMap<string, Bilingual>> {
  const asked = new Map<string, Set<string>>();
  for (const [kind, id] of rows.flatMap(thingsOf)) {
    const permission = asks[kind];
    if (!namedKinds.includes(kind) || !idForm.test(id)) continue;
    if (permission !== undefined && !may(permission)) continue;
    asked.set(kind, (asked.get(kind) ?? new Set()).add(id));
  }
  const found = await nameThings(tx, asked);
  return new Map(
    found.map(({ id, zh, en, day }) => {
      const behind = day === null ? '' : ` ${day}`;
      return [id, { zh: `${zh}${behind}`, en: `${en}${behind}` }];
    }),
  );
}

/** The subject, and each fact that refers to something: `glass: <id>`, `of: case:<id>`. */
export function thingsOf({ subject, facts }: Entry): readonly (readonly [string, string])[] {
  const noted = Object.entries(facts).flatMap(([fact, value]) =>
    typeof value !== 'string' ? [] : fact === 'of' ? [value] : [`${meant[fact] ?? fact}:${value}`],
  );
  return [subject, ...noted].flatMap((one) => {
    const at = one.indexOf(':');
    return at <= 0 ? [] : [[one.slice(0, at), one.slice(at + 1)] as const];
  });
}
