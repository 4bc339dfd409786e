// What invented people did with invented leads: most of the old ones answered and decided, some late, some
// waiting for their village. Entered by the store the product enters acts with.
import { type Random, randomOf } from '#domain/demonstration/random.ts';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import { makeId } from '#domain/kernel/id.ts';
import { addDays, type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { dueAfter } from '#domain/targeting/comparison/comparison-kinds.ts';
import { itIsSo, outcomeOf } from '#domain/targeting/comparison/lead.ts';
import type { Tx } from '#server/database/connect.ts';
import {
  enterLeadAct,
  type HitRecord,
  type LeadRecord,
  listHits,
  listLeads,
} from '#server/targeting/comparison/lead.store.ts';

interface Settling {
  readonly span: AreaSpan;
  readonly seed: string;
  readonly pack: ResolvedPack;
  /** Leads of this village wait for it, so that whoever looks has something to answer. */
  readonly waiting: AreaSpan;
}

const today = plainDate('2016-09-30');
const cadres = ['韦明亮', '覃秀芳', '蒙志刚', '莫小兰', '谭福生'] as const;
const officers = ['陆国安', '罗慧敏'] as const;

interface Said {
  readonly answer: string;
  readonly evidence: string;
}

/** Answers by what the list says; the papers are those the pack asks for. */
const answers = {
  vehicles: [
    { answer: 'scrapped', evidence: '报废机动车回收证明原件（虚构）' },
    { answer: 'sold', evidence: '2013年转让协议，现使用人到场说明（虚构）' },
    { answer: 'namedOnly', evidence: '弟弟出资购买并使用的书面说明，村民代表签字（虚构）' },
    { answer: 'boughtForWork', evidence: '2016年购三轮车收据，用于运送芭蕉芋（虚构）' },
    { answer: itIsSo, evidence: '' },
  ],
  payroll: [
    { answer: 'wrongPerson', evidence: '身份证、户口簿与名册照片比对，不是同一人（虚构）' },
    { answer: 'ended', evidence: '2015年解聘通知书（虚构）' },
    { answer: itIsSo, evidence: '' },
  ],
} as const satisfies Record<string, readonly Said[]>;

export async function settleLeads(tx: Tx, { span, seed, pack, waiting }: Settling): Promise<void> {
  const leads = await listLeads(tx, {
    span,
    state: 'open',
    kind: undefined,
    colour: undefined,
    today,
    after: undefined,
    limit: 200,
  });
  for (const lead of leads) {
    const random = randomOf(`${seed} lead ${lead.household_no}`);
    const isKept = lead.area_code >= waiting.low && lead.area_code < waiting.high;
    const isOld = lead.opened_on < '2016-09-15';
    if (isKept || !random.chance(isOld ? 0.75 : 0.3)) continue;
    await answer(tx, { lead, pack, random, decides: random.chance(isOld ? 0.7 : 0.3) });
  }
}

interface Answering {
  readonly lead: LeadRecord;
  readonly pack: ResolvedPack;
  readonly random: Random;
  readonly decides: boolean;
}

async function answer(tx: Tx, { lead, pack, random, decides }: Answering): Promise<void> {
  const { county } = lead;
  const [by, decider] = [nobody(county, random), nobody(county, random)];
  const on = daysAfter(plainDate(lead.opened_on), random.between(2, 6));
  const said = (await listHits(tx, lead)).map((hit) => ({ hit: hit.id, ...answerTo(hit, random) }));
  const evidence = [...new Set(said.map((one) => one.evidence))].filter((one) => one !== '');
  await enterLeadAct(
    tx,
    lead,
    {
      kind: 'answer',
      account: by,
      accountName: random.pick(cadres),
      on,
      at: `${on}T03:00:00.000Z`,
      reason: '',
      evidence: evidence.join('；'),
      said: said.map(({ hit, answer: given }) => ({ hit, answer: given })),
    },
    { state: 'answered', since: on, due_on: dueAfter(pack, on), answered_by: [by] },
  );
  if (!decides) return;
  const decided = daysAfter(on, random.between(1, 5));
  const verdicts = said.map(({ hit, answer: given }) => ({
    hit,
    verdict: given === itIsSo ? ('upheld' as const) : ('overturned' as const),
  }));
  await enterLeadAct(
    tx,
    { ...lead, position: lead.position + 1 },
    {
      kind: 'decide',
      account: decider,
      accountName: random.pick(officers),
      on: decided,
      at: `${decided}T06:00:00.000Z`,
      reason: '凭证已核对（虚构）',
      evidence: '',
      said: verdicts,
    },
    {
      state: 'decided',
      due_on: null,
      outcome: outcomeOf(verdicts.map(({ verdict }) => verdict)),
      decided_on: decided,
    },
  );
}

/** What was opened late in the month is answered today at the latest. */
function daysAfter(day: PlainDate, days: number): PlainDate {
  const on = addDays(day, days);
  return on > today ? today : on;
}

function answerTo({ kind }: HitRecord, random: Random): Said {
  return random.pick<Said>(kind === 'payroll' ? answers.payroll : answers.vehicles);
}

/** An account that nobody has. */
function nobody(county: number, random: Random): string {
  return makeId({ county, milliseconds: 0, random: random.bytes(7) });
}
