// Doors of duplicates and merging.
import * as contract from '#contract/registry-duplicates.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { lookAround } from './look-for-duplicates.ts';
import { confirm, propose, sendBack, undo } from './merge-pair.ts';
import { nameOnePair, openAgain, pairCounts, pairOf, pairsOf, sayDifferent } from './pairs.ts';
import { estimate, startSearch } from './search-duplicates.ts';

export const duplicateRoutes: readonly Served[] = [
  serve(contract.listDuplicates, pairsOf),
  serve(contract.countDuplicates, pairCounts),
  serve(contract.estimateDuplicates, estimate),
  serve(contract.searchDuplicates, startSearch),
  serve(contract.lookForDuplicates, lookAround),
  serve(contract.namePair, nameOnePair),
  serve(contract.getDuplicate, pairOf),
  serve(contract.findDifferent, sayDifferent),
  serve(contract.reopenPair, openAgain),
  serve(contract.proposeMerge, propose),
  serve(contract.confirmMerge, confirm),
  serve(contract.returnMerge, sendBack),
  serve(contract.undoMerge, undo),
];
