// One sentence about an import, written from what is known of it at its stage.
import type { ImportDetail } from '#contract/exchange.ts';
import type { Text } from '#web/text/catalogue.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Finding } from '#web/ui/page-head.tsx';
import { exchangeTexts } from './texts.ts';

export type ExchangeText = Text<NonNullable<(typeof exchangeTexts)['key']>>;

export function ImportFinding({ detail }: { readonly detail: ImportDetail }) {
  const text = useText(exchangeTexts);
  const more = detailOf(text, detail);
  return (
    <>
      <Finding {...(more === undefined ? {} : { detail: more })}>
        {sentenceOf(text, detail)}
      </Finding>
      {detail.fileKept ? null : <p className="notice">{text('fileGone')}</p>}
    </>
  );
}

export function sentenceOf(text: ExchangeText, detail: ImportDetail): string {
  const { counts } = detail;
  switch (detail.state) {
    case 'uploaded':
      return detail.missingColumns.length > 0
        ? text('findingMissing', { columns: detail.missingColumns.join(listComma(text)) })
        : mappingSentence(text, detail);
    case 'checking':
      return text('findingChecking');
    case 'committing':
      return text('findingCommitting');
    case 'cancelled':
      return text(detail.counts === null ? 'findingCheckCancelled' : 'findingCancelled');
    case 'failed':
      return text('findingFailed', {
        message: detail.failure === null ? '' : text.pick(detail.failure.message),
      });
    case 'checked':
      return checkedSentence(text, counts);
    case 'done':
      return doneSentence(text, counts);
  }
}

function mappingSentence(text: ExchangeText, { columns }: ImportDetail): string {
  const known = columns.filter(({ field }) => field !== null && field !== 'ignore').length;
  if (known === columns.length) return text('findingKnown', { columns: known });
  return text('findingUploaded', {
    columns: columns.length,
    known,
    unknown: columns.length - known,
  });
}

function checkedSentence(text: ExchangeText, counts: ImportDetail['counts']): string {
  if (counts === null) return '';
  if (counts.refused === 0 && counts.newHouseholds + counts.changedHouseholds === 0) {
    return text('findingNothing');
  }
  const values = {
    rows: exactNumber(counts.rows),
    accepted: exactNumber(counts.accepted),
    refused: exactNumber(counts.refused),
  };
  return text(counts.refused === 0 ? 'findingCheckedAll' : 'findingChecked', values);
}

function doneSentence(text: ExchangeText, counts: ImportDetail['counts']): string {
  if (counts === null) return '';
  return text(counts.refused === 0 ? 'findingDoneAll' : 'findingDone', {
    households: exactNumber(counts.households - counts.refusedHouseholds),
    accepted: exactNumber(counts.accepted),
    refused: exactNumber(counts.refused),
  });
}

function detailOf(text: ExchangeText, { counts, state }: ImportDetail): string | undefined {
  if (counts === null || state === 'uploaded' || state === 'checking') return undefined;
  const households = text('detailCounts', {
    new: exactNumber(counts.newHouseholds),
    changed: exactNumber(counts.changedHouseholds),
    same: exactNumber(counts.unchangedHouseholds),
    refused: exactNumber(counts.refusedHouseholds),
    conflicts: exactNumber(counts.conflicts),
  });
  // Of a run that did not end, only the dry run before it has counted everything.
  if (state !== 'checked' && state !== 'done') return text('detailPlanned', { counts: households });
  if (counts.passedOver === 0) return households;
  const passed = text('detailPassed', { passed: exactNumber(counts.passedOver) });
  return `${households}${text.language === 'zh' ? '' : ' '}${passed}`;
}

function listComma(text: ExchangeText): string {
  return text.marks.list;
}
