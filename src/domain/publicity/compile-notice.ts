// Compiles a notice from the households of one step, by the fields the pack allows that step and no
// others. What is compiled is final: its bytes are stored, hashed and shown, and nobody edits them.

import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { maskName, type NameRule } from './mask-name.ts';
import type { MoneyField } from './money-notice.ts';
import {
  areaColumnTitles,
  isPublicField,
  type PublicArea,
  type PublicAreaField,
  type PublicField,
  type PublicHousehold,
  publicAreaFields,
} from './public-field.ts';
import { type Finding, screenText } from './screen-text.ts';

export type Cell = string | number | Bilingual | null;

export interface NoticeLine {
  /** Number on the list, from 1. */
  readonly number: number;
  readonly place: string;
  readonly cells: readonly Cell[];
}

export interface NoticeWords {
  readonly title: Bilingual;
  readonly process: Bilingual;
  readonly step: Bilingual;
  /** The pack and its edition, as it is printed at the foot. */
  readonly rules: Bilingual;
  readonly area: string;
  readonly columns: Readonly<Record<PublicField, Bilingual>>;
}

/** What the clerk writes: screened before it is compiled. */
export interface NoticeTexts {
  /** Where it hangs. */
  readonly place: string;
  /** Who posts it. */
  readonly office: string;
  readonly remark: string;
  /** Why the one before was taken down; empty on a first notice. */
  readonly correction: string;
}

export interface NoticeContent extends NoticeTexts {
  readonly kind: 'notice' | 'announcement';
  readonly title: Bilingual;
  readonly process: Bilingual;
  readonly step: Bilingual;
  readonly rules: Bilingual;
  readonly area: string;
  /** Set where it is about villages or counties themselves, or about money. */
  readonly subject?: 'area' | 'money';
  readonly columns: readonly {
    readonly field: PublicField | PublicAreaField | MoneyField;
    readonly title: Bilingual;
  }[];
  readonly lines: readonly NoticeLine[];
  /** How long it hangs by the rules, in days or working days. */
  readonly term?: Bilingual;
  readonly firstDay: PlainDate;
  readonly lastDay: PlainDate;
  /** Of an office, to object. */
  readonly objectionPhone: string;
  readonly supervisionPhone: string;
}

interface AnyNotice {
  readonly kind: NoticeContent['kind'];
  readonly words: NoticeWords;
  readonly texts: NoticeTexts;
  readonly term: Bilingual;
  readonly firstDay: PlainDate;
  readonly lastDay: PlainDate;
  readonly objectionPhone: string;
  readonly supervisionPhone: string;
}

export interface NoticeRequest extends AnyNotice {
  /** As the pack's step names them. */
  readonly shows: readonly string[];
  readonly nameRule: NameRule;
  readonly households: readonly PublicHousehold[];
}

export interface AreaNoticeRequest extends AnyNotice {
  readonly areas: readonly PublicArea[];
}

/** A step that names no fields shows whose household it is and nothing more. */
const leastFields: readonly PublicField[] = ['headName'];

/** Names of the step that may not stand on a notice; the pack asks for what nobody may show. */
export function forbiddenFields(shows: readonly string[]): readonly string[] {
  return shows.filter((name) => !isPublicField(name));
}

export function fieldsShown(shows: readonly string[]): readonly PublicField[] {
  const allowed = shows.filter(isPublicField);
  return allowed.length === 0 ? leastFields : [...new Set(allowed)];
}

export function compileNotice(request: NoticeRequest): NoticeContent {
  const { words, households, nameRule } = request;
  const fields = fieldsShown(request.shows);
  return {
    ...commonOf(request),
    columns: fields.map((field) => ({ field, title: words.columns[field] })),
    lines: households.map((household, index) => ({
      number: index + 1,
      place: household.place,
      cells: fields.map((field) => cellOf(household, field, nameRule)),
    })),
  };
}

/** Of villages or counties: what is not known of any of them has no column. */
export function compileAreaNotice(request: AreaNoticeRequest): NoticeContent {
  const { areas } = request;
  const fields = publicAreaFields.filter((field) => areas.some((one) => one[field] !== null));
  return {
    ...commonOf(request),
    subject: 'area',
    columns: fields.map((field) => ({ field, title: areaColumnTitles[field] })),
    lines: areas.map((area, index) => ({
      number: index + 1,
      place: area.place,
      cells: fields.map((field) => area[field]),
    })),
  };
}

function commonOf({ kind, words, texts, term, ...rest }: AnyNotice) {
  return {
    kind,
    title: words.title,
    process: words.process,
    step: words.step,
    rules: words.rules,
    area: words.area,
    ...texts,
    ...(kind === 'notice' ? { term } : {}),
    firstDay: rest.firstDay,
    lastDay: rest.lastDay,
    objectionPhone: rest.objectionPhone,
    supervisionPhone: rest.supervisionPhone,
  };
}

function cellOf(household: PublicHousehold, field: PublicField, rule: NameRule): Cell {
  if (field !== 'headName') return household[field];
  return maskName(household.headName, rule, { isMinor: household.headIsMinor });
}

export interface TextFinding extends Finding {
  readonly field: keyof NoticeTexts;
}

/** Every text a clerk wrote, looked through for what may not be read by everybody. */
export function screenNotice(texts: NoticeTexts, names: readonly string[]): readonly TextFinding[] {
  return (['place', 'office', 'remark', 'correction'] as const).flatMap((field) =>
    screenText(texts[field], { names }).map((finding) => ({ ...finding, field })),
  );
}
