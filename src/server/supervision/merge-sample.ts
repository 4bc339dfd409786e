// A household that was drawn and is not scored yet stays what it is until the round is closed: a merge would
// change what was drawn.
import type { MergePart } from '#server/registry/duplicates/merge-part.ts';
import { isDrawnInOpenRound } from './merge-sample.store.ts';

const inRound = {
  zh: '抽中户（核查轮次尚未结束）',
  en: 'a place in a round of checks that is open',
};

export const samplePart: MergePart = {
  settles: [],
  async hindrance({ tx }, { county, gone, kept }) {
    const isDrawn = await isDrawnInOpenRound(tx, county, [gone, kept]);
    return isDrawn ? inRound : undefined;
  },
  merging: async () => undefined,
  undone: async () => undefined,
};
