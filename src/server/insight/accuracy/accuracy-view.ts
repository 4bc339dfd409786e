// Gansu's eight accuracies of an area, three numbers each, every one with how it was counted or why it was
// not. The three are never added: they ask the register, other offices, and the household itself.
import { z } from 'zod';
import type { getAccuracies } from '#contract/insight-accuracy.ts';
import type { OutputOf } from '#contract/route.ts';
import { narrowTo } from '#domain/access/actor.ts';
import {
  type Accuracy,
  type AccuracyId,
  type AccuracyNumber,
  accuracies,
  shareOf,
} from '#domain/insight/accuracy/accuracies.ts';
import { both } from '#domain/insight/charts/chart-words.ts';
import { countyDigits, spanOf, villageDigits } from '#domain/kernel/area-code.ts';
import { yearOf } from '#domain/kernel/plain-date.ts';
import { exactInterval } from '#domain/kernel/statistics/proportion-interval.ts';
import type { Context } from '#server/http/context.ts';
import { sumQuality } from '../quality/quality.store.ts';
import {
  type ClosedRound,
  type ExitCheckSums,
  type FieldSums,
  type FlowSums,
  findClosedRound,
  type HelpSums,
  type LeadSums,
  sumExitChecks,
  sumFieldChecks,
  sumFlows,
  sumHelp,
  sumLeads,
} from './accuracy.store.ts';

type View = OutputOf<typeof getAccuracies>;

interface Facts {
  readonly rules: ReadonlyMap<string, { readonly checked: number; readonly failing: number }>;
  readonly leads: LeadSums;
  readonly help: HelpSums | undefined;
  readonly fields: readonly FieldSums[];
  readonly exits: ExitCheckSums;
  readonly round: ClosedRound | undefined;
  readonly flows: FlowSums;
}

export async function accuraciesOf(context: Context): Promise<View> {
  const { area, actor } = context;
  const isWide = area.length < countyDigits;
  const spans = narrowTo(actor, area).map(spanOf);
  const facts = isWide ? undefined : await readFacts(context, spans);
  return {
    isWide,
    round:
      facts?.round === undefined
        ? null
        : { id: facts.round.id, title: facts.round.title, closedOn: facts.round.closed_on },
    items:
      facts === undefined
        ? []
        : accuracies.map((one) => ({
            id: one.id,
            title: { ...one.title },
            rules: [...one.rules],
            machine: machineOf(one, facts),
            department: departmentOf(one.id, facts),
            field: fieldOf(one, facts),
          })),
  };
}

async function readFacts(
  context: Context,
  spans: Parameters<typeof sumHelp>[1]['spans'],
): Promise<Facts> {
  const { tx, area, today } = context;
  const digits = Math.min(villageDigits, area.length);
  const rules = new Map<string, { checked: number; failing: number }>();
  for (const { rule, checked, failing } of await sumQuality(tx, { spans, digits })) {
    const before = rules.get(rule) ?? { checked: 0, failing: 0 };
    rules.set(rule, { checked: before.checked + checked, failing: before.failing + failing });
  }
  return {
    rules,
    leads: await sumLeads(tx, { spans, area }),
    help: await sumHelp(tx, { spans, today }),
    fields: await sumFieldChecks(tx, { spans }),
    exits: await sumExitChecks(tx, { spans }),
    round: await findClosedRound(tx, area),
    flows: await sumFlows(tx, { spans, year: yearOf(today) }),
  };
}

/** What the register says of itself: entries that keep the rules, or things recorded as they must be. */
function machineOf({ id, rules }: Accuracy, facts: Facts): AccuracyNumber {
  const { help, flows } = facts;
  if (rules.length > 0) {
    const held = rules.flatMap((rule) => facts.rules.get(rule) ?? []);
    const checked = held.reduce((sum, one) => sum + one.checked, 0);
    const failing = held.reduce((sum, one) => sum + one.failing, 0);
    return shareOf(checked - failing, checked, {
      how: both(
        `按 ${rules.length} 条规则核对的记录里符合的`,
        rules.length === 1
          ? 'Of records held against one rule, those that keep it'
          : `Of records held against ${rules.length} rules, those that keep them`,
      ),
      why: both('还没有核对过', 'Not checked yet'),
    });
  }
  const none = both('还没有登记', 'Nothing recorded yet');
  if (id === 'plans') {
    return shareOf(help?.planned ?? 0, help?.registered ?? 0, {
      how: both(
        '在册户里，有已批准的计划、措施有责任人和时限的',
        'Of registered households, those with an approved plan whose measures have an owner and a deadline',
      ),
      why: none,
    });
  }
  if (id === 'delivered') {
    return shareOf(help?.delivered ?? 0, help?.due ?? 0, {
      how: both(
        '已到期应享受的里，登记为已落实的',
        'Of benefits due by now, those recorded as delivered',
      ),
      why: none,
    });
  }
  if (id === 'progress') {
    return shareOf(help?.reported ?? 0, help?.measures ?? 0, {
      how: both(
        '已到时限的措施里，记了进度的',
        'Of measures past their deadline, those whose progress is recorded',
      ),
      why: none,
    });
  }
  return shareOf(flows.by_case, flows.exited, {
    how: both(
      '今年公告脱贫的户里，有办结的退出事项的',
      'Of exits announced this year, those with a case that ended',
    ),
    why: both('今年没有公告脱贫的户', 'No exit was announced this year'),
  });
}

