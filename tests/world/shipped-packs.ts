// The packs that come with the program, read once, and any of them as it stands on a day.
import { plainDate } from '#domain/kernel/plain-date.ts';
import type { Pack } from '#domain/policy/pack/pack.ts';
import { type ResolvedPack, resolvePack } from '#domain/policy/pack/resolve-pack.ts';
import { readPackFolders, shippedPacks } from '#server/policy/read-pack-folders.ts';

const folders = await readPackFolders(shippedPacks);

export const shipped: ReadonlyMap<string, Pack> = new Map(
  folders.flatMap(({ pack }) => (pack ? [[pack.manifest.id, pack] as const] : [])),
);

export function shippedTexts(id: string): ReadonlyMap<string, string> {
  const found = folders.find(({ pack }) => pack?.manifest.id === id);
  if (found === undefined) throw new Error(`no pack ${id} is shipped`);
  return found.files;
}

export function shippedOn(id: string, day: string): ResolvedPack {
  const found = resolvePack(shipped, id, plainDate(day));
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.pack;
}

/** Every requirement id the rows of a pack name, those inside rows included. */
export function requirementsHeldBy(id: string): ReadonlySet<string> {
  const held = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) visit(one);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    if ('requirements' in value && Array.isArray(value.requirements)) {
      for (const one of value.requirements) held.add(String(one));
    }
    for (const inner of Object.values(value)) visit(inner);
  };
  const pack = shipped.get(id);
  visit([
    pack?.manifest,
    pack?.examples.map(({ row }) => row),
    ...Object.values(pack?.rows ?? {}).map((rows: readonly { readonly row: object }[]) =>
      rows.map(({ row }) => row),
    ),
  ]);
  return held;
}

/** The steps on the shortest way from the start of a process to one of its ends. */
export function shortestWay(pack: ResolvedPack, id: string, end: string): readonly string[] {
  const process = pack.rows.processes.find(({ row }) => row.id === id)?.row;
  if (process === undefined) throw new Error(`no process ${id}`);
  const waiting: (readonly string[])[] = [[process.start]];
  for (let way = waiting.shift(); way !== undefined; way = waiting.shift()) {
    const last = way.at(-1);
    if (last === end) return way.slice(0, -1);
    const step = process.steps.find((one) => one.id === last);
    for (const { to } of step?.outcomes ?? []) if (!way.includes(to)) waiting.push([...way, to]);
  }
  throw new Error(`${id} never reaches ${end}`);
}
