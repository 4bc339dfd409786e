// Doors of bulletins.
import {
  getBulletin,
  listBulletins,
  makeBulletin,
  printBulletin,
  signBulletin,
} from '#contract/insight-bulletins.ts';
import { type Served, serve } from '#server/http/serve.ts';
import {
  bulletinsOf,
  bulletinViewOf,
  madeBulletin,
  printedBulletin,
  signedBulletin,
} from './bulletins.ts';

export const bulletinRoutes: readonly Served[] = [
  serve(listBulletins, bulletinsOf),
  serve(makeBulletin, madeBulletin),
  serve(getBulletin, bulletinViewOf),
  serve(signBulletin, signedBulletin),
  serve(printBulletin, printedBulletin),
];
