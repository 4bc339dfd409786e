// Doors of assets.
import {
  answerShare,
  countAsset,
  countAssets,
  doAssetAct,
  enterAsset,
  getAsset,
  listAssets,
  listShareRows,
  shareIncome,
} from '#contract/funds-assets.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { assetView } from './asset-view.ts';
import { actOnAsset, assetCounts, assetsOf, countOne, enterFormed } from './assets.ts';
import { answerOfShare, rowsOfShare, shareOut } from './share-income.ts';

export const assetRoutes: readonly Served[] = [
  serve(listAssets, assetsOf),
  serve(countAssets, assetCounts),
  serve(enterAsset, enterFormed),
  serve(getAsset, (context, { params }) => assetView(context, params.id)),
  serve(doAssetAct, actOnAsset),
  serve(countAsset, countOne),
  serve(shareIncome, shareOut),
  serve(answerShare, answerOfShare),
  serve(listShareRows, rowsOfShare),
];
