// Doors of the books.
import {
  areaBook,
  fetchPrint,
  householdBooks,
  printAll,
  printAreaBook,
  printHouseholdBook,
  printSchedule,
  schedulePrints,
} from '#contract/assistance-books.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { printScheduleOf } from './print-schedule.ts';
import {
  bookOfArea,
  booksOf,
  fetchPrinted,
  printArea,
  printHousehold,
  printsOfSchedule,
  startPrinting,
} from './prints.ts';

export const householdBookRoutes: readonly Served[] = [
  serve(householdBooks, booksOf),
  serve(printHouseholdBook, printHousehold),
  serve(areaBook, bookOfArea),
  serve(printAreaBook, printArea),
  serve(printAll, startPrinting),
  serve(fetchPrint, fetchPrinted),
  serve(printSchedule, printScheduleOf),
  serve(schedulePrints, printsOfSchedule),
];
