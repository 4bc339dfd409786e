// Days as people and programs write them in a sheet: 2016-09-30, 2016/9/30, 2016.9.30, 2016年9月30日,
// 20160930, and the serial number of a spreadsheet program. Refuses two-digit years and orders other
// than year, month, day, because they cannot be told apart.

import { fromDayNumber, makePlainDate, type PlainDate } from '#domain/kernel/plain-date.ts';

/** Day number of 1899-12-30, from which serials count once the 29 February 1900 nobody had is past. */
const serialZero = -25569;
const serialZero1904 = -24107;

/** The year 1900 to the year 2199 as serials; anything else in a date column is no serial. */
const serialMin = 1;
const serialMax = 109573;

/** The day of a serial number; undefined for times without a day and for days beyond 2199. */
export function dateFromSerial(serial: number, from1904 = false): PlainDate | undefined {
  const whole = Math.floor(serial);
  if (!(whole >= (from1904 ? 0 : serialMin) && whole <= serialMax)) return undefined;
  if (from1904) return fromDayNumber(whole + serialZero1904);
  if (whole === 60) return undefined;
  return fromDayNumber(whole + serialZero + (whole < 60 ? 1 : 0));
}

/** Reads a day in any of the shapes above, with a time behind it or without. */
export function readSheetDate(raw: string): PlainDate | undefined {
  const text = raw.normalize('NFKC').trim();
  const parts =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]\s*\d{1,2}:\d{2}.*)?$/.exec(
      text,
    );
  if (parts !== null) {
    return makePlainDate(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  }
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact !== null) {
    return makePlainDate(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  }
  if (/^\d{1,6}(\.\d+)?$/.test(text)) return dateFromSerial(Number(text));
  return undefined;
}
