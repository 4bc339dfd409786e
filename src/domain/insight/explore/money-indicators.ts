// What one may explore of money: the stages of the books, cut as the books are kept.

const books = { zh: '资金台账', en: 'The books' };
const ofMoney = ['purpose', 'source', 'part', 'village', 'month', 'year'] as const;

export const moneyIndicators = [
  {
    id: 'moneyPlanned',
    group: 'money',
    title: { zh: '计划资金', en: 'Money planned' },
    unit: 'yuan',
    definition: {
      zh: '账上计划的钱，按记账日；冲销的已减去。',
      en: 'Money planned in the books, by the day of the entry; what was reversed is taken off.',
    },
    source: books,
    cube: 'money',
    n: 'planned',
    behind: 'households',
    dimensions: ofMoney,
  },
  {
    id: 'moneyArrived',
    group: 'money',
    title: { zh: '到账资金', en: 'Money arrived' },
    unit: 'yuan',
    definition: {
      zh: '下达后到了账上的钱，和资金页的“到账”同一个数。',
      en: 'Money that was granted and has arrived: the same number as “arrived” on the page of the books.',
    },
    source: books,
    cube: 'money',
    n: 'arrived',
    behind: 'households',
    dimensions: ofMoney,
  },
  {
    id: 'moneyPaid',
    group: 'money',
    title: { zh: '支出资金', en: 'Money paid' },
    unit: 'yuan',
    definition: {
      zh: '付给户、工程和单位的钱，含贷款背后的钱；和资金页的“支出”同一个数。',
      en: 'Money paid to households, works and units, with what stands behind loans: the same number as “paid” on the page of the books.',
    },
    source: books,
    cube: 'money',
    n: 'paid',
    behind: 'households',
    dimensions: ofMoney,
  },
  {
    id: 'moneyPaidShare',
    group: 'money',
    title: { zh: '支出占到账', en: 'Share of money paid' },
    unit: 'percent',
    definition: {
      zh: '支出的钱占到账的钱。钱到在县里、付在村里，所以只按来源和用途分。',
      en: 'Money paid, of money arrived. It arrives at the county and is paid in villages, so it is cut by source and use alone.',
    },
    source: books,
    cube: 'money',
    n: 'paid',
    over: 'arrived',
    behind: 'households',
    dimensions: ['purpose', 'source'],
  },
] as const;
