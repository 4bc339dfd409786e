// Two households that become one have one helper: where both had one, the pairing of the record that goes
// ends, and begins again when the merge is undone. A hand-over that waits is answered first.
import type { MergePart } from '#server/registry/duplicates/merge-part.ts';
import { showHouseholds } from './helper-roll.store.ts';
import {
  countHelped,
  endPairingOfMerged,
  hasOffer,
  listHelpersOf,
  resumePairingOfMerged,
} from './merge-pairing.store.ts';

const offerWaits = { zh: '待答复的结对移交', en: 'a hand-over that waits for an answer' };

export const pairingsPart: MergePart = {
  settles: ['workforce_pairing'],
  async hindrance({ tx }, merge) {
    return (await hasOffer(tx, merge)) ? offerWaits : undefined;
  },
  async merging({ tx, today, language }, merge) {
    const reason = { zh: '并入重复登记的另一户', en: 'merged into the other record' }[language];
    const helper = await endPairingOfMerged(tx, merge, { today, reason });
    if (helper !== undefined) await countHelped(tx, merge.county, { helper, by: -1 });
  },
  async undone({ tx, today }, merge) {
    const helper = await resumePairingOfMerged(tx, merge);
    if (helper !== undefined) await countHelped(tx, merge.county, { helper, by: 1 });
    await showHouseholds(tx, merge.county, await listHelpersOf(tx, merge), today);
  },
};
