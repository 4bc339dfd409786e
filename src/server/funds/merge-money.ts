// Money that was posted to a household stays in its books: entries are never changed, so a record with
// money is the one that is kept.
import type { MergePart } from '#server/registry/duplicates/merge-part.ts';
import { hasMoney } from './merge-money.store.ts';

const posted = {
  zh: '要并掉的一户有已记账的资金（请保留有资金的一户）',
  en: 'money in the books of the record that goes (keep the one with the money)',
};

export const moneyPart: MergePart = {
  settles: [],
  async hindrance({ tx }, { county, gone }) {
    return (await hasMoney(tx, county, gone)) ? posted : undefined;
  },
  merging: async () => undefined,
  undone: async () => undefined,
};
