// From cases at one step to the words of one notice: what a preview shows and a posting keeps is made by
// the same function.
import { termWords } from '#domain/casework/case-clock.ts';
import type { CaseRules, StepRule } from '#domain/casework/case-rules.ts';
import type { AreaCode } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { type Bilingual, refuse } from '#domain/kernel/refusal.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { labelOf } from '#domain/policy/pack/shown-fact.ts';
import {
  compileAreaNotice,
  compileNotice,
  forbiddenFields,
  type NoticeContent,
  type NoticeTexts,
  screenNotice,
} from '#domain/publicity/compile-notice.ts';
import type { PublicArea } from '#domain/publicity/public-field.ts';
import { fieldNotPublic, notATelephone, sensitiveText } from '#domain/publicity/refusals.ts';
import { sensitiveTitles } from '#domain/publicity/sensitive-kind.ts';
import type { Tx } from '#server/database/connect.ts';
import type { StoredHousehold } from '#server/registry/household.store.ts';
import { areaNames, columnTitles, nameRuleIn, publicHouseholdOf } from './public-household.ts';

/** Whom a notice is about: households of one place, or villages or counties themselves. */
export type Subjects =
  | {
      readonly kind: 'households';
      readonly items: readonly { readonly caseId: string; readonly household: StoredHousehold }[];
    }
  | { readonly kind: 'areas'; readonly items: readonly PublicArea[] };

export interface NoticeParts {
  readonly pack: ResolvedPack;
  readonly rules: CaseRules;
  readonly step: StepRule;
  readonly area: AreaCode;
  readonly subjects: Subjects;
  readonly texts: NoticeTexts;
  readonly firstDay: PlainDate;
  readonly lastDay: PlainDate;
  readonly objectionPhone: string;
  readonly supervisionPhone: string;
}

export async function compileParts(tx: Tx, parts: NoticeParts): Promise<NoticeContent> {
  const { pack, rules, step, area, subjects, texts, firstDay, lastDay } = parts;
  const [forbidden] = forbiddenFields(step.shows);
  if (forbidden !== undefined) {
    refuse(deny(fieldNotPublic, { step: step.title, field: labelOf(pack, forbidden) }));
  }
  const villages =
    subjects.kind === 'households'
      ? subjects.items.map(({ household }) => household.area.slice(0, 12))
      : [];
  const nameOf = await areaNames(tx, [...villages, area], firstDay);
  const name = nameOf(area);
  const common = {
    kind: step.kind === 'announcement' ? ('announcement' as const) : ('notice' as const),
    words: {
      title: {
        zh: `${name}${short(rules.title).zh}（${step.title.zh}）`,
        en: `${name}: ${short(rules.title).en} (${step.title.en})`,
      },
      process: rules.title,
      step: step.title,
      rules: {
        zh: `${pack.title.zh} ${pack.version}`,
        en: `${pack.title.en} ${pack.version}`,
      },
      area: name,
      columns: columnTitles(pack),
    },
    texts,
    term: termWords(step),
    firstDay,
    lastDay,
    objectionPhone: parts.objectionPhone,
    supervisionPhone: parts.supervisionPhone,
  };
  if (subjects.kind === 'areas') return compileAreaNotice({ ...common, areas: subjects.items });
  return compileNotice({
    ...common,
    shows: step.shows,
    nameRule: nameRuleIn(pack),
    households: subjects.items.map(({ caseId, household }) =>
      publicHouseholdOf(pack, household, {
        caseId,
        place: nameOf(household.area.slice(0, 12)),
        today: firstDay,
      }),
    ),
  });
}

/** What a process consists of stands in brackets in some packs; a wall has no room for it. */
function short({ zh, en }: Bilingual): Bilingual {
  return { zh: zh.split('（')[0] ?? zh, en: en.split(':')[0] ?? en };
}

const fieldTitles: Readonly<Record<keyof NoticeTexts, Bilingual>> = {
  place: { zh: '张贴地点', en: 'Where it hangs' },
  office: { zh: '公示单位', en: 'Who posts it' },
  remark: { zh: '说明', en: 'Note' },
  correction: { zh: '更正原因', en: 'Reason of the correction' },
};

/** Refuses with what was found and where, the first thing first; all of them are in the details. */
export function refuseSensitive(texts: NoticeTexts, names: readonly string[]): void {
  const findings = screenNotice(texts, names);
  const [first] = findings;
  if (first === undefined) return;
  const { field, at, kind, shown } = first;
  const words = { field: fieldTitles[field], at, kind: sensitiveTitles[kind], found: shown };
  refuse(deny(sensitiveText, words), { path: `body.${field}` }, findings);
}

/** A number of an office: digits with an area code, or a short number such as 12317. */
export function refuseOddPhones(phones: readonly string[]): void {
  for (const given of phones) {
    const digits = given.normalize('NFKC').replace(/[\s()（）–-]/g, '');
    if (!/^(?:\d{5}|\d{7,12})$/.test(digits)) refuse(notATelephone, { given });
  }
}
