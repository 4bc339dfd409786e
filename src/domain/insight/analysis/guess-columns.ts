// What the columns of somebody's table are likely to be, by their headings. A guess is shown and can be
// changed; what matches nothing is not used.

export type MeasureRole = 'income' | 'members' | 'weight' | 'household' | 'by';

const known: Readonly<Record<MeasureRole, readonly string[]>> = {
  income: [
    '人均纯收入',
    '人均可支配收入',
    '人均年收入',
    '人均收入',
    '年人均纯收入',
    'incomeperhead',
    'percapitaincome',
    '收入',
    'income',
  ],
  members: [
    '家庭人口',
    '家庭人口数',
    '人口数',
    '人口',
    '人数',
    '家庭成员数',
    'members',
    'householdsize',
    'size',
  ],
  weight: ['权重', '抽样权重', '调查权重', 'weight'],
  household: ['户编号', '户号', '户码', 'householdno', 'household', 'hhid'],
  by: ['乡镇', '乡（镇）', '乡(镇)', '乡', '村', '行政村', 'township', 'village', 'group'],
};

export function guessColumns(
  headings: readonly string[],
): Readonly<Record<MeasureRole, string | null>> {
  const plain = headings.map((heading) =>
    heading
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s_]|[(（].*?[)）]/g, ''),
  );
  const find = (names: readonly string[]) => {
    const name = names.find((one) => plain.includes(one));
    return name === undefined ? null : (headings[plain.indexOf(name)] ?? null);
  };
  return {
    income: find(known.income),
    members: find(known.members),
    weight: find(known.weight),
    household: find(known.household),
    by: find(known.by),
  };
}
