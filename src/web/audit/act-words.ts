// Acts, what they touched and what was noted, in words. Codes that are newer than this screen are shown
// as they are, never hidden.
import type { Text } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import type { auditTexts } from './texts.ts';

export type AuditText = Text<NonNullable<(typeof auditTexts)['key']>>;

/** `registry.open` as a sentence; `registry.` as all of its capability. */
export function actName(text: AuditText, act: string): string {
  if (act.endsWith('.')) {
    return text('capability', { group: groupName(text, act.slice(0, -1)) });
  }
  const key = `act_${act}`;
  return text.has(key) ? text(key) : text('actOther', { act });
}

export function groupName(text: AuditText, capability: string): string {
  const key = `group_${capability}`;
  return text.has(key) ? text(key) : capability;
}

export interface Subject {
  readonly kind: string;
  readonly id: string;
}

/** `household:<id>`; undefined where an act is about no one thing. */
export function subjectOf(subject: string): Subject | undefined {
  const at = subject.indexOf(':');
  return at <= 0 ? undefined : { kind: subject.slice(0, at), id: subject.slice(at + 1) };
}

export function subjectName(text: AuditText, subject: string): string {
  const parts = subjectOf(subject);
  if (parts === undefined) return subject;
  const key = `subject_${parts.kind}`;
  // The end of an id is enough to tell two of them apart in one list; the whole stands in the address.
  return `${text.has(key) ? text(key) : parts.kind} ${parts.id.slice(-6)}`;
}

/** `format: xlsx, rows: 120`. Ids and nested values are left out: they are for machines. */
export function factWords(text: AuditText, facts: Readonly<Record<string, unknown>>): string {
  return Object.entries(facts)
    .flatMap(([name, value]) => {
      const said = saidOf(text, value);
      const key = `fact_${name}`;
      return said === undefined ? [] : [`${text.has(key) ? text(key) : name} ${said}`];
    })
    .join(text.marks.comma);
}

const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function saidOf(text: AuditText, value: unknown): string | undefined {
  if (typeof value === 'boolean') return text(value ? 'yes' : 'no');
  if (typeof value === 'number') return exactNumber(value);
  if (typeof value === 'string') return value === '' || id.test(value) ? undefined : value;
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const parts = value.filter((one) => typeof one === 'string');
  return parts.length < value.length ? undefined : parts.join(', ');
}

const clock = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** Day and clock of an instant in Asia/Shanghai: `['2016-09-30', '08:00:05']`. */
export function dayAndClock(instant: string): readonly [string, string] {
  const parts = new Map(
    clock.formatToParts(new Date(instant)).map((part) => [part.type, part.value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? '';
  return [
    `${part('year')}-${part('month')}-${part('day')}`,
    `${part('hour')}:${part('minute')}:${part('second')}`,
  ];
}
