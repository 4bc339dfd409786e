// A project as lists and its own page show it: money, signals, and what may be done with it next.
import type { Project, ProjectRow } from '#contract/funds-projects.ts';
import { yuanText } from '#domain/funds/entry.ts';
import { standsAtLevel } from '#domain/funds/order.ts';
import {
  acceptanceDenial,
  applicationDenial,
  settleDenial,
  stepDenial,
  stopDenial,
} from '#domain/funds/projects/act-denials.ts';
import { milestoneDenial, paymentDenial } from '#domain/funds/projects/payment-denial.ts';
import { doneAt, type ProjectActKind, projectActs } from '#domain/funds/projects/project.ts';
import { projectLevelTooLow } from '#domain/funds/projects/project-refusals.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import type { Bilingual, RefusalKind } from '#domain/kernel/refusal.ts';
import { codeTitle } from '#domain/policy/pack/document-shape.ts';
import type { Context } from '#server/http/context.ts';
import { namesOf } from '#server/workforce/helper-view.ts';
import { approvalRuleOf, type FundWords, fundWordsHere } from '../fund-words.ts';
import { type LoadedProject, loadProject, openProject, sumOf } from './load-project.ts';
import {
  type ListedProject,
  listSplitWith,
  listTwiceWith,
  type ProjectRecord,
} from './project.store.ts';
import { listPurses, type ProjectSum } from './project-money.store.ts';
import { linkListOf, projectRulesOf } from './project-rules.ts';

const unfinished = ['accepted', 'settled', 'handedOver', 'stopped'];

interface RowParts {
  readonly words: FundWords;
  readonly nameOf: (code: string) => string;
  readonly sums: readonly ProjectSum[];
  readonly today: string;
}

export function projectRow(row: ListedProject, parts: RowParts): ProjectRow {
  const { words, nameOf, sums, today } = parts;
  const own = sums.filter(({ project }) => project === row.id);
  const paid = sumOf(own, 'spent');
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    area: { code: row.area_code, name: nameOf(row.area_code) },
    kind: row.kind,
    kindTitle: codeWords(words, 'projectKind', row.kind),
    level: row.level,
    mode: row.mode,
    year: row.year,
    step: row.step,
    stepOn: row.step_on,
    percent: row.percent,
    dueOn: row.due_on,
    isLate: row.due_on !== null && row.due_on < today && !unfinished.includes(row.step),
    holder: row.holder,
    households: row.households,
    planned: row.planned_fen,
    allocated: Number(sumOf(own)),
    paid: Number(paid),
    signals: [
      ...(row.is_split ? (['split'] as const) : []),
      ...(row.is_twice ? (['twice'] as const) : []),
    ],
    latitude: row.latitude,
    longitude: row.longitude,
  };
}

function codeWords({ pack }: FundWords, list: string, code: string): Bilingual {
  return pack === undefined ? { zh: code, en: code } : codeTitle(pack, list, code);
}

export async function projectView(context: Context, id: string): Promise<Project> {
  const { tx, today, may } = context;
  const row = await openProject(context, id);
  const loaded = await loadProject(tx, row);
  const words = fundWordsHere(context, areaCode(row.area_code));
  const rules = projectRulesOf(words.pack);
  const signals = await signalsOf(context, row, words);
  const purses = await listPurses(tx, row.county, row.id);
  const nameOf = await namesOf(context, [
    row.area_code,
    ...purses.map(({ area_code }) => area_code),
  ]);
  const listed: ListedProject = {
    ...row,
    households: loaded.placed.households,
    is_split: signals.some(({ signal }) => signal === 'split'),
    is_twice: signals.some(({ signal }) => signal === 'twice'),
  };
  const linkList = linkListOf(words.pack);
  return {
    ...projectRow(listed, { words, nameOf, sums: loaded.sums, today }),
    version: row.version,
    arrangement: row.arrangement,
    money: row.money,
    organiser: row.organiser,
    implementer: row.implementer,
    acceptance: row.acceptance,
    mechanism: row.mechanism,
    link: row.link,
    linkTitle:
      row.link === null || linkList === undefined ? null : codeWords(words, linkList, row.link),
    localLabour: row.local_labour,
    isDemonstration: row.is_demonstration,
    expectedHouseholds: row.expected_households,
    expectedPersons: row.expected_persons,
    expectedEffect: row.expected_effect,
    actualEffect: row.actual_effect,
    persons: loaded.placed.persons,
    workers: row.workers,
    wages: row.wages_fen,
    contractor: row.contractor,
    contract: row.contract_fen,
    accepted: row.accepted_fen,
    author: row.author_name,
    ...partViews(loaded, words),
    purses: purses.map((purse) => ({
      id: purse.id,
      source: purse.source,
      purpose: purse.purpose,
      area: { code: purse.area_code, name: nameOf(purse.area_code) },
      holder: purse.holder,
      balance: Number(purse.balance),
    })),
    acts: loaded.acts.map((act) => ({
      position: act.position,
      kind: act.kind,
      on: act.done_on,
      passes: act.passes,
      milestone: act.milestone_id,
      facts: { ...act.facts },
      by: act.account_name,
      office: act.office,
      at: act.recorded_at,
    })),
    photographs: loaded.photographs,
    signalsOpen: signals,
    next: nextActs(context, loaded, words),
    mayChange: may('funds.list') && row.step === 'library',
    mayPay: may('funds.enter'),
    tenderFrom: rules.tenderFrom,
  };
}

