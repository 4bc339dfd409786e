// Five invented orders of the demonstration county, in all states, and one circular that named who was late.
import { randomOf } from '#domain/demonstration/random.ts';
import { addDays, type PlainDate } from '#domain/kernel/plain-date.ts';
import { lateOf } from '#domain/monitoring/order.ts';
import { findAccountByUsername } from '#server/access/account.store.ts';
import { type Addressee, partFor } from '#server/monitoring/issue-order.ts';
import {
  insertCircular,
  insertOrder,
  type OrderActRecord,
  type OrderRecord,
  type PartRecord,
} from '#server/monitoring/order.store.ts';
import { partState } from '#server/monitoring/orders.ts';
import { nextNumber } from '#server/monitoring/problem.store.ts';
import type { WorkFill } from './fill-work.ts';

const kinds: readonly (readonly [title: string, words: string, issued: number, given: number])[] = [
  ['限期解决超期问题', '请核实清单所列问题，逐个整改并回报', 45, 20],
  ['补齐帮扶手册', '请在时限内逐户补齐，乡镇抽查', 34, 20],
  ['低保漏户排查', '请逐屯排查应保未保的户，回报名单数', 26, 15],
  ['危房改造进度', '请按月报进度，年底前全部竣工', 12, 30],
  ['年度退出户佐证材料', '请在核验前备齐佐证材料', 4, 14],
];

const office = '县扶贫办 覃志明（虚构）';

export async function fillOrders(fill: WorkFill): Promise<void> {
  const { tx, county, seed, today, places, newId } = fill;
  const random = randomOf(`${seed} orders`);
  const issuer = await findAccountByUsername(tx, 'county');
  const village = await findAccountByUsername(tx, 'village');
  const own = places.find(({ code }) => code === village?.area);
  const named: { part: PartRecord; days: number; delay: string }[] = [];
  for (const [at, [title, words, ago, given]] of kinds.entries()) {
    const issuedOn = addDays(today, -ago);
    const dueOn = addDays(issuedOn, given);
    const order: OrderRecord = {
      county,
      id: newId(),
      area_code: String(county),
      number: await nextNumber(tx, county, 'order'),
      title,
      words: `${words}。演示用的虚构内容。`,
      basis: '',
      basis_link: null,
      issued_by: issuer?.id ?? newId(),
      issued_by_name: '覃志明（虚构）',
      issued_on: issuedOn,
      due_on: dueOn,
      closed_on: null,
    };
    const chosen = random.shuffled(places).slice(0, 5);
    const to: Addressee[] = [
      ...(own === undefined || at === 0 ? [] : [own]),
      ...chosen.filter(({ code }) => code !== own?.code),
    ].map(({ code, name }) => ({ kind: 'area', area: code, name, account: null }));
    const answered = to.map((one, index) =>
      answer(partFor(order, newId(), one, office), {
        today,
        // The own village has the last two still to do.
        steps: one.area === own?.code ? (at > 2 ? 0 : 3) : (index + at) % 4,
      }),
    );
    const isDone = at === 0;
    const parts = answered.map((part) => (isDone ? finished(part) : part));
    const closed = { ...order, closed_on: isDone ? addDays(dueOn, 2) : null };
    await insertOrder(
      tx,
      closed,
      parts,
      parts.flatMap((part) => actsOf(part)),
    );
    for (const part of isDone ? [] : parts) {
      const late = lateOf(partState(part), today);
      if (late !== undefined) named.push({ part, ...late });
    }
  }
  await insertCircular(tx, {
    county,
    id: newId(),
    area_code: String(county),
    number: await nextNumber(tx, county, 'circular'),
    title: '关于督办逾期情况的通报（虚构）',
    words: '请上述村三日内办结并回报。',
    issued_on: today,
    issued_by: issuer?.id ?? newId(),
    issued_by_name: '覃志明（虚构）',
    office,
    lines: named.map(({ part, days, delay }) => ({
      name: part.name,
      order: part.number,
      title: part.title,
      dueOn: part.due_on,
      urged: part.urged,
      delay,
      days,
    })),
  });
}

/** 0 only issued, 1 received, 2 reported, 3 found done. */
function answer(
  part: PartRecord,
  { today, steps }: { readonly today: PlainDate; readonly steps: number },
): PartRecord {
  const on = (days: number) => {
    const day = addDays(part.issued_on as PlainDate, days);
    return day > today ? today : day;
  };
  const states = ['issued', 'received', 'reported', 'done'];
  return {
    ...part,
    state: states[steps] ?? 'issued',
    position: steps + 1,
    received_on: steps > 0 ? on(1) : null,
    reported_on: steps > 1 ? on(9) : null,
    report: steps > 1 ? '已逐户核实并办好（虚构）' : null,
    done_on: steps > 2 ? on(11) : null,
  };
}

function finished(part: PartRecord): PartRecord {
  const on = addDays(part.due_on as PlainDate, -1);
  return {
    ...part,
    state: 'done',
    position: 4,
    received_on: part.received_on ?? part.issued_on,
    reported_on: part.reported_on ?? on,
    report: part.report ?? '已办好（虚构）',
    done_on: part.done_on ?? addDays(on, 2),
  };
}

function actsOf(part: PartRecord): readonly OrderActRecord[] {
  const act = (position: number, name: string, on: string | null, words = ''): OrderActRecord[] =>
    on === null
      ? []
      : [
          {
            county: part.county,
            part_id: part.id,
            position,
            area_code: part.area_code,
            act: name,
            words,
            account: null,
            account_name: name === 'issue' || name === 'done' ? office : `${part.name}（虚构）`,
            acted_on: on,
            acted_at: `${on}T02:00:00.000Z`,
          },
        ];
  return [
    ...act(1, 'issue', part.issued_on),
    ...act(2, 'receive', part.received_on),
    ...act(3, 'report', part.reported_on, part.report ?? ''),
    ...act(4, 'done', part.done_on),
  ];
}
