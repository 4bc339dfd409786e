// The names county offices give to columns. The first of each list is the one our own spreadsheets
// carry; the others were seen in forms of the national registration, its guides and its exports.
// English names are those of the fields, so that a file made by a program needs no mapping.

import { type ImportFieldId, importFields } from '#domain/exchange/import-field.ts';

export const headingsOf: Readonly<Record<ImportFieldId, readonly string[]>> = {
  ignore: [
    '序号',
    '编号',
    '行号',
    '原行号',
    '未导入原因',
    'Row in the file',
    'Reason',
    '备注',
    '说明',
    '填表人',
    '填表日期',
    '年龄',
    '周岁',
  ],
  'household.householdNo': ['户编号', '户号', '家庭编号', '农户编号', '贫困户编号', '户编码'],
  'external.household': ['全国系统户编号', '国扶办户编号', '国办系统户编号'],
  'external.person': ['全国系统人编号', '人编号', '国扶办人编号', '人员编号'],
  'head.name': ['户主姓名', '户主', '户主名', '户主名字'],
  'head.identity': ['户主证件号码', '户主身份证号', '户主证件号', '户主身份证号码'],
  'area.code': ['行政区划代码', '区划代码', '村代码', '行政村代码', '村编码', '行政区划编码'],
  'area.county': ['县', '县名', '县(市、区)', '县(区)', '区县', '省', '省(区、市)', '市', '市(州)'],
  'area.township': ['乡镇', '乡(镇)', '镇', '乡', '乡镇名称', '所在乡镇', '街道', '乡镇(街道)'],
  'area.village': ['行政村', '村', '村名', '行政村名称', '村委会', '所在村', '村(社区)', '嘎查'],
  'area.hamlet': ['自然村', '屯', '自然屯', '屯名', '村民小组', '小组', '组', '村组', '所在屯'],
  'household.address': ['家庭住址', '地址', '住址', '详细地址', '家庭地址', '户籍地址'],
  'household.phone': ['联系电话', '电话', '手机', '手机号', '手机号码', '联系方式', '电话号码'],
  'household.bank': ['开户银行', '开户银行名称', '开户行', '银行名称'],
  'household.bankAccount': ['银行账号', '银行卡号', '账号', '一卡通账号', '一折通账号', '银行帐号'],
  'household.stage': ['识别阶段', '建档阶段', '户状态'],
  'household.standard': ['识别标准', '贫困识别标准'],
  'household.attribute': ['贫困户属性', '户属性', '农户属性', '贫困户类型', '户类型'],
  'household.povertyStatus': ['脱贫状态', '脱贫属性', '是否脱贫', '贫困状态'],
  'household.notExitedReason': ['未脱贫原因', '不脱贫原因'],
  'household.primaryCause': ['主要致贫原因', '致贫原因', '首要致贫原因', '主要原因'],
  'household.otherCauses': ['其他致贫原因', '次要致贫原因', '其它致贫原因'],
  'household.primaryMeasure': ['主要帮扶措施', '帮扶措施', '户帮扶措施', '户主要措施'],
  'household.helpClass': ['分类帮扶类别', '困难类别', '贫困户类别'],
  'household.surveyedOn': ['调查日期', '入户调查日期', '入户日期', '登记日期', '调查时间'],
  'household.listedOn': ['识别日期', '建档日期', '建档立卡日期', '识别时间', '建档立卡时间'],
  'household.exitedOn': ['脱贫日期', '脱贫时间', '退出日期', '退出时间'],
  'household.houseArea': ['住房面积', '住房建筑面积', '房屋面积', '建筑面积'],
  'household.houseStructure': ['住房结构', '房屋结构', '主要结构', '住房主要结构'],
  'household.houseBuiltYear': ['建房年份', '建房时间', '建造年份', '住房建造年份', '建房年度'],
  'household.houseGrade': ['危房等级', '住房等级', '房屋等级', '是否危房', '危房级别'],
  'household.relocation': ['易地搬迁', '搬迁方式', '易地扶贫搬迁', '是否搬迁户', '搬迁类型'],
  'household.arableLand': ['耕地面积', '耕地', '承包耕地面积'],
  'household.irrigatedLand': ['有效灌溉面积', '水田面积', '灌溉面积', '水田', '其中有效灌溉面积'],
  'household.forestLand': ['林地面积', '林地', '山林面积'],
  'household.returnedForestLand': ['退耕还林面积', '退耕还林', '其中退耕还林面积'],
  'household.orchardLand': ['林果面积', '果园面积', '经果林面积', '其中林果面积'],
  'household.grassland': ['牧草地面积', '草地面积', '草场面积', '牧草地'],
  'household.waterSurface': ['水面面积', '水面', '养殖水面面积'],
  'household.inMutualFund': ['加入互助资金组织', '是否加入互助资金', '互助资金组织', '互助资金'],
  'household.inCooperative': ['加入农民专业合作组织', '是否加入合作社', '加入合作社', '合作社'],
  'household.electricity': ['生活用电', '通电情况', '是否通生活用电', '是否通电', '用电'],
  'household.fuel': ['主要燃料类型', '主要燃料', '燃料类型', '燃料'],
  'household.drinkingWater': ['饮水情况', '饮用水来源', '饮水来源', '饮水类型', '饮水方式'],
  'household.waterSafe': ['饮水安全', '饮水是否安全', '是否饮水安全', '是否解决安全饮用水'],
  'household.sanitaryToilet': ['卫生厕所', '有无卫生厕所', '是否有卫生厕所'],
  'household.television': ['广播电视', '通广播电视', '有无电视', '是否通广播电视', '电视'],
  'household.roadSurface': ['入户路', '入户路类型', '入户路情况', '道路类型'],
  'household.roadDistance': ['距主干路距离', '与村主干路距离', '离村主干路距离', '到主干道距离'],
  'household.militaryFamily': ['军烈属', '是否军烈属', '军属', '是否军属'],
  'person.name': ['姓名', '成员姓名', '家庭成员姓名', '家庭成员', '人员姓名', '名字'],
  'person.sex': ['性别', '成员性别'],
  'person.identity': [
    '证件号码',
    '身份证号',
    '身份证号码',
    '证件号',
    '公民身份号码',
    '居民身份证号码',
    '身份证',
    '成员证件号码',
    '证件号码(身份证或残疾证)',
    '残疾证号',
  ],
  'person.birthDate': ['出生日期', '出生年月日', '生日', '出生年月', '出生时间'],
  'person.relation': ['与户主关系', '与户主的关系', '户主关系', '家庭关系', '关系', '和户主关系'],
  'person.ethnicity': ['民族', '族别'],
  'person.education': ['文化程度', '学历', '受教育程度', '教育程度'],
  'person.schoolStage': ['在校生状况', '在校状况', '在校生', '在校情况', '是否在校生', '就读阶段'],
  'person.health': ['健康状况', '身体状况', '健康', '身体健康状况'],
  'person.labour': ['劳动技能', '劳动能力', '劳动力状况', '劳动力', '劳动力类型', '劳动能力状况'],
  'person.workPlace': ['务工状况', '务工地点', '务工情况', '务工区域', '务工所在地', '务工地'],
  'person.workMonths': ['务工时间', '务工月数', '务工时长', '务工时间(月)', '全年务工月数'],
  'person.dibao': ['是否享受低保', '享受低保', '低保', '是否低保', '是否参加低保'],
  'person.medicalInsurance': [
    '是否参加新农合',
    '参加新型合作医疗',
    '新农合',
    '是否参加新型合作医疗',
    '医保',
    '是否参加城乡居民基本医疗保险',
    '参加医疗保险',
    '是否参加医保',
  ],
  'person.pensionInsurance': [
    '是否参加养老保险',
    '参加养老保险',
    '养老保险',
    '是否参加新型养老保险',
    '新型养老保险',
    '是否参加城乡居民基本养老保险',
  ],
  'person.primaryMeasure': ['个人帮扶措施', '个人主要措施', '成员帮扶措施'],
  'person.joinedOn': ['加入日期', '迁入日期', '增加日期'],
  'stated.members': [
    '家庭人口',
    '家庭人口数',
    '人口数',
    '家庭人数',
    '户人口',
    '人数',
    '家庭成员数',
  ],
  'stated.netIncome': ['年纯收入', '家庭年纯收入', '家庭纯收入', '纯收入', '全年纯收入'],
  'stated.incomePerHead': [
    '人均纯收入',
    '家庭人均纯收入',
    '年人均纯收入',
    '人均收入',
    '人均可支配收入',
  ],
  'income.year': ['收入年度', '收入年份', '年度', '年份'],
  'income.migrant': ['务工收入', '外出务工收入', '打工收入'],
  'income.departmentPost': ['部门公益岗位收入'],
  'income.townshipPost': ['乡镇公益岗位收入'],
  'income.villagePost': ['公益岗位收入', '村级公益岗位收入', '公益性岗位收入'],
  'income.gathering': ['采集收入', '采集业收入'],
  'income.otherWage': ['工资性收入', '工资收入', '其他工资性收入', '劳动报酬收入'],
  'income.crop': ['种植业收入', '种植收入'],
  'income.livestock': ['养殖业收入', '养殖收入', '畜牧业收入'],
  'income.forestFruit': ['林果业收入', '林业收入', '林果收入'],
  'income.otherBusiness': [
    '生产经营性收入',
    '经营性收入',
    '家庭经营收入',
    '家庭经营性收入',
    '其他生产经营性收入',
  ],
  'income.assetDividend': ['资产收益', '资产收益分红', '资产收益扶贫分红'],
  'income.landTransfer': ['土地流转收入', '流转收入', '土地流转'],
  'income.loanProject': ['小额信贷分红', '信贷项目收入', '小额信贷项目收入'],
  'income.entrustedFarming': ['托养收入', '代种代养收入'],
  'income.otherProperty': ['财产性收入', '财产收入', '其他财产性收入'],
  'income.familyPlanning': ['计划生育金', '计生金', '计划生育奖励金'],
  'income.dibao': ['低保金', '领取低保金', '最低生活保障金'],
  'income.tekun': ['特困供养金', '五保金', '领取五保金'],
  'income.pension': ['养老保险金', '养老金', '领取养老保险金'],
  'income.ecoCompensation': ['生态补偿金', '生态补偿', '退耕还林补贴'],
  'income.educationGrant': ['教育补助', '助学金', '教育资助'],
  'income.industryGrant': ['产业补助', '产业奖补', '产业扶持资金'],
  'income.otherTransfer': ['转移性收入', '其他转移性收入', '转移收入', '政策性补贴'],
  'income.cropCost': ['种植业支出', '种植成本'],
  'income.livestockCost': ['养殖业支出', '养殖成本'],
  'income.forestCost': ['林果业支出', '林果成本'],
  'income.otherCost': [
    '生产经营性支出',
    '经营性支出',
    '生产性支出',
    '家庭经营支出',
    '生产经营支出',
    '其他生产经营性支出',
  ],
};