/** What other offices' records say. */
function departmentOf(id: AccuracyId, { leads, help }: Facts): AccuracyNumber {
  if (id === 'identified') {
    const registered = leads.lists === 0 ? 0 : (help?.registered ?? 0);
    return shareOf(registered - leads.confirmed, registered, {
      how: both(
        `${leads.lists} 份部门名单比对后，没有被查实的在册户（还有 ${leads.open} 户待核）`,
        `After ${leads.lists} ${leads.lists === 1 ? 'list' : 'lists'} of departments, registered households that none was upheld against (${leads.open} still open)`,
      ),
      why: both('还没有比对过部门名单', 'No list of a department was compared yet'),
    });
  }
  if (id === 'delivered') {
    return shareOf(help?.list_confirmed ?? 0, help?.by_list ?? 0, {
      how: both(
        '由部门名单登记的落实里，部门已确认的',
        'Of deliveries entered by lists, those the department confirmed',
      ),
      why: both('还没有部门名单确认过落实情况', 'No department has confirmed deliveries yet'),
    });
  }
  return { why: both('部门名单不涉及这一项', 'No list of a department speaks of this') };
}

const Result = z.object({
  error: z.object({
    faults: z.number(),
    households: z.number(),
    rate: z.number(),
    interval: z.object({ low: z.number(), high: z.number() }).nullable(),
    exact: z.object({ low: z.number(), high: z.number() }),
  }),
});

/** What was found in the field, with its interval. */
function fieldOf({ id, fields }: Accuracy, facts: Facts): AccuracyNumber {
  if (id === 'identified') return identifiedInField(facts.round);
  if (id === 'delivered') {
    const { answered = 0, agreed = 0 } = facts.help ?? {};
    return shareOf(agreed, answered, {
      interval: answered === 0 ? null : exactInterval(agreed, answered),
      how: both(
        '户里回答过的里，认可已收到的；不是随机抽的，区间只说明偶然性',
        'Of deliveries households answered, those they confirmed; not drawn by chance, so the interval speaks of chance alone',
      ),
      why: both('还没有户回答过', 'No household has answered yet'),
    });
  }
  if (id === 'inAndOut' || id === 'incomeAndSpending') return atExit(id, facts.exits);
  const asked = facts.fields.filter(({ field }) => fields === 'all' || fields.includes(field));
  const of = asked.reduce((sum, one) => sum + one.asked, 0);
  const right = asked.reduce((sum, one) => sum + one.agreeing, 0);
  return shareOf(right, of, {
    interval: of === 0 ? null : exactInterval(right, of),
    how: both(
      '入户核验和已结束的抽查里问过的项，与现在登记相同的',
      'Of entries asked in the field, in verifications and in rounds that are closed, those that match the register as it is now',
    ),
    why:
      fields === 'all' || fields.length > 0
        ? both(
            '还没有入户核验过。在“抽样核查”里定一轮抽查，勾上要再问一遍的项，结束后这里就有数。',
            'Nothing was verified in the field yet. Plan a round under Sample checks and tick what is to be asked again; once it is closed it is counted here.',
          )
        : both(
            '到户核查不问这一项：计划和台账是干部记的，户里答不出对错。请看规则和部门两项。',
            'No check at home asks this: plans and ledgers are kept by officials, and a household cannot say whether they are right. See what rules and departments say of it.',
          ),
  });
}

/** Visits before an exit: what was found at home, beside what the rules made of the register. */
function atExit(id: 'inAndOut' | 'incomeAndSpending', exits: ExitCheckSums): AccuracyNumber {
  const isIncome = id === 'incomeAndSpending';
  const [right, of] = isIncome
    ? [exits.incomes_agreeing, exits.incomes]
    : [exits.agreeing, exits.asked];
  return shareOf(right, of, {
    interval: of === 0 ? null : exactInterval(right, of),
    how: isIncome
      ? both(
          '脱贫入户核验看过的收入项里，与登记算出的相同的；核验的是申请脱贫的户，不是随机抽的',
          'Of incomes looked at in visits before an exit, those that are as the register has them; these are the households that applied, not a draw',
        )
      : both(
          '脱贫入户核验逐项看过的里，与登记算出的相同的；核验的是申请脱贫的户，不是随机抽的',
          'Of items looked at in visits before an exit, those that are as the register has them; these are the households that applied, not a draw',
        ),
    why: both(
      '还没有脱贫入户核验。在“事项”里办脱贫时逐项核对，这里就有数。',
      'No visit before an exit yet. Items checked at home in exit cases are counted here.',
    ),
  });
}

function identifiedInField(round: ClosedRound | undefined): AccuracyNumber {
  const parsed = Result.safeParse(round?.result);
  if (round === undefined || !parsed.success) {
    return {
      why: both(
        '还没有在本地区全域抽、已经结束的抽样核查，下级的只说下级。在“抽样核查”里定一轮，盲评打分、结束后这里就有数。',
        'No round drawn from this whole area was closed yet; one of a place within it speaks for that place. Plan one under Sample checks; scored blind and closed, it is counted here.',
      ),
    };
  }
  const { faults, households, rate, interval, exact } = parsed.data.error;
  const { low, high } = interval ?? exact;
  return shareOf(households - faults, households, {
    interval: { low: Math.max(0, 1 - high), high: Math.min(1, 1 - low) },
    how: both(
      `“${round.title}”盲评：认定与初评相同的户，按抽中机会加权为 ${((1 - rate) * 100).toFixed(1)}%`,
      `“${round.title}”, scored blind: households placed as before; ${((1 - rate) * 100).toFixed(1)}% weighted by the chances of the draw`,
    ),
    why: both('没有可比的户', 'No household could be compared'),
  });
}
