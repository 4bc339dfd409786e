// Which words a code among the facts of an act has: those of the pages on which the same thing is done, so that
// the trail says it as they do. Codes of a pack come in words with the entry, see `names`.
import type { Bilingual, Language } from '#domain/kernel/refusal.ts';
import { tieWayTitles } from '#domain/workforce/tie.ts';
import { bookTexts } from '#web/assistance/book-texts.ts';
import { householdMoneyTexts } from '#web/funds/household-money-texts.ts';
import { creditTexts } from '#web/funds/loans/credit-texts.ts';
import { loanFormTexts } from '#web/funds/loans/loan-form-texts.ts';
import { loanTexts } from '#web/funds/loans/loan-texts.ts';
import { targetTexts } from '#web/funds/loans/target-texts.ts';
import { orderTexts as moneyOrderTexts } from '#web/funds/order-texts.ts';
import { assetTexts } from '#web/funds/projects/asset-texts.ts';
import { projectTexts } from '#web/funds/projects/project-texts.ts';
import { burdenTexts } from '#web/insight/burden/texts.ts';
import { exploreTexts } from '#web/insight/explore/texts.ts';
import { measureTexts } from '#web/insight/measures/texts.ts';
import { orderTexts } from '#web/monitoring/order-texts.ts';
import { problemTexts } from '#web/monitoring/problem-texts.ts';
import { moneyNoticeTexts } from '#web/publicity/money-notice-texts.ts';
import { noticeTexts } from '#web/publicity/notice-texts.ts';
import { attachmentTexts } from '#web/registry/attachments/attachment-texts.ts';
import { shellTexts } from '#web/shell/texts.ts';
import { type Catalogue, textIn } from '#web/text/catalogue.ts';
import { gridTexts } from '#web/workforce/grid-texts.ts';
import { marketTexts } from '#web/workforce/market-texts.ts';
import { meetingTexts } from '#web/workforce/meeting-texts.ts';
import { organisationTexts } from '#web/workforce/organisation-texts.ts';
import { valueTexts } from './value-texts.ts';

type Words = (language: Language, code: string) => string | undefined;

const inTexts =
  (texts: Catalogue<string>, prefix: string): Words =>
  (language, code) => {
    const text = textIn(language, texts);
    const key = `${prefix}${code}`;
    const found = text.has(key) ? text(key) : undefined;
    // A sentence that waits for a value is no name.
    return found?.includes('{') === true ? undefined : found;
  };

const inTitles =
  (titles: Readonly<Record<string, Bilingual>>): Words =>
  (language, code) =>
    titles[code]?.[language];

/** Beginning of an act, fact and its words; of several that fit, the first that knows the code. */
const words: readonly (readonly [act: string, fact: string, Words])[] = [
  ['', 'role', inTexts(shellTexts, 'role_')],
  ['assistance.', 'paper', inTexts(bookTexts, 'paper_')],
  ['funds.loan-act', 'act', inTexts(loanTexts, 'act_')],
  ['funds.project-', 'act', inTexts(projectTexts, 'act_')],
  ['funds.asset-', 'act', inTexts(assetTexts, 'act_')],
  ['funds.loan-target', 'kind', inTexts(targetTexts, 'kind_')],
  ['funds.loan-target', 'measure', inTexts(targetTexts, 'measure_')],
  ['funds.loan-file', 'show', inTexts(loanTexts, 'show_')],
  ['funds.', 'show', inTexts(creditTexts, 'show_')],
  ['funds.', 'kind', inTexts(moneyOrderTexts, 'kind_')],
  ['funds.', 'kind', inTexts(loanFormTexts, 'paper_')],
  ['funds.say', 'word', inTexts(householdMoneyTexts, '')],
  ['insight.', 'every', inTexts(exploreTexts, 'every_')],
  ['insight.', 'by', inTexts(measureTexts, 'by_')],
  ['', 'budget', inTexts(burdenTexts, 'level_')],
  ['monitoring.act-on-order', 'act', inTexts(orderTexts, 'act_')],
  ['monitoring.act-on-problem', 'act', inTexts(problemTexts, 'did_')],
  ['publicity.evidence', 'kind', inTexts(noticeTexts, 'kind_')],
  ['publicity.', 'topic', inTexts(moneyNoticeTexts, 'topic_')],
  ['registry.', 'kind', inTexts(attachmentTexts, 'kind_')],
  ['workforce.act-on-incident', 'act', inTexts(gridTexts, 'act_')],
  ['workforce.act-on-incident', 'state', inTexts(gridTexts, 'state_')],
  ['workforce.', 'kind', inTexts(marketTexts, 'kind_')],
  ['workforce.', 'kind', inTexts(meetingTexts, 'kind_')],
  ['workforce.', 'kind', inTexts(organisationTexts, 'kindOne_')],
  ['workforce.', 'way', inTitles(tieWayTitles)],
];

/** Undefined for what is no code, or one newer than this screen. */
export function codeWords(
  language: Language,
  { act, fact, code }: { readonly act: string; readonly fact: string; readonly code: string },
): string | undefined {
  for (const [beginning, of, wordsOf] of words) {
    const found = of === fact && act.startsWith(beginning) ? wordsOf(language, code) : undefined;
    if (found !== undefined) return found;
  }
  return inTexts(valueTexts, `value_${fact}_`)(language, code);
}
