// A list as its page shows it, and as a file.

import type { InputOf } from '#contract/route.ts';
import type { Candidates, downloadCandidates } from '#contract/targeting-candidates.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { candidateRuleOf } from '#domain/targeting/candidates/candidate-rule.ts';
import {
  changeDenial,
  decideDenial,
  type ListState,
  type Standing,
  standingOf,
} from '#domain/targeting/candidates/permit-candidates.ts';
import { untitled } from '#server/casework/case-row-view.ts';
import { findRules } from '#server/casework/load-case.ts';
import type { Context, Download } from '#server/http/context.ts';
import { countedRows } from '#server/kernel/count-output.ts';
import { defused, xlsxDownload } from '#server/kernel/xlsx-download.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import * as store from './candidate.store.ts';
import { listOf, ruleSql } from './find-list.ts';

const othersMost = 300;

export async function candidatesView(
  context: Context,
  list: store.CandidateListRecord,
): Promise<Candidates> {
  const { tx, today, actor, platform } = context;
  const pack = platform.packs.resolve(list.pack, plainDate(list.drawn_on), list.pack_edition);
  const rule = pack === undefined ? undefined : candidateRuleOf(pack);
  const entries = await store.listEntries(tx, list, rule?.process ?? '');
  const place = (await nameAreas(tx, [list.area_code], today))(list.area_code);
  const items = entries.filter(({ kind }) => kind !== 'removed').map((row) => itemOf(context, row));
  const count = (standing: Standing) => items.filter((one) => one.standing === standing).length;
  const state = list.state as ListState;
  const mayAct = context.may('casework.act');
  const makers = new Set([list.drawn_by, ...(await store.listMakers(tx, list))]);
  const mayChange = mayAct && changeDenial(actor, { state, reason: '-' }) === undefined;
  const verdict = { verdict: 'approved', reason: '' } as const;
  return {
    id: list.id,
    area: list.area_code,
    village: place.village,
    township: place.township,
    year: list.year,
    state,
    target: list.target,
    pack: {
      id: list.pack,
      edition: list.pack_edition,
      title: pack?.title ?? untitled(list.pack),
    },
    rule:
      rule === undefined
        ? null
        : {
            key: rule.decision.key,
            title: rule.decision.title,
            verified: rule.decision.marks.verified === true,
          },
    drawnOn: list.drawn_on,
    drawnBy: list.drawn_by_name,
    submitted: signedBy(list.submitted_by_name, list.submitted_on),
    decided: decidedBy(list),
    mayChange,
    mayDecide: mayAct && decideDenial(actor, { state, makers, ...verdict }) === undefined,
    persons: items.reduce((sum, { members }) => sum + (members ?? 0), 0),
    standings: {
      notBegun: count('notBegun'),
      underWay: count('underWay'),
      exited: count('exited'),
      stayed: count('stayed'),
    },
    items,
    removed: entries
      .filter(({ kind }) => kind === 'removed')
      .map((row) => ({
        ...householdOf(row),
        reason: row.reason,
        by: row.account_name,
        on: row.entered_on,
      })),
    others:
      !mayChange || pack === undefined || rule === undefined
        ? []
        : (
            await store.listOthers(tx, list, {
              rule: ruleSql(pack, rule),
              span: spanOf(areaCode(list.area_code)),
              limit: othersMost,
            })
          ).map((row) => ({ ...householdOf(row), holds: row.holds })),
  };
}

function signedBy(by: string | null, on: string | null) {
  return by === null || on === null ? null : { by, on };
}

function decidedBy({ reason, ...list }: store.CandidateListRecord): Candidates['decided'] {
  const signed = signedBy(list.decided_by_name, list.decided_on);
  return signed === null ? null : { ...signed, reason };
}

function householdOf(row: store.CandidateHousehold) {
  return {
    household: row.household_id,
    householdNo: row.household_no,
    headName: row.head_name,
    members: row.members,
    incomeYear: row.income_year,
    incomePerHeadFen: row.income_per_head_fen === null ? null : Number(row.income_per_head_fen),
  };
}

function itemOf(context: Context, row: store.EntryRecord): Candidates['items'][number] {
  const { pack, pack_edition, process, begun_on, case_id: id, case_step: stepId } = row;
  const isKnown = pack !== null && pack_edition !== null && process !== null && begun_on !== null;
  const rules = isKnown
    ? findRules(context, { pack, pack_edition, process, begun_on })?.rules
    : undefined;
  const step = rules?.steps.find((one) => one.id === stepId)?.title;
  return {
    ...householdOf(row),
    kind: row.kind === 'added' ? 'added' : 'drawn',
    reason: row.reason,
    by: row.account_name,
    on: row.entered_on,
    standing: standingOf({
      stage: row.stage ?? '',
      isOpen: stepId !== null,
      isEnded: id !== null && stepId === null,
    }),
    case: id,
    step: stepId === null ? null : (step ?? untitled(stepId)),
  };
}

const standingWords: Readonly<Record<Standing, Bilingual>> = {
  notBegun: { zh: '未开始', en: 'Not begun' },
  underWay: { zh: '正在办', en: 'Under way' },
  exited: { zh: '已退出', en: 'Exited' },
  stayed: { zh: '继续帮扶', en: 'Stays' },
};

const headings: readonly Bilingual[] = [
  { zh: '序号', en: 'No.' },
  { zh: '户编号', en: 'Household no.' },
  { zh: '户主', en: 'Head' },
  { zh: '人口', en: 'Persons' },
  { zh: '人均纯收入（元）', en: 'Income per head, yuan' },
  { zh: '列入依据', en: 'On the list by' },
  { zh: '理由', en: 'Reason' },
  { zh: '办理情况', en: 'What became of it' },
];

export async function download(
  context: Context,
  { params }: InputOf<typeof downloadCandidates>,
): Promise<Download> {
  const { language } = context;
  const { village, year, items, area } = await candidatesView(
    context,
    await listOf(context, params.id, 'shown'),
  );
  const title =
    language === 'zh' ? `${village}${year}年拟退出名单` : `Candidates ${village} ${year}`;
  const basis = {
    drawn: language === 'zh' ? '按规则' : 'rule',
    added: language === 'zh' ? '手工加入' : 'by hand',
  };
  context.note({
    area: areaCode(area),
    subject: `candidates:${params.id}`,
    facts: { rows: items.length },
  });
  return xlsxDownload({
    fileName: `${title}.xlsx`,
    name: title.slice(0, 30),
    headings: headings.map((each) => each[language]),
    rows: countedRows(
      context,
      'candidates',
      items.map((one, index) => [
        index + 1,
        defused(one.householdNo),
        defused(one.headName ?? ''),
        one.members ?? '',
        one.incomePerHeadFen === null ? '' : one.incomePerHeadFen / 100,
        basis[one.kind],
        defused(one.reason),
        standingWords[one.standing][language],
      ]),
    ),
  });
}
