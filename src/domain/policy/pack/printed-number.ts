// What interval a printed number stands for. 4.57万 was rounded to a hundred, 2.49亿多 is at least that and
// less than 2.50亿, 120多亿 lies between 120 and 130, 1.8亿元以上 has no upper end. A whole number without
// 万 or 亿 is taken as counted.

export interface Interval {
  readonly least: number;
  readonly most: number;
  /** The upper end itself is not meant: half a step up would have been printed as the next number. */
  readonly mostOpen?: true;
}

export interface PrintedNumber extends Interval {
  readonly nominal: number;
}

const scales: Readonly<Record<string, number>> = { 亿: 1e8, 万: 1e4, 千: 1e3 };
const pattern =
  /^(?<before>[^\d]*)(?<number>\d[\d,]*(?:\.\d+)?)(?:\s*[—–~至-]\s*(?<upper>\d+(?:\.\d+)?))?\s*(?<more>[多余]?)(?<scale>[亿万千]?)(?<after>.*)$/u;

/** Undefined when no number can be read. `isShare`: a percentage is rounded even when it is whole. */
export function readPrinted(text: string, isShare = false): PrintedNumber | undefined {
  const groups = pattern.exec(text.trim())?.groups;
  if (groups === undefined) return undefined;
  const { before = '', number = '', upper, scale = '', after = '' } = groups;
  const digits = number.replaceAll(',', '');
  const factor = scales[scale] ?? 1;
  const nominal = tidy(Number(digits) * factor);
  if (upper !== undefined) {
    return { nominal, least: nominal, most: tidy(Number(upper) * factor) };
  }
  const decimals = digits.split('.')[1]?.length ?? 0;
  const isMore = groups.more !== '' || /^[多余]/.test(after);
  if (isMore || /超过|逾/.test(before)) {
    const step = decimals > 0 ? 10 ** -decimals : trailingStep(digits);
    return { nominal, least: nominal, most: tidy(nominal + step * factor), mostOpen: true };
  }
  if (/以上/.test(after) || /至少|不低于|≥/.test(before)) {
    return { nominal, least: nominal, most: Number.POSITIVE_INFINITY };
  }
  if (/以下|以内/.test(after) || /最高|不超过|≤/.test(before)) {
    return { nominal, least: 0, most: nominal };
  }
  if (/^约|约$/.test(before)) return around(nominal, (trailingStep(digits) * factor) / 2);
  if (factor === 1 && decimals === 0 && !isShare && !text.includes('%')) {
    return { nominal, least: nominal, most: nominal };
  }
  return around(nominal, (10 ** -decimals * factor) / 2);
}

function around(nominal: number, half: number): PrintedNumber {
  return { nominal, least: tidy(nominal - half), most: tidy(nominal + half), mostOpen: true };
}

/** 120 was said in tens, 2000 in thousands, 435 in ones. */
function trailingStep(digits: string): number {
  return 10 ** (/0*$/.exec(digits)?.[0].length ?? 0);
}

/** Without the crumbs of binary fractions: 4.57 × 10,000 is 45,700. */
export function tidy(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : value;
}
