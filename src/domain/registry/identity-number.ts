// Citizen identity numbers (18 characters, GB 11643) and disability certificates (20 or 22: the
// identity number, a digit for the kind, a digit for the grade, two characters for a reissue).
// A wrong checksum is an error. A county code that is not in force is only a warning, because
// numbers outlive the division they were issued in. Numbers of the demonstration use a code that
// GB/T 2260 never assigned and are refused everywhere else.

import { parseAreaCode } from '#domain/kernel/area-code.ts';
import { ageOn, makePlainDate, type PlainDate } from '#domain/kernel/plain-date.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';

/**
 * Stands for the county in numbers of invented persons. GB/T 2260 has no province 99, and the
 * residence permits that begin with 8 or 9 have no such second and third digit either.
 */
export const demonstrationAreaCode = '990000';

export type Sex = 'male' | 'female';

export interface DisabilityMarks {
  /** 1 sight, 2 hearing, 3 speech, 4 limbs, 5 intellect, 6 mind, 7 several. */
  readonly type: number;
  /** 1 is the gravest. */
  readonly grade: number;
  readonly reissue: string | undefined;
}

export interface IdentityNumber {
  readonly kind: 'citizen' | 'disability';
  /** As it is stored and hashed: ASCII digits and a capital X, 18, 20 or 22 characters. */
  readonly text: string;
  /** The 18 characters that name the person, the same on both documents. */
  readonly citizen: string;
  readonly mask: string;
  readonly county: string;
  readonly birthDate: PlainDate;
  readonly sex: Sex;
  readonly disability: DisabilityMarks | undefined;
}

export interface IdentityProblem {
  readonly code: keyof typeof identityProblems;
  readonly severity: 'error' | 'warning';
  readonly message: Bilingual;
}

export interface IdentityReading {
  /** Undefined when an error leaves no number to store. */
  readonly number: IdentityNumber | undefined;
  readonly problems: readonly IdentityProblem[];
}

export interface IdentityContext {
  /** Whether six digits name a county of the division in force. */
  readonly isKnownCounty: (code: string) => boolean;
  readonly today: PlainDate;
  readonly demonstration: boolean;
}

const ageMax = 130;

export const identityProblems = {
  'registry/identity-old': {
    severity: 'error',
    message: {
      zh: '这是15位旧号码，2013年起已停止使用；请按二代身份证填写18位号码。',
      en: 'This is an old number of 15 digits, out of use since 2013; enter the 18 characters of the present card.',
    },
  },
  'registry/identity-length': {
    severity: 'error',
    message: {
      zh: '证件号应为18位（身份证）、20位或22位（残疾人证）；请对照证件补全或删去多余字符。',
      en: 'A number has 18 characters (identity card), 20 or 22 (disability certificate); compare it with the document.',
    },
  },
  'registry/identity-characters': {
    severity: 'error',
    message: {
      zh: '证件号只能由数字组成，第18位可以是X；请删去其他字符。',
      en: 'A number consists of digits, and X may stand in place 18; remove other characters.',
    },
  },
  'registry/identity-checksum': {
    severity: 'error',
    message: {
      zh: '身份证号校验位不符(GB 11643)，至少有一位抄错；请对照证件更正。',
      en: 'The check character does not fit (GB 11643): at least one digit is wrong; compare it with the card.',
    },
  },
  'registry/identity-birth-date': {
    severity: 'error',
    message: {
      zh: '证件号第7至14位不是有效的出生日期；请对照证件更正。',
      en: 'Places 7 to 14 are no possible date of birth; compare it with the card.',
    },
  },
  'registry/identity-disability': {
    severity: 'error',
    message: {
      zh: '残疾人证第19位应为残疾类别1至7，第20位应为等级1至4，22位的末两位为补办标记；请对照证件更正。',
      en: 'Place 19 of a disability certificate is the kind, 1 to 7, place 20 the grade, 1 to 4, and two characters may mark a reissue; compare it with the certificate.',
    },
  },
  'registry/identity-demonstration': {
    severity: 'error',
    message: {
      zh: '990000 开头的号码仅供演示数据使用，正式系统不接受；请填写真实证件号。',
      en: 'Numbers beginning with 990000 are for demonstration data and are not accepted here; enter the real number.',
    },
  },
  'registry/identity-county': {
    severity: 'warning',
    message: {
      zh: '证件号前6位不是现行县级区划代码，可能因区划调整而停用；如与证件一致则无需更改。',
      en: 'The first six digits are not a county code in force, perhaps because the division changed; nothing to do if the card says the same.',
    },
  },
} as const satisfies Record<string, { severity: 'error' | 'warning'; message: Bilingual }>;

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkCharacters = '10X98765432';