/** The heading our own spreadsheets give to a field. */
export function headingOf(id: ImportFieldId): string {
  return headingsOf[id]?.[0] ?? id;
}

/**
 * A heading as it is compared: full-width forms folded, spaces, marks of the paper form (A6、), stars
 * and what stands in brackets gone.
 */
export function headingKey(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')
    .replace(/^[A-Z]?\d{1,2}[a-z]?[.、:]?(?=\D)/, '')
    .replace(/^\d{4}年度?(?=.)/, '')
    .replace(/[\s*※★☆::、.。·"“”'/\\_-]/g, '')
    .toLowerCase();
}

const fieldByKey = new Map<string, ImportFieldId>();
for (const field of importFields) {
  for (const heading of headingsOf[field.id] ?? []) {
    if (!fieldByKey.has(headingKey(heading))) fieldByKey.set(headingKey(heading), field.id);
  }
}
for (const field of importFields) {
  const bare = field.id.slice(field.id.indexOf('.') + 1);
  for (const name of [field.id, bare, field.form?.column ?? bare]) {
    if (!fieldByKey.has(headingKey(name))) fieldByKey.set(headingKey(name), field.id);
  }
}

/** Long enough that it is no accident when a heading contains it. */
const containedCharactersMin = 3;

export interface HeadingMatch {
  readonly field: ImportFieldId;
  /** 1 where the heading is a known one, less where it only contains one. */
  readonly confidence: number;
}

export function matchHeading(text: string): HeadingMatch | undefined {
  const key = headingKey(text);
  if (key === '') return undefined;
  const exact = fieldByKey.get(key);
  if (exact !== undefined) return { field: exact, confidence: 1 };
  let longest = '';
  for (const known of fieldByKey.keys()) {
    if (
      known.length >= containedCharactersMin &&
      known.length > longest.length &&
      key.includes(known)
    ) {
      longest = known;
    }
  }
  const field = longest === '' ? undefined : fieldByKey.get(longest);
  if (field === undefined || field === 'ignore') return undefined;
  return { field, confidence: Math.round((0.4 + (0.4 * longest.length) / key.length) * 100) / 100 };
}

/** The year a heading speaks of: 2015年工资性收入. */
export function yearInHeading(text: string): number | undefined {
  const match = /((?:19|20)\d{2})\s*年/.exec(text.normalize('NFKC'));
  return match === null ? undefined : Number(match[1]);
}

/** How many times a number in this column is to be taken: 万元 counts ten thousand yuan. */
export function factorInHeading(text: string): number {
  return /万元/.test(text) ? 10_000 : 1;
}
