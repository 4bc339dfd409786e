// What invented people say in invented cases: reasons, objections and answers in the words of a village.
// None of it was said by anybody.
import type { StepRule } from '#domain/casework/case-rules.ts';
import type { Random } from './random.ts';

/** The reason of the act that opens a case, so that its trail says what it is. */
export const inventedMark = '演示数据，虚构';

const objections = [
  '他家儿子在县城买了商品房',
  '他家有一辆面包车跑客运',
  '他家在镇上有铺面出租',
  '家里有人在乡卫生院上班',
  '分数打低了，房子去年刚装修',
  '算收入没有算甘蔗款',
  '户口在屯里，人一直住在宜州',
  '他家比我家好过，怎么他有我没有',
] as const;

const rejections = [
  '到不动产登记中心查过，没有登记房产',
  '车辆是堂弟的，借名登记，已出具证明',
  '入户再核一次，情况与公示一致',
  '工资是临时工，三个月前已结束',
  '按评分表重新打分，结果不变',
] as const;

const upholdings = [
  '情况属实，退回重新核实',
  '查实有车，退回重新评分',
  '收入漏算一项，退回再算',
] as const;

const returns = [
  '材料缺一名家庭成员的签字，退回补正',
  '收入账与务工证明对不上，退回核实',
  '住房照片不清楚，退回重拍',
] as const;

const endings = [
  '收入不够稳定，继续帮扶',
  '住房还没有达到要求，继续帮扶',
  '评议认为生活条件好于同屯农户',
  '子女有稳定工资收入，不列入',
  '有小汽车，不符合条件',
] as const;

/** Of a village or county, which has no car and no family. */
const areaReturns = ['佐证材料不齐，退回补正'] as const;
const areaEndings = ['有一项没有达到标准，继续帮扶', '公共服务还没有补齐，继续帮扶'] as const;

const withdrawals = [
  '本人要求等孩子毕业后再办',
  '外出务工，明年再申请',
  '重复申请，撤回一件',
] as const;

const places = ['村委会公示栏', '屯口公告牌', '村文化活动中心', '乡政府公示栏'] as const;

export const caseWords = {
  objection: (random: Random) => random.pick(objections),
  rejection: (random: Random) => random.pick(rejections),
  upholding: (random: Random) => random.pick(upholdings),
  withdrawal: (random: Random) => random.pick(withdrawals),
  reason: (random: Random, { goesBack, ofArea }: { goesBack: boolean; ofArea: boolean }) =>
    ofArea
      ? random.pick(goesBack ? areaReturns : areaEndings)
      : random.pick(goesBack ? returns : endings),
  place: (random: Random, { level }: StepRule) =>
    level === 'township' ? '乡政府公示栏' : random.pick(places.slice(0, 3)),
};
