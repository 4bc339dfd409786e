// Doors of ties between units and households, and of the board of supply and demand.
import * as market from '#contract/workforce-market.ts';
import * as doors from '#contract/workforce-ties.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { marketOf, postNotice, takeDown } from './market.ts';
import { importTieRows, sheetOfTies } from './tie-sheet.ts';
import { endOne, enterOne, tieRows, tiesOf, unitPage } from './ties.ts';

export const tieRoutes: readonly Served[] = [
  serve(doors.getTies, tiesOf),
  serve(doors.tieSheet, sheetOfTies),
  serve(doors.importTies, importTieRows),
  serve(doors.getUnit, unitPage),
  serve(doors.listTies, tieRows),
  serve(doors.enterTie, enterOne),
  serve(doors.endTie, endOne),
  serve(market.listMarket, marketOf),
  serve(market.postMarket, postNotice),
  serve(market.closeMarket, takeDown),
];