function partViews({ lines, sums, milestones, outputs, paid }: LoadedProject, words: FundWords) {
  const sumIn = (kind: ProjectSum['kind'], source: string, purpose: string) =>
    Number(
      sumOf(
        sums.filter((one) => one.source === source && one.purpose === purpose),
        kind,
      ),
    );
  return {
    lines: lines.map(({ source, purpose, amount }) => {
      const held = sumIn('allocated', source, purpose);
      const spent = sumIn('spent', source, purpose);
      return {
        source,
        sourceTitle: words.source(source).title,
        purpose,
        purposeTitle: words.use(purpose),
        amount: Number(amount),
        allocated: held + spent,
        paid: spent,
        held,
      };
    }),
    milestones: milestones.map((one) => {
      const known = { ...one, share: BigInt(one.share), paid: BigInt(one.paid) };
      const closed =
        known.paid >= known.share
          ? paidUp
          : (paymentDenial(paid, smallest(paid)) ?? milestoneDenial(paid, known, 1n))?.message;
      return {
        id: one.id,
        title: one.title,
        dueOn: one.due_on,
        share: Number(one.share),
        paid: Number(one.paid),
        waiting: Number(one.waiting),
        reachedOn: one.reached_on,
        closed: closed ?? null,
      };
    }),
    outputs: [...outputs],
  };
}

const paidUp = { zh: '节点已付清。', en: 'The milestones are paid in full.' };

/** The least that can be paid of it, to see whether anything can. */
function smallest({ lines }: LoadedProject['paid']) {
  return { source: lines[0]?.source ?? '', purpose: lines[0]?.purpose ?? '', amount: 0n };
}

const judged: readonly ProjectActKind[] = ['review', 'approve', 'check', 'accept'];

function nextActs(context: Context, loaded: LoadedProject, words: FundWords): Project['next'] {
  const { facts } = loaded;
  return projectActs
    .filter((act) => doneAt[act].includes(facts.state.step))
    .filter((act) => context.may(judged.includes(act) ? 'funds.approve' : 'funds.list'))
    .filter((act) => act !== 'check' || loaded.milestones.some((one) => one.reached_on === null))
    .map((act) => ({ act, closed: closedActs(context, loaded, act, words)?.message ?? null }));
}

/** Why somebody cannot do an act now, as far as it can be said before they fill its form in. */
function closedActs(
  context: Context,
  loaded: LoadedProject,
  act: ProjectActKind,
  words: FundWords,
): RefusalKind | undefined {
  const { facts, sums, row } = loaded;
  const denial = stepDenial(facts, act, context.actor.account);
  if (denial !== undefined) return denial;
  if (act === 'apply') return applicationDenial(facts);
  if (act === 'approve') return levelDenial(context, row, words);
  if (act === 'accept') {
    const paid = sumOf(sums, 'spent');
    return acceptanceDenial(facts, { amount: facts.planned, paid });
  }
  if (act === 'settle') return settleDenial(BigInt(row.accepted_fen ?? 0), sumOf(sums, 'spent'));
  return act === 'stop' ? stopDenial(sumOf(sums, 'allocated')) : undefined;
}

/** From the amount on that the county approves payments, it approves projects too. */
export function levelDenial(
  { actor }: Context,
  row: ProjectRecord,
  { pack }: FundWords,
): RefusalKind | undefined {
  const { countyFrom } = approvalRuleOf(pack);
  const isLarge = countyFrom !== null && BigInt(row.planned_fen) >= countyFrom;
  if (standsAtLevel(actor.area, isLarge ? 'county' : 'township')) return undefined;
  return deny(projectLevelTooLow, { amount: yuanText(BigInt(row.planned_fen)) });
}

async function signalsOf(
  { tx }: Context,
  row: ProjectRecord,
  { pack }: FundWords,
): Promise<Project['signalsOpen']> {
  const rules = projectRulesOf(pack);
  const signals: Project['signalsOpen'] = [];
  const { tenderFrom } = rules;
  const asks = tenderFrom !== null && row.planned_fen < tenderFrom && row.step !== 'stopped';
  const parts = asks ? await listSplitWith(tx, row, rules) : [];
  const sum = parts.reduce((total, { planned }) => total + planned, row.planned_fen);
  if (parts.length > 0 && tenderFrom !== null && sum >= tenderFrom) {
    const facts = [
      parts.length + 1,
      rules.days,
      yuanText(BigInt(sum)),
      yuanText(BigInt(tenderFrom)),
    ];
    const [count, days, together, from] = facts;
    signals.push({
      signal: 'split',
      verified: rules.isVerified,
      words: {
        zh: `同一地方 ${days} 天内有 ${count} 个同类项目，各自不到招标线，合计 ${together} 元，达到 ${from} 元。`,
        en: `${count} projects of one kind at one place within ${days} days, each below the line of a tender, come to ${together} yuan together, at or above ${from}.`,
      },
      others: parts.map((one) => ({ ...one })),
    });
  }
  const twice = row.step === 'stopped' ? [] : await listTwiceWith(tx, row);
  if (twice.length > 0) {
    const shared = twice.reduce((most, { households }) => Math.max(most, households), 0);
    signals.push({
      signal: 'twice',
      verified: true,
      words: {
        zh:
          shared > 0
            ? `${row.year} 年还有同类项目，其中有 ${shared} 户和本项目相同，请核对是否重复扶持。`
            : `${row.year} 年同一地方还有同名同类项目，请核对是否重复安排。`,
        en:
          shared > 0
            ? `There are projects of the same kind in ${row.year} that share up to ${shared} households with this one: see whether they are funded twice.`
            : `There is a project of the same kind and name at the same place in ${row.year}: see whether it is funded twice.`,
      },
      others: twice.map(({ households: _households, ...one }) => one),
    });
  }
  return signals;
}
