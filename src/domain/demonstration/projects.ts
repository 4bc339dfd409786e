// Invented projects of the demonstration county, and three whose outputs were published: fruit seedlings, sugar
// cane and mulberry. Places, sums, builders and days are invented; what is paid comes out of the money that was
// pooled, and never more than a part of it.
import type { ProjectActKind, ProjectStep } from '#domain/funds/projects/project.ts';
import { addDays, type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import { type Random, randomOf } from './random.ts';

export interface InventedProject {
  readonly area: string;
  readonly title: string;
  readonly kind: string;
  readonly level: 'household' | 'village' | 'county';
  readonly mode: 'ordinary' | 'buildThenSubsidize';
  readonly plannedYuan: number;
  readonly acceptedYuan: number | null;
  readonly purpose: string;
  readonly organiser: string;
  readonly product: string;
  readonly unit: string;
  readonly quantity: number;
  /** New and in all, as far as reported. */
  readonly added: number | null;
  readonly total: number | null;
  readonly step: ProjectStep;
  readonly dueOn: PlainDate;
  readonly percent: number;
  /** How many registered households of the place are in it. */
  readonly households: number;
  readonly expectedHouseholds: number | null;
  readonly expectedPersons: number | null;
  readonly acts: readonly { readonly kind: ProjectActKind; readonly on: PlainDate }[];
  /** Paid yuan, with the day; milestones are paid in their order. */
  readonly paid: readonly { readonly yuan: number; readonly on: PlainDate }[];
}

interface Template {
  readonly name: string;
  readonly kind: string;
  readonly level: InventedProject['level'];
  readonly purpose: string;
  readonly organiser: string;
  readonly product: string;
  readonly unit: string;
  /** Ten thousand yuan, at least and at most. */
  readonly cost: readonly [number, number];
  readonly each: readonly [number, number];
}

const templates: readonly Template[] = [
  {
    name: '屯级路硬化',
    kind: 'ROAD',
    level: 'village',
    purpose: 'INFRASTRUCTURE',
    organiser: '县交通局',
    product: '硬化道路',
    unit: '公里',
    cost: [60, 190],
    each: [1, 5],
  },
  {
    name: '人饮水柜',
    kind: 'WATER',
    level: 'village',
    purpose: 'INFRASTRUCTURE',
    organiser: '县水利局',
    product: '家庭水柜',
    unit: '座',
    cost: [20, 90],
    each: [10, 60],
  },
  {
    name: '红心香柚种植',
    kind: 'CROPS',
    level: 'household',
    purpose: 'INDUSTRY',
    organiser: '县农业局',
    product: '红心香柚',
    unit: '亩',
    cost: [15, 60],
    each: [40, 300],
  },
  {
    name: '桑园改造',
    kind: 'SERICULTURE',
    level: 'household',
    purpose: 'INDUSTRY',
    organiser: '县农业局',
    product: '桑园',
    unit: '亩',
    cost: [12, 48],
    each: [60, 260],
  },
  {
    name: '香猪养殖',
    kind: 'LIVESTOCK',
    level: 'household',
    purpose: 'INDUSTRY',
    organiser: '县水产畜牧局',
    product: '香猪',
    unit: '头',
    cost: [18, 70],
    each: [80, 400],
  },
  {
    name: '危房集中改造',
    kind: 'HOUSE',
    level: 'household',
    purpose: 'HOUSE',
    organiser: '县住建局',
    product: '改造住房',
    unit: '户',
    cost: [30, 120],
    each: [8, 24],
  },
  {
    name: '村级公共服务中心',
    kind: 'PUBLIC',
    level: 'village',
    purpose: 'INFRASTRUCTURE',
    organiser: '县扶贫办',
    product: '服务中心',
    unit: '处',
    cost: [45, 80],
    each: [1, 1],
  },
];

const lastDay = plainDate('2016-09-29');
/** Townships have their share of the pooled money by then. */
const firstWorks = plainDate('2016-04-05');
/** From what each act needs of the one before, in days at most. */
const pace = 18;

const way: readonly (readonly [ProjectActKind, ProjectStep])[] = [
  ['enter', 'library'],
  ['apply', 'applied'],
  ['review', 'reviewed'],
  ['approve', 'approved'],
  ['tender', 'tendered'],
  ['start', 'building'],
  ['accept', 'accepted'],
  ['settle', 'settled'],
  ['handOver', 'handedOver'],
];

/** Projects of these villages, one after another through the templates. */
export function inventProjects(
  villages: readonly { readonly code: string; readonly name: string }[],
  seed: string,
): readonly InventedProject[] {
  const random = randomOf(`${seed} projects`);
  return [
    ...publishedOutputs,
    ...villages.map((village, index) => {
      const template = templates[index % templates.length];
      if (template === undefined) throw new Error('no template');
      return invent(random, village, template);
    }),
  ];
}

function invent(
  random: Random,
  village: { readonly code: string; readonly name: string },
  template: Template,
): InventedProject {
  const [least, most] = template.cost;
  const planned = random.between(least, most) * 10_000;
  const quantity = random.between(...template.each);
  const reached = Math.min(way.length, 1 + random.below(way.length + 4));
  const acts: { kind: ProjectActKind; on: PlainDate }[] = [];
  let on = addDays(plainDate('2016-01-11'), random.between(0, 50));
  for (const [kind] of way.slice(0, reached)) {
    if (kind === 'accept') acts.push({ kind: 'report', on });
    on = later(on, random.between(3, pace));
    if (kind === 'start' && on < firstWorks) on = firstWorks;
    acts.push({ kind, on });
  }
  const step = way[reached - 1]?.[1] ?? 'library';
  const isAccepted = step === 'accepted' || step === 'settled' || step === 'handedOver';
  const accepted = isAccepted ? planned - random.below(5) * 1_000 : null;
  const isPaid = step === 'settled' || step === 'handedOver';
  const acceptedOn = acts.find(({ kind }) => kind === 'accept')?.on ?? lastDay;
  const first = Math.round(planned * 0.4);
  const paid =
    accepted === null
      ? []
      : [
          { yuan: first, on: later(acceptedOn, 2) },
          ...(isPaid ? [{ yuan: accepted - first, on: later(acceptedOn, 4) }] : []),
        ];
  return {
    area: village.code,
    title: `${village.name}${template.name}（虚构）`,
    kind: template.kind,
    level: template.level,
    mode: 'buildThenSubsidize',
    plannedYuan: planned,
    acceptedYuan: accepted,
    purpose: template.purpose,
    organiser: template.organiser,
    product: template.product,
    unit: template.unit,
    quantity,
    added: isAccepted ? quantity : null,
    total: isAccepted ? quantity + random.between(0, 3) * quantity : null,
    step,
    dueOn: addDays(plainDate('2016-07-31'), random.between(0, 140)),
    percent: isAccepted ? 100 : step === 'building' ? random.between(1, 9) * 10 : 0,
    households: template.level === 'household' ? random.between(6, 20) : random.between(15, 60),
    expectedHouseholds: null,
    expectedPersons: null,
    acts,
    paid,
  };
}

function later(day: PlainDate, days: number): PlainDate {
  const on = addDays(day, days);
  return on > lastDay ? lastDay : on;
}

const county = '451226';
const published = {
  area: county,
  level: 'county',
  mode: 'ordinary',
  acceptedYuan: null,
  purpose: 'INDUSTRY',
  organiser: '县农业局',
  unit: '亩',
  step: 'building',
  dueOn: plainDate('2016-12-20'),
  percent: 80,
  households: 0,
  acts: [
    { kind: 'enter', on: plainDate('2016-01-12') },
    { kind: 'apply', on: plainDate('2016-01-20') },
    { kind: 'review', on: plainDate('2016-01-28') },
    { kind: 'approve', on: plainDate('2016-02-03') },
    { kind: 'tender', on: plainDate('2016-02-24') },
    { kind: 'start', on: plainDate('2016-03-01') },
  ],
  paid: [],
} as const;

/**
 * Outputs as published (HJ-40): seedlings for about 7,900 mu, 3,034.4 mu of new cane, 180,300 mu of mulberry in
 * all, of which nothing says how much is new; 2,838 households and 11,352 persons are an estimate of all three
 * together, kept with the first.
 */
const publishedOutputs: readonly InventedProject[] = [
  {
    ...published,
    title: '红心香柚等果苗发放',
    kind: 'CROPS',
    plannedYuan: 9_480_000,
    product: '果苗可种植面积',
    quantity: 7900,
    added: 7900,
    total: null,
    expectedHouseholds: 2838,
    expectedPersons: 11_352,
  },
  {
    ...published,
    title: '新种糖蔗',
    kind: 'CROPS',
    plannedYuan: 3_640_000,
    product: '糖蔗',
    quantity: 3034.4,
    added: 3034.4,
    total: null,
    expectedHouseholds: null,
    expectedPersons: null,
  },
  {
    ...published,
    title: '桑蚕提质',
    kind: 'SERICULTURE',
    plannedYuan: 12_600_000,
    product: '桑园',
    quantity: 180_300,
    added: null,
    total: 180_300,
    expectedHouseholds: null,
    expectedPersons: null,
  },
];
