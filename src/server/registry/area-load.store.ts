// Writing SQL of the country's areas: all of them in one transaction, by COPY, with the indexes taken
// off before and put back after, which halves the time. Needs a session of the role that owns the
// tables; a killed load leaves what was there before.
import { once } from 'node:events';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Area } from '#domain/registry/area.ts';
import type { AreaRevision } from '#domain/registry/area-revision.ts';

export interface LoadedArea extends Area {
  readonly parent: string;
  readonly level: string;
  readonly fullName: string;
  readonly pinyin: string;
  readonly initials: string;
}

const mark = 'registry.areas';

/** What the areas now in the table were loaded from; undefined before the first load. */
export async function findLoadedEdition(owner: ClientBase): Promise<string | undefined> {
  const { rows } = await owner.query<{ value: string }>(
    `select value ->> 'edition' as value from kernel_setting where key = $1`,
    [mark],
  );
  return rows[0]?.value;
}

/**
 * Replaces every published area; hamlets and villager groups, which counties made themselves, stay.
 * `write` receives a function that takes batches and resolves when the next one may come.
 */
export async function replaceAreas(
  owner: ClientBase,
  edition: string,
  write: (put: (areas: readonly LoadedArea[]) => Promise<void>) => Promise<void>,
): Promise<void> {
  await owner.query('begin');
  try {
    await owner.query(
      `create temp table own_area on commit drop as
         select * from registry_area where level in ('hamlet', 'group')`,
    );
    const restoreIndexes = await dropIndexes(owner);
    await owner.query('truncate registry_area');
    const stream = owner.query(
      copyFrom(
        `copy registry_area (code, valid_from, valid_to, parent, level, name, full_name, pinyin,
           initials, source) from stdin`,
      ),
    );
    await write(async (areas) => {
      if (!stream.write(areas.map(copyLine).join(''))) await once(stream, 'drain');
    });
    stream.end();
    await once(stream, 'finish');
    await owner.query('insert into registry_area select * from own_area');
    await restoreIndexes();
    await owner.query(
      `insert into kernel_setting (key, value) values ($1, jsonb_build_object('edition', $2::text))
       on conflict (key) do update set value = excluded.value, changed_at = now()`,
      [mark, edition],
    );
    await owner.query('commit');
    // A tenth of the usual sample: the planner needs to know that codes differ, not how names do.
    await owner.query('set default_statistics_target = 10');
    await owner.query('analyze registry_area');
    await owner.query('reset default_statistics_target');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

/** Takes the indexes off and answers how to put the same ones back. */
async function dropIndexes(owner: ClientBase): Promise<() => Promise<void>> {
  const { rows: keys } = await owner.query<{ name: string; definition: string }>(
    `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
     where conrelid = 'registry_area'::regclass and contype in ('p', 'u')`,
  );
  const { rows: indexes } = await owner.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index where indrelid = 'registry_area'::regclass
       and indexrelid not in (select conindid from pg_constraint where conindid <> 0)`,
  );
  for (const { name } of indexes) await owner.query(`drop index ${name}`);
  for (const { name } of keys) {
    await owner.query(`alter table registry_area drop constraint "${name}"`);
  }
  return async () => {
    for (const { name, definition } of keys) {
      await owner.query(`alter table registry_area add constraint "${name}" ${definition}`);
    }
    for (const { definition } of indexes) await owner.query(definition);
  };
}

/** Revisions as the packs state them; the day one was applied here is kept. */
export async function replaceRevisions(
  owner: ClientBase,
  county: string,
  revisions: readonly AreaRevision[],
): Promise<void> {
  await owner.query(
    'delete from registry_area_revision where county = $1 and not (id = any ($2)) and applied_at is null',
    [county, revisions.map((revision) => revision.id)],
  );
  for (const revision of revisions) {
    await owner.query(
      `insert into registry_area_revision (id, county, on_date, after_date, by_date, kind,
         from_codes, to_codes, note_zh, note_en, source, verified)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       on conflict (id) do update set county = excluded.county, on_date = excluded.on_date,
         after_date = excluded.after_date, by_date = excluded.by_date, kind = excluded.kind,
         from_codes = excluded.from_codes, to_codes = excluded.to_codes,
         note_zh = excluded.note_zh, note_en = excluded.note_en, source = excluded.source,
         verified = excluded.verified`,
      [
        revision.id,
        county,
        revision.on,
        revision.after,
        revision.by,
        revision.kind,
        revision.from.map((area) => area.code),
        revision.to.map((area) => area.code),
        revision.note?.zh ?? '',
        revision.note?.en ?? '',
        revision.source,
        revision.verified,
      ],
    );
  }
}

/** The authored places of tiles, by code; an empty object means none. */
export async function replaceTilePlaces(owner: ClientBase, places: object): Promise<void> {
  await owner.query(
    `insert into kernel_setting (key, value) values ('registry.area-tiles', $1)
     on conflict (key) do update set value = excluded.value, changed_at = now()`,
    [JSON.stringify(places)],
  );
}

/** A tab or line break in a name is refused by COPY itself, a backslash would be misread by it. */
function copyLine(area: LoadedArea): string {
  const { code, validFrom, validTo, parent, level, pinyin, initials } = area;
  const texts = `${area.name}\t${area.fullName}\t${pinyin}\t${initials}\t${area.source}`;
  if (texts.includes('\\')) throw new Error(`the name of area ${code} holds a backslash`);
  return `${code}\t${validFrom}\t${validTo ?? '\\N'}\t${parent}\t${level}\t${texts}\n`;
}
