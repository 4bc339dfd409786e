// Heads of columns that hold money: `ColumnMoney` counts ten thousands in Chinese and whole yuan in English, and the
// head says so once for its column.
import { catalogue, useText } from '#web/text/catalogue.ts';

const headTexts = catalogue('funds-money-heads', {
  zh: { inUnit: '（万元）' },
  en: { inUnit: ' (yuan)' },
});

export function useMoneyHeads<Head extends string>(
  nameOf: (head: Head) => string,
  inMoney: readonly NoInfer<Head>[],
): (head: Head) => string {
  const text = useText(headTexts);
  return (head) => (inMoney.includes(head) ? `${nameOf(head)}${text('inUnit')}` : nameOf(head));
}
