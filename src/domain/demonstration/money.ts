// Invented movements of the demonstration county's money. The sums of the sources are the published ones
// (20 and 7 million of working funds, 1.6 billion that were pooled); days, parts, places and payees are not.
import type { Order } from '#domain/funds/order.ts';
import { type AreaCode, areaCode } from '#domain/kernel/area-code.ts';
import { addDays, type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import { randomOf } from './random.ts';

export interface InventedAct {
  readonly order: Order;
  readonly document: string;
  readonly memo: string;
}

interface MoneyPart {
  readonly source: string;
  readonly purpose: string;
  /** Whole yuan, published or a part of what was. */
  readonly yuan: number;
  /** Of it planned beforehand; more or less was granted. */
  readonly planned: number;
  readonly paper: string;
  readonly on: string;
  /** Department whose money it is. */
  readonly giver: string;
  /** Department that spends it for all, or the townships. */
  readonly holder: string;
  readonly payee: string;
  /** Share that is paid out by contractors' bills; what reaches households is paid by list. */
  readonly paid: number;
}

const ofHuanjiang: readonly MoneyPart[] = [
  {
    source: 'countyFinance',
    purpose: 'INDUSTRY',
    yuan: 12_508_000,
    planned: 12_000_000,
    paper: '环财农〔2016〕7号',
    on: '2016-02-26',
    giver: '县财政局',
    holder: '',
    payee: '合作社',
    paid: 0,
  },
  {
    source: 'countyFinance',
    purpose: 'WORK',
    yuan: 7_492_000,
    planned: 8_000_000,
    paper: '环财农〔2016〕8号',
    on: '2016-02-26',
    giver: '县财政局',
    holder: '',
    payee: '乡镇扶贫工作站',
    paid: 0.62,
  },
  {
    source: 'officeFunds',
    purpose: 'INDUSTRY',
    yuan: 4_500_000,
    planned: 4_500_000,
    paper: '环扶办〔2016〕11号',
    on: '2016-03-18',
    giver: '县扶贫办',
    holder: '',
    payee: '合作社',
    paid: 0,
  },
  {
    source: 'officeFunds',
    purpose: 'WORK',
    yuan: 2_500_000,
    planned: 2_500_000,
    paper: '环扶办〔2016〕12号',
    on: '2016-03-18',
    giver: '县扶贫办',
    holder: '',
    payee: '乡镇扶贫工作站',
    paid: 0.4,
  },
  {
    source: 'pooledFunds',
    purpose: 'INFRASTRUCTURE',
    yuan: 930_000_000,
    planned: 900_000_000,
    paper: '环政整合〔2016〕1号',
    on: '2016-01-20',
    giver: '县交通局',
    holder: '县交通局',
    payee: '村道施工单位',
    paid: 0.47,
  },
  {
    source: 'pooledFunds',
    purpose: 'INDUSTRY',
    yuan: 410_000_000,
    planned: 420_000_000,
    paper: '环政整合〔2016〕2号',
    on: '2016-01-20',
    giver: '县农业局',
    holder: '县农业局',
    payee: '种苗供应单位',
    paid: 0.33,
  },
  {
    source: 'pooledFunds',
    purpose: 'HOUSE',
    yuan: 260_000_000,
    planned: 280_000_000,
    paper: '环政整合〔2016〕3号',
    on: '2016-01-20',
    giver: '县住建局',
    holder: '县住建局',
    payee: '农房施工单位',
    paid: 0.18,
  },
];

const invented = '虚构';

const contractors = { holder: '区交通局', payee: '村道施工单位', paid: 1.2 };
const toVillages = { holder: '', payee: '合作社', paid: 1.1 };

/** The four published parts of 280 million yuan; what each was spent on is invented. */
const ofJiangjin: readonly MoneyPart[] = [
  {
    source: 'specialFunds',
    purpose: 'INDUSTRY',
    yuan: 50_480_000,
    planned: 13_200_000,
    paper: '津财农〔2015〕12号',
    on: '2015-02-10',
    giver: '区财政局',
    ...toVillages,
  },
  {
    source: 'sectorFunds',
    purpose: 'INFRASTRUCTURE',
    yuan: 87_050_000,
    planned: 80_000_000,
    paper: '津府整合〔2015〕1号',
    on: '2015-03-02',
    giver: '区交通局',
    ...contractors,
  },
  {
    source: 'groupFunds',
    purpose: 'INFRASTRUCTURE',
    yuan: 15_700_000,
    planned: 15_000_000,
    paper: '津扶集〔2015〕3号',
    on: '2015-03-20',
    giver: '区级扶贫集团',
    ...contractors,
  },
  {
    source: 'privateCapital',
    purpose: 'INDUSTRY',
    yuan: 119_890_000,
    planned: 100_000_000,
    paper: '津社扶〔2015〕1号',
    on: '2015-04-08',
    giver: '',
    ...toVillages,
  },
];

export interface MoneyYear {
  readonly parts: readonly MoneyPart[];
  /** When the year's budget was laid down, and the last day anything was paid. */
  readonly plannedOn: PlainDate;
  readonly lastOn: PlainDate;
}

export const moneyOfHuanjiang: MoneyYear = {
  parts: ofHuanjiang,
  plannedOn: plainDate('2016-01-08'),
  lastOn: plainDate('2016-09-29'),
};

export const moneyOfJiangjin: MoneyYear = {
  parts: ofJiangjin,
  plannedOn: plainDate('2015-01-09'),
  lastOn: plainDate('2015-12-30'),
};

/** Acts by day: plan, grant, arrival in two parts, allocation by weight, payments month by month. */
export function inventMoney(
  county: AreaCode,
  townships: readonly { readonly code: string; readonly weight: number }[],
  { seed, parts, plannedOn, lastOn }: MoneyYear & { readonly seed: string },
): readonly InventedAct[] {
  const random = randomOf(`${seed} money`);
  const whole = townships.reduce((sum, { weight }) => sum + weight, 0);
  const acts: InventedAct[] = [];
  for (const part of parts) {
    const { source, purpose, giver, holder, paper, yuan, planned, paid, payee } = part;
    const granted = plainDate(part.on);
    const put = (
      document: string,
      order: Pick<Order, 'kind' | 'on' | 'amount'> & {
        readonly from: Order['from']['kind'];
        readonly at?: AreaCode;
        readonly to?: AreaCode;
        readonly payee?: string;
      },
    ) => {
      if (order.amount <= 0n) return;
      const own = order.from === 'allocated' ? holder : order.from === 'source' ? giver : '';
      acts.push({
        document,
        memo: invented,
        order: {
          kind: order.kind,
          on: order.on,
          amount: order.amount,
          source,
          purpose,
          from: { kind: order.from, area: order.at ?? county, holder: own, project: null },
          to: {
            area: order.to ?? county,
            holder: order.payee ?? (order.kind === 'allocate' ? holder : ''),
            project: null,
            household: null,
            purpose: null,
          },
        },
      });
    };
    const fen = (amount: number) => BigInt(Math.round(amount)) * 100n;
    put(`${paper}预算`, {
      kind: 'plan',
      on: plannedOn,
      amount: fen(planned),
      from: 'plan',
    });
    put(paper, { kind: 'appropriate', on: granted, amount: fen(yuan), from: 'source' });
    const early = Math.round(yuan * 0.6);
    put(`${paper}到账一`, {
      kind: 'arrive',
      on: addDays(granted, 12),
      amount: fen(early),
      from: 'appropriated',
    });
    put(`${paper}到账二`, {
      kind: 'arrive',
      on: addDays(granted, 40),
      amount: fen(yuan - early),
      from: 'appropriated',
    });
    for (const { code, weight } of townships) {
      const town = areaCode(code);
      const share = Math.floor((yuan * 0.94 * weight) / whole / 1000) * 1000;
      const first = addDays(granted, 45 + random.between(0, 12));
      put(`${paper}分配${code.slice(6)}`, {
        kind: 'allocate',
        on: first,
        amount: fen(share),
        from: 'treasury',
        to: town,
      });
      for (const [month, on] of monthsAfter(first, lastOn).entries()) {
        const pace = paid * (0.55 + random.next() * 0.9);
        const bill = Math.floor((share * pace) / 5 / 100) * 100;
        put(`${paper}支付${code.slice(6)}第${month + 1}次`, {
          kind: 'pay',
          on,
          amount: fen(Math.min(bill, Math.floor(share / 5))),
          from: 'allocated',
          at: town,
          to: town,
          payee,
        });
      }
    }
  }
  return acts.sort((left, right) =>
    left.order.on < right.order.on ? -1 : left.order.on > right.order.on ? 1 : 0,
  );
}

/** Five days a month apart, none after the demonstration's today. */
function monthsAfter(first: PlainDate, last: PlainDate): readonly PlainDate[] {
  return [25, 52, 80, 108, 137].map((days) => {
    const on = addDays(first, days);
    return on > last ? last : on;
  });
}
