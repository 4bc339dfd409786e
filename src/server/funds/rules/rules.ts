// The page of rules about money: standings of an area and a year, what lies below a floor, bases by hand.
import { z } from 'zod';
import type { enterRuleBase, getFundRules, listShortOfFloor } from '#contract/funds-rules.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import * as orderRefusals from '#domain/funds/order-refusals.ts';
import { areaCode, countyNumberOf } from '#domain/kernel/area-code.ts';
import { plainDate, yearOf } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { namesOf } from '#server/workforce/helper-view.ts';
import { fundWordsHere } from '../fund-words.ts';
import { appendBase, listBases, listShort } from './rule.store.ts';
import { examplesOf } from './rule-examples.ts';
import { floorQuestion, limitValue } from './rule-money.ts';
import { ruleStandings } from './rule-standings.ts';

export async function rulesOf(
  context: Context,
  { query }: InputOf<typeof getFundRules>,
): Promise<OutputOf<typeof getFundRules>> {
  const { tx, area, today, may, platform } = context;
  const year = query.year ?? yearOf(today);
  // A year that is over is looked at by the rules of its last day: some of them may have ended since.
  const on = year < yearOf(today) ? plainDate(`${year}-12-31`) : today;
  const { pack } = fundWordsHere({ platform, today: on }, area);
  const nameOf = await namesOf(context, [area]);
  const bases = await listBases(tx, area, year);
  return {
    area: { code: area, name: nameOf(area) },
    year,
    on: today,
    rules:
      pack === undefined
        ? []
        : await ruleStandings({ tx, area, year, isOver: year < yearOf(today), pack, bases }),
    examples: (pack?.rows.fundRules ?? []).length > 0 ? [] : examplesOf(platform.packs, on),
    mayEnterBase: may('funds.approve') && area.length <= 6 && area.length > 0,
  };
}

function ruleHere(context: Context, id: string) {
  const { pack } = fundWordsHere(context, context.area);
  const rule = pack?.rows.fundRules.find(({ row }) => row.id === id)?.row;
  if (pack === undefined || rule === undefined)
    return refuse(orderRefusals.noSuchRule, { rule: id });
  return { pack, rule };
}

const ShortKeys = z.tuple([z.string()]);

export async function shortOf(
  context: Context,
  { params, query }: InputOf<typeof listShortOfFloor>,
): Promise<OutputOf<typeof listShortOfFloor>> {
  const { tx, area, today } = context;
  if (area.length < 6) refuse(orderRefusals.countyNeeded);
  const { pack, rule } = ruleHere(context, params.rule);
  const limit = rule.limits.find(({ id }) => id === query.of);
  const level = limit?.level;
  if (limit === undefined || (level !== 'village' && level !== 'household')) {
    return refuse(orderRefusals.noSuchRule, { rule: `${params.rule}/${query.of}` });
  }
  const year = query.year ?? yearOf(today);
  const { value } = limitValue(pack, limit);
  const [after] = readCursor(query.cursor, ShortKeys) ?? [];
  const rows = await listShort(tx, level, floorQuestion({ area, year }, rule, value ?? 0), {
    after,
    limit: query.limit + 1,
  });
  const page = pageFrom(rows, query.limit, ({ code }) => [code]);
  const nameOf = await namesOf(
    context,
    page.items.filter(({ id }) => id === null).map(({ code }) => code),
  );
  return {
    items: page.items.map(({ id, code, name, amount }) => ({
      id,
      code,
      name: name ?? nameOf(code),
      amount: Number(amount),
    })),
    next: page.next,
  };
}

export async function enterBase(
  context: Context,
  { params, body }: InputOf<typeof enterRuleBase>,
): Promise<OutputOf<typeof enterRuleBase>> {
  const { tx, actor, now } = context;
  const area = areaCode(body.area);
  const { rule } = ruleHere(context, params.rule);
  const isOpen = rule.against === undefined && rule.kind.startsWith('share');
  const limit = rule.limits.find(({ id }) => id === body.limit);
  if (!isOpen || limit === undefined) {
    return refuse(orderRefusals.noSuchRule, { rule: `${params.rule}/${body.limit}` });
  }
  if (area.length > 6) refuse(orderRefusals.countyNeeded);
  await appendBase(tx, {
    county: countyNumberOf(area) ?? 0,
    area_code: area,
    rule: rule.id,
    limit_id: limit.id,
    year: body.year,
    amount: body.amount,
    document: body.document,
    account: actor.account,
    account_name: actor.displayName,
    now,
  });
  context.note({
    area,
    subject: `rule:${rule.id}`,
    facts: { year: body.year, amount: body.amount },
  });
  return { rule: rule.id, limit: limit.id };
}
