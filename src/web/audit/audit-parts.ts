// The conditions of the audit page as words.

import type { AuditEntry } from '#contract/audit.ts';
import type { Text } from '#web/text/catalogue.ts';
import { shownDay } from '#web/text/number.ts';
import type { FilterPart } from '#web/ui/filter-sentence.tsx';
import { actName, subjectName } from './act-words.ts';
import type { AuditSearch } from './read-audit-search.ts';
import type { auditTexts } from './texts.ts';

/** `change` takes one or two of them away. */
export function auditParts(
  text: Text<NonNullable<(typeof auditTexts)['key']>>,
  search: AuditSearch,
  { person, about }: { readonly person: string; readonly about: AuditEntry | undefined },
  change: (next: Partial<AuditSearch>) => void,
): readonly FilterPart[] {
  const parts: FilterPart[] = [];
  const { act, account, subject, from, to } = search;
  if (from !== undefined && from === to) {
    parts.push({
      key: 'day',
      text: text('onDay', { day: shownDay(from, text.language) }),
      onRemove: () => change({ from: undefined, to: undefined }),
    });
  } else {
    if (from !== undefined) {
      const words = text('since', { day: shownDay(from, text.language) });
      parts.push({ key: 'from', text: words, onRemove: () => change({ from: undefined }) });
    }
    if (to !== undefined) {
      const words = text('until', { day: shownDay(to, text.language) });
      parts.push({ key: 'to', text: words, onRemove: () => change({ to: undefined }) });
    }
  }
  if (account !== undefined) {
    const words = text('byPerson', { name: person });
    parts.push({ key: 'account', text: words, onRemove: () => change({ account: undefined }) });
  }
  if (act !== undefined) {
    parts.push({
      key: 'act',
      text: actName(text, act),
      onRemove: () => change({ act: undefined }),
    });
  }
  if (subject !== undefined) {
    const words = text('about', { subject: subjectName(text, subject, about) });
    parts.push({ key: 'subject', text: words, onRemove: () => change({ subject: undefined }) });
  }
  return parts;
}
