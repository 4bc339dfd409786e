// Invented work of the demonstration county: problems in all states of their list, and indicators of its
// villages. Every text says that it is invented; the same seed gives the same work everywhere.
import { type Random, randomOf } from '#domain/demonstration/random.ts';
import { addDays, type PlainDate } from '#domain/kernel/plain-date.ts';
import { enteredOf, type IndicatorSetRule, isJudged } from '#domain/registry/indicator.ts';

export interface WorkPlace {
  readonly code: string;
  readonly name: string;
}

export interface InventedProblem {
  readonly place: WorkPlace;
  readonly title: string;
  readonly words: string;
  readonly source: 'person' | 'check' | 'report';
  readonly registeredOn: PlainDate;
  readonly owner: string;
  readonly dueOn: PlainDate;
  /** How many states it has passed: 0 is registered, 4 closed. */
  readonly steps: readonly { readonly on: PlainDate; readonly words: string }[];
}

const kinds: readonly (readonly [what: string, owner: string, mended: string])[] = [
  ['饮水工程停水', '县水利局', '换了水泵，已通水'],
  ['入户路塌方没有清理', '县交通局', '清理塌方并加了挡墙'],
  ['危房户还没有动工', '县住建局', '已动工，月底封顶'],
  ['低保金两个月没有到账', '县民政局', '银行卡号更正，已补发'],
  ['教育资助没有发到学生', '县教育局', '名单核对后已发放'],
  ['合作社分红没有公示', '县农业局', '分红表已贴到村务栏'],
  ['村卫生室周末没人值班', '县卫计局', '排了值班表并上墙'],
  ['帮扶手册没有填完', '村委会', '已逐户补填'],
  ['光伏项目并网拖延', '县发改局', '供电所已并网'],
  ['培训名单和实际到课不符', '县人社局', '按签到表更正'],
  ['小额信贷户不知道利率', '县金融办', '入户讲清并留了明白卡'],
  ['搬迁户旧房没有拆除', '县移民局', '签了协议，已拆除'],
];

/** How many days ago a problem was registered, by how far it has come. */
const ages: readonly (readonly [least: number, most: number])[] = [
  [1, 4],
  [4, 38],
  [20, 60],
  [25, 60],
  [40, 88],
];

const checked = '到现场看过，情况属实';
const closing = '同意销号';

/** Each stands where the plan of shares says. */
export function inventProblems(
  places: readonly WorkPlace[],
  {
    seed,
    today,
    count,
  }: { readonly seed: string; readonly today: PlainDate; readonly count: number },
): readonly InventedProblem[] {
  const random = randomOf(`${seed} problems`);
  return Array.from({ length: count }, (_, index) => {
    const [what, owner, mended] = kinds[index % kinds.length] ?? kinds[0] ?? ['', '', ''];
    const passed = stepsOf(index, count);
    const began = addDays(today, -random.between(...(ages[passed] ?? [20, 60])));
    const given = random.between(10, 30);
    const place = random.pick(places);
    const texts = ['请在时限内办好', mended, checked, closing];
    const assignedOn = addDays(began, random.between(1, 5));
    const dueOn = addDays(assignedOn, given);
    let on = assignedOn;
    const steps = texts.slice(0, passed).map((words, at) => {
      if (at > 0) on = addDays(on, random.between(1, Math.max(2, Math.round(given / 3))));
      return { on: on > today ? today : on, words: `${words}（虚构）` };
    });
    return {
      place,
      title: what,
      words: `${what}，群众有反映。演示用的虚构内容。`,
      source: random.pick(['person', 'person', 'check', 'report'] as const),
      registeredOn: began,
      owner: `${owner}（虚构）`,
      dueOn,
      steps,
    };
  });
}

/** Of sixty: eight registered, eighteen assigned, eight mended, four verified, the rest closed. */
function stepsOf(index: number, count: number): number {
  const share = index / count;
  if (share < 8 / 60) return 0;
  if (share < 26 / 60) return 1;
  if (share < 34 / 60) return 2;
  return share < 38 / 60 ? 3 : 4;
}

export interface InventedCell {
  readonly place: string;
  readonly indicator: string;
  readonly value: number;
  readonly part: number | null;
  readonly whole: number | null;
}

/** Most villages meet most limits; some cells nobody has entered yet. */
export function inventIndicators(
  set: IndicatorSetRule,
  places: readonly WorkPlace[],
  seed: string,
): readonly InventedCell[] {
  const random = randomOf(`${seed} indicators ${set.id}`);
  return places.flatMap((place) => {
    const isBehind = random.chance(0.3);
    return enteredOf(set).flatMap((rule) => {
      if (random.chance(0.08)) return [];
      const isShort = random.chance(isBehind ? 0.25 : 0.04);
      const cell = { place: place.code, indicator: rule.id };
      if (isJudged(rule)) return { ...cell, value: isShort ? 0 : 1, part: null, whole: null };
      return { ...cell, ...measured(random, rule, isShort) };
    });
  });
}

function measured(
  random: Random,
  { unit, least }: { readonly unit: string; readonly least: number | null },
  isShort: boolean,
): Pick<InventedCell, 'value' | 'part' | 'whole'> {
  if (unit === 'percent') {
    const whole = random.between(180, 640);
    const limit = least ?? 90;
    const share = isShort ? limit - random.between(1, 15) : limit + random.next() * (100 - limit);
    const part = Math.min(whole, Math.max(0, Math.round((whole * share) / 100)));
    return { value: Math.round((part / whole) * 10_000) / 100, part, whole };
  }
  if (unit === 'metre') {
    const width = (least ?? 3) + (isShort ? -0.5 : random.below(4) / 2);
    return { value: width, part: null, whole: null };
  }
  return { value: random.between(5, 90) * 1000, part: null, whole: null };
}
