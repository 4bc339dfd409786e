// The income of an invented household for one year, as entries along the national income tree. What
// the state pays follows from who lives there (pension from 60, subsistence allowance for those on it);
// the rest is earned by who can work, and brings the household to what it was meant to have a head.
// Amounts are whole fen of whole yuan, as people answer when asked.

import type { IncomeKind } from '#domain/registry/income.ts';
import type { Payments } from './calibration.ts';
import type { Random } from './random.ts';

export interface Earner {
  readonly index: number;
  readonly age: number;
  readonly isAble: boolean;
  readonly workMonths: number;
  readonly dibao: boolean;
  readonly inHigherSchool: boolean;
}

export interface LedgerWish {
  readonly members: readonly Earner[];
  readonly targetPerHeadYuan: number;
  /** Where somebody has found it so: never less a head than `from`, and less than `below`. */
  readonly found: { readonly from: number; readonly below: number };
  readonly payments: Payments;
  readonly forestLand: number;
  readonly arableLand: number;
  readonly isRegistered: boolean;
}

export interface LedgerLine {
  readonly kind: IncomeKind;
  readonly yuan: number;
  readonly note: string;
  /** Index of the member it belongs to. */
  readonly member?: number;
}

const crops = ['桑蚕', '糖料蔗', '水稻、玉米', '香糯', '红心香柚', '玉米、黄豆'] as const;
const animals = ['香猪', '菜牛', '香鸭', '土鸡', '山羊'] as const;

export function inventLedger(wish: LedgerWish, random: Random): readonly LedgerLine[] {
  const lines = transfersOf(wish, random);
  const given = lines.reduce((sum, line) => sum + line.yuan, 0);
  const meant = wish.targetPerHeadYuan * wish.members.length;
  const earned = Math.max(0, meant - given);
  lines.push(...earningsOf(wish, earned, random));
  const persons = wish.members.length;
  const short = Math.ceil(wish.found.from * persons) - netOf(lines);
  if (short > 0) return [...lines, { kind: 'otherWage', yuan: short, note: '本地零工' }];
  return lessen(lines, netOf(lines) - (Math.ceil(wish.found.below * persons) - 1));
}

/** Takes a surplus from the largest incomes; a pension and the like cannot be more than they are. */
function lessen(lines: readonly LedgerLine[], surplus: number): readonly LedgerLine[] {
  let left = surplus;
  if (left <= 0) return lines;
  const largestFirst = [...lines]
    .filter((line) => !line.kind.endsWith('Cost'))
    .sort((one, other) => other.yuan - one.yuan);
  const taken = new Map<LedgerLine, number>();
  for (const line of largestFirst) {
    const part = Math.min(left, line.yuan);
    taken.set(line, part);
    left -= part;
  }
  return lines
    .map((line) => ({ ...line, yuan: line.yuan - (taken.get(line) ?? 0) }))
    .filter((line) => line.yuan > 0);
}

function netOf(lines: readonly LedgerLine[]): number {
  return lines.reduce(
    (sum, line) => sum + (line.kind.endsWith('Cost') ? -line.yuan : line.yuan),
    0,
  );
}

function transfersOf(wish: LedgerWish, random: Random): LedgerLine[] {
  const lines: LedgerLine[] = [];
  const elderly = wish.members.filter((each) => each.age >= 60).length;
  if (elderly > 0)
    lines.push({
      kind: 'pension',
      yuan: elderly * wish.payments.pensionYear,
      note: '城乡居民养老金',
    });
  const onDibao = wish.members.filter((each) => each.dibao).length;
  if (onDibao > 0) {
    const [from, to] = wish.payments.dibaoMonth;
    lines.push({ kind: 'dibao', yuan: onDibao * 12 * random.between(from, to), note: '低保金' });
  }
  if (wish.forestLand > 6) {
    const yuan = Math.round(wish.forestLand * wish.payments.forestMu);
    lines.push({ kind: 'ecoCompensation', yuan, note: '公益林补偿' });
  }
  const student = wish.members.find((each) => each.inHigherSchool);
  if (student !== undefined && wish.isRegistered && random.chance(0.7)) {
    const yuan = random.pick(wish.payments.schoolGrants);
    lines.push({ kind: 'educationGrant', yuan, note: '雨露计划', member: student.index });
  }
  return lines;
}

/** Wages of who is away, then what the land and the animals give, less what they cost. */
function earningsOf(wish: LedgerWish, total: number, random: Random): LedgerLine[] {
  if (total < 60) return [];
  const lines: LedgerLine[] = [];
  const away = wish.members.filter((each) => each.workMonths > 0);
  const wages = away.length === 0 ? 0 : total * Math.min(0.9, 0.45 + 0.2 * away.length);
  const months = away.reduce((sum, each) => sum + each.workMonths, 0);
  for (const each of away) {
    const yuan = tens((wages * each.workMonths) / months);
    if (yuan > 0) lines.push({ kind: 'migrant', yuan, note: '外出务工', member: each.index });
  }
  const left = total - lines.reduce((sum, line) => sum + line.yuan, 0);
  if (left < 60) return lines;
  if (!wish.members.some((each) => each.isAble)) {
    lines.push({ kind: 'landTransfer', yuan: tens(left * 0.4), note: '耕地出租' });
    lines.push({ kind: 'otherTransfer', yuan: tens(left * 0.6), note: '子女、亲属赠养' });
    return lines;
  }
  const costShare = 0.26 + 0.1 * random.next();
  const gross = left / (1 - costShare);
  const cropShare = wish.arableLand < 0.5 ? 0.2 : 0.35 + 0.4 * random.next();
  const crop = tens(gross * cropShare);
  const livestock = tens(gross - crop);
  lines.push({ kind: 'crop', yuan: crop, note: random.pick(crops) });
  lines.push({ kind: 'livestock', yuan: livestock, note: random.pick(animals) });
  lines.push({ kind: 'cropCost', yuan: tens(crop * costShare), note: '种子、肥料、农药' });
  lines.push({ kind: 'livestockCost', yuan: tens(livestock * costShare), note: '种苗、饲料' });
  return lines.filter((line) => line.yuan > 0);
}

function tens(yuan: number): number {
  return Math.max(0, Math.round(yuan / 10) * 10);
}
