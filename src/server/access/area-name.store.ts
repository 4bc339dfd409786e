// Names of areas for whoever is signed in. Areas are public and belong to the registry; this reads
// them by code and writes nothing.
import type { NamedArea } from '#contract/access.ts';
import { type AreaCode, levelOf } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import type { Tx } from '#server/database/connect.ts';

const nationName = { zh: '全国', en: 'The whole country' } as const;

/** Names on a day, in the order asked; a code unknown then is named by itself. */
export async function nameAreas(
  tx: Tx,
  codes: readonly AreaCode[],
  { today, language }: { readonly today: PlainDate; readonly language: Language },
): Promise<readonly NamedArea[]> {
  const known = codes.filter((code) => code !== '');
  const rows =
    known.length === 0
      ? []
      : await tx
          .selectFrom('registry_area')
          .select(['code', 'name'])
          .where('code', 'in', [...new Set(known)])
          .where('valid_from', '<=', today)
          .where((where) =>
            where.or([where('valid_to', 'is', null), where('valid_to', '>', today)]),
          )
          .execute();
  const names = new Map(rows.map((row) => [row.code, row.name]));
  return codes.map((code) => ({
    code,
    name: code === '' ? nationName[language] : (names.get(code) ?? code),
    level: levelOf(code),
  }));
}
