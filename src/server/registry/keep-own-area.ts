// What a county adds below the published codes: natural hamlets below a village and villager groups
// below a hamlet, each with three digits of its own that are never given twice, and their renaming.
import type {
  AreaItem,
  addArea as addAreaShape,
  renameArea as renameAreaShape,
} from '#contract/registry-areas.ts';
import type { InputOf } from '#contract/route.ts';
import { areaCode, levelBelow } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import {
  areaCodeTaken,
  areaNameTaken,
  areaNotOwn,
  areaRenamedSince,
  noOwnAreaHere,
} from '#domain/registry/area-refusals.ts';
import { textKeys } from '#domain/registry/pinyin.ts';
import type { Context } from '#server/http/context.ts';
import { type AreaRow, listAreaChildren } from './area.store.ts';
import { correctArea, endArea, insertArea, listUsedEndings } from './area-own.store.ts';
import { asItems, getExistingArea } from './read-areas.ts';

export async function addOwnArea(
  context: Context,
  { body }: InputOf<typeof addAreaShape>,
): Promise<AreaItem> {
  const { tx, today } = context;
  const parent = await getExistingArea(tx, context.area, today);
  const level = levelBelow(parent.level);
  if (level !== 'hamlet' && level !== 'group') return refuse(noOwnAreaHere, { area: parent.code });
  const siblings = await listAreaChildren(tx, parent.code, today);
  const namesake = siblings.find((sibling) => sibling.name === body.name);
  if (namesake !== undefined) refuse(areaNameTaken, { name: body.name, area: namesake.code });
  const used = new Set(await listUsedEndings(tx, parent.code));
  const ending = body.ending ?? firstFreeEnding(used);
  if (ending === undefined || used.has(ending)) {
    return refuse(areaCodeTaken, { area: `${parent.code}${ending ?? ''}` });
  }

  const keys = textKeys(body.name);
  const area: AreaRow = {
    code: areaCode(parent.code + ending),
    name: body.name,
    validFrom: today,
    validTo: null,
    source: 'county',
    parent: parent.code,
    level,
    fullName: parent.fullName + body.name,
    pinyin: keys.full,
    initials: keys.initials,
  };

  await insertArea(tx, area);
  context.note({ area: area.code, subject: `area:${area.code}` });

  return itemOf(context, area);
}

export async function renameOwnArea(
  context: Context,
  { body }: InputOf<typeof renameAreaShape>,
): Promise<AreaItem> {
  const { tx, today } = context;
  const before = await getExistingArea(tx, context.area, today);
  if (before.level !== 'hamlet' && before.level !== 'group') {
    refuse(areaNotOwn, { area: before.code });
  }
  if (before.name !== body.from) {
    refuse(areaRenamedSince, { area: before.code, name: before.name, from: body.from });
  }
  const siblings = await listAreaChildren(tx, before.parent, today);
  const namesake = siblings.find((each) => each.name === body.to && each.code !== before.code);
  if (namesake !== undefined) refuse(areaNameTaken, { name: body.to, area: namesake.code });

  const keys = textKeys(body.to);
  const after: AreaRow = {
    ...before,
    name: body.to,
    fullName: before.fullName.slice(0, -before.name.length) + body.to,
    pinyin: keys.full,
    initials: keys.initials,
    validFrom: today,
  };

  if (before.validFrom === today) await correctArea(tx, after);
  else {
    await endArea(tx, before, today);
    await insertArea(tx, after);
  }
  context.note({ subject: `area:${after.code}` });

  return itemOf(context, after);
}

function firstFreeEnding(used: ReadonlySet<string>): string | undefined {
  for (let number = 1; number <= 999; number += 1) {
    const ending = String(number).padStart(3, '0');
    if (!used.has(ending)) return ending;
  }
  return undefined;
}

async function itemOf(context: Context, area: AreaRow): Promise<AreaItem> {
  const [item] = await asItems(context.tx, [area], context.today);
  if (item === undefined) throw new Error(`area ${area.code} was not written`);
  return item;
}