export function readIdentityNumber(raw: string, context: IdentityContext): IdentityReading {
  const text = normaliseIdentityNumber(raw);
  const wrongShape = shapeProblem(text);
  if (wrongShape !== undefined) return refusedFor(wrongShape);
  const citizen = text.slice(0, 18);
  const county = citizen.slice(0, 6);
  if (checkCharacterOf(citizen.slice(0, 17)) !== citizen[17]) {
    return refusedFor('registry/identity-checksum');
  }
  const birthDate = birthDateOf(citizen);
  if (birthDate === undefined || !isPossibleBirth(birthDate, context.today)) {
    return refusedFor('registry/identity-birth-date');
  }
  const disability = disabilityOf(text);
  if (disability === 'wrong') return refusedFor('registry/identity-disability');
  const invented = county === demonstrationAreaCode;
  if (invented && !context.demonstration) return refusedFor('registry/identity-demonstration');

  const known = invented || (parseAreaCode(county) !== undefined && context.isKnownCounty(county));
  return {
    number: {
      kind: disability === undefined ? 'citizen' : 'disability',
      text,
      citizen,
      mask: maskIdentityNumber(text),
      county,
      birthDate,
      sex: Number(citizen[16]) % 2 === 1 ? 'male' : 'female',
      disability,
    },
    problems: known ? [] : [problem('registry/identity-county')],
  };
}

const asOnTheCard = /^\d{17}[\dX]$/;

/** Full-width characters, spaces, hyphens and a small x become what the card shows. */
export function normaliseIdentityNumber(raw: string): string {
  if (asOnTheCard.test(raw)) return raw;
  return raw
    .normalize('NFKC')
    .replace(/[\s'‘’`\u200b-\u200f\ufeff-]/g, '')
    .toUpperCase();
}

/**
 * First six and last four of the identity number. The marks of a disability stay hidden: they are
 * among the kinds of data that no list may show.
 */
export function maskIdentityNumber(text: string): string {
  if (text.length < 18) return '*'.repeat(text.length);
  return `${text.slice(0, 6)}********${text.slice(14, 18)}${'*'.repeat(text.length - 18)}`;
}

/** The character GB 11643 puts in place 18, for 17 digits. */
export function checkCharacterOf(digits: string): string {
  let sum = 0;
  for (let place = 0; place < 17; place += 1) {
    sum += (digits.charCodeAt(place) - 48) * (weights[place] ?? 0);
  }
  return checkCharacters[sum % 11] ?? '';
}

function shapeProblem(text: string): keyof typeof identityProblems | undefined {
  if (/^\d{15}$/.test(text)) return 'registry/identity-old';
  if (text.length !== 18 && text.length !== 20 && text.length !== 22) {
    return 'registry/identity-length';
  }
  if (!/^\d{17}[\dX](\d{2}([0-9A-Z]{2})?)?$/.test(text)) return 'registry/identity-characters';
  return undefined;
}

function birthDateOf(citizen: string): PlainDate | undefined {
  return makePlainDate(
    Number(citizen.slice(6, 10)),
    Number(citizen.slice(10, 12)),
    Number(citizen.slice(12, 14)),
  );
}

function isPossibleBirth(birth: PlainDate, today: PlainDate): boolean {
  return birth <= today && ageOn(birth, today) <= ageMax;
}

function disabilityOf(text: string): DisabilityMarks | 'wrong' | undefined {
  if (text.length === 18) return undefined;
  const type = Number(text[18]);
  const grade = Number(text[19]);
  if (type < 1 || type > 7 || grade < 1 || grade > 4) return 'wrong';
  return { type, grade, reissue: text.length === 22 ? text.slice(20) : undefined };
}

function refusedFor(code: keyof typeof identityProblems): IdentityReading {
  return { number: undefined, problems: [problem(code)] };
}

function problem(code: keyof typeof identityProblems): IdentityProblem {
  return { code, ...identityProblems[code] };
}
