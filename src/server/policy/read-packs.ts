// Packs as people read them: the list, and one as a document on a day.

import type { getPack, listPacks, PackExample } from '#contract/policy.ts';
import type { OutputOf } from '#contract/route.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { type PlainDate, parsePlainDate } from '#domain/kernel/plain-date.ts';
import { type Bilingual, refuse } from '#domain/kernel/refusal.ts';
import { joinWords, labelled, same, shownValue } from '#domain/policy/pack/document-shape.ts';
import type { Example } from '#domain/policy/pack/example-schema.ts';
import { packQuestions } from '#domain/policy/pack/manifest-schema.ts';
import { sectionsOf } from '#domain/policy/pack/pack-document.ts';
import { compareVersions, versionOn } from '#domain/policy/pack/pack-version.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { noSuchDay, noSuchPack } from '#domain/policy/refusals.ts';
import { nameAreas } from '#server/access/area-name.store.ts';
import type { Context } from '#server/http/context.ts';
import type { InstalledPack } from './pack-library.ts';
import { examplesOf, summaryOf } from './summarise-pack.ts';

export async function packsOf(context: Context): Promise<OutputOf<typeof listPacks>> {
  const { platform, area, today } = context;
  const deciding = decidingIn(platform, area, today);
  const rankOf = ({ id }: { readonly id: string }) =>
    deciding.includes(id) ? deciding.indexOf(id) : deciding.length;
  const shown = platform.packs
    .all()
    .map((one) => versionOn(platform.packs.versions(one.pack.manifest.id), today) ?? one);
  const names = await namesOf(context, shown);
  const items = shown
    .map((one, place) =>
      summaryOf(platform.packs, one, {
        inForce: deciding.includes(one.pack.manifest.id),
        areaName: names[place] ?? '',
      }),
    )
    .sort((left, right) => rankOf(left) - rankOf(right));
  return { items, next: null };
}

/** Where each holds. Names of areas are public, one's own or not. */
async function namesOf(
  { tx, today, language }: Context,
  packs: readonly Pick<InstalledPack, 'pack'>[],
): Promise<readonly string[]> {
  const codes = packs.map(({ pack }) => areaCode(pack.manifest.area));
  return (await nameAreas(tx, codes, { today, language })).map(({ name }) => name);
}

/** The pack of the register first, then the one of monitoring where it is another. */
function decidingIn(
  { packs }: Context['platform'],
  area: Context['area'],
  on: PlainDate,
): readonly string[] {
  const ids = packQuestions.map((question) => packs.inForce(area, on, question)?.id);
  return [...new Set(ids.filter((id) => id !== undefined))];
}

export async function packDocument(
  context: Context,
  { id, on }: { readonly id: string; readonly on?: string },
): Promise<OutputOf<typeof getPack>> {
  const { platform, area, today } = context;
  const day = dayOf(on, today);
  const pack = platform.packs.resolve(id, day);
  const own = pack?.chain.at(-1);
  const installed = platform.packs.versions(id).find((one) => one.pack === own);
  if (pack === undefined || installed === undefined) return refuse(noSuchPack, { pack: id });
  const { manifest } = installed.pack;
  const runs = new Map(
    examplesOf(platform.packs, installed.pack).map((run) => [run.id, run.problems]),
  );
  const inForce = decidingIn(platform, area, today).includes(id);
  const [areaName = ''] = await namesOf(context, [installed]);
  return {
    summary: summaryOf(platform.packs, installed, { inForce, areaName }),
    chain: pack.chain.map((one) => ({
      id: one.manifest.id,
      version: one.manifest.version,
      title: one.manifest.title,
    })),
    extendsReason: manifest.extends?.reason ?? null,
    versions: platform.packs
      .versions(id)
      .map(({ pack: { manifest: one }, installedAt }) => ({
        version: one.version,
        from: one.from,
        installedAt,
        isRead: one === manifest,
        isScheduled: one.from > today,
      }))
      .sort((left, right) => compareVersions(right.version, left.version)),
    on: day,
    sections: [...sectionsOf(pack)],
    examples: installed.pack.examples.map(({ row }) =>
      exampleOf(pack, row, runs.get(row.id) ?? []),
    ),
    documents: pack.chain
      .flatMap((one) => one.manifest.documents)
      .map(({ id: document, title, issuer, date, link, note }) => ({
        id: document,
        title,
        issuer: issuer ?? null,
        date: date ?? null,
        link: link ?? null,
        note: note ?? null,
      })),
  };
}

export function dayOf(text: string | undefined, today: PlainDate): PlainDate {
  if (text === undefined) return today;
  return parsePlainDate(text) ?? refuse(noSuchDay, { day: text });
}

function exampleOf(
  pack: ResolvedPack,
  { id, title, on, given, criteria, sheets, tables }: Example,
  problems: readonly { readonly message: Bilingual }[],
): PackExample {
  const titleOf = (name: string): Bilingual => ({
    zh: pack.wordings.zh.nameOf(name),
    en: pack.wordings.en.nameOf(name),
  });
  const unitOf = (name: string) =>
    pack.rows.fields.find(({ row }) => row.of === 'household' && row.id === name)?.row.unit ??
    pack.rows.items.find(({ row }) => row.id === name)?.row.unit;
  return {
    id,
    title,
    on,
    given: Object.entries(given).map(([fact, value]) => ({
      fact,
      label: titleOf(fact),
      shown: shownValue(pack, value, {
        unit: unitOf(fact),
        list: pack.scope.facts.get(fact)?.list,
      }),
    })),
    expected: [
      ...criteria.map((one) => labelled(titleOf(one.id).zh, titleOf(one.id).en, verdict(one.is))),
      ...sheets.map((one) => {
        const sheet = pack.sheets.get(one.id)?.sheet;
        const held = one.vetoes.map(
          (veto) => sheet?.vetoes.find((row) => row.id === veto)?.title ?? same(veto),
        );
        const total = one.total === 'unknown' ? verdict('unknown') : same(String(one.total));
        const parts = held.length === 0 ? [total] : [total, joinWords(held)];
        return labelled(sheet?.title.zh ?? one.id, sheet?.title.en ?? one.id, joinWords(parts));
      }),
      ...tables.map((one) => {
        const table = pack.tables.get(one.id);
        const reason = table?.rows.find(({ row }) => row.id === one.row)?.row.reason;
        const title = table?.table.title ?? same(one.id);
        return labelled(title.zh, title.en, reason ?? verdict('unknown'));
      }),
    ],
    passes: problems.length === 0,
    problems: problems.map(({ message }) => message),
  };
}

function verdict(is: boolean | 'unknown'): Bilingual {
  if (is === 'unknown') return { zh: '说不准', en: 'cannot be told' };
  return is ? { zh: '符合', en: 'holds' } : { zh: '不符合', en: 'does not hold' };
}
