// Acts and what they touched, in words. Codes that are newer than this screen are shown
// as they are, never hidden.
import type { AuditEntry } from '#contract/audit.ts';
import type { Text } from '#web/text/catalogue.ts';
import { codeWords } from './fact-values.ts';
import type { auditTexts } from './texts.ts';
import type { Thing } from './things.ts';

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

/** `household:<id>`; undefined where an act is about no one thing. */
export function subjectOf(subject: string): Thing | undefined {
  const at = subject.indexOf(':');
  return at <= 0 ? undefined : { kind: subject.slice(0, at), id: subject.slice(at + 1) };
}

/** `entry` is an act about it, which may know its name. */
export function subjectName(text: AuditText, subject: string, entry?: NamingEntry): string {
  const parts = subjectOf(subject);
  if (parts === undefined) return subject;
  return thingName(text, parts, entry);
}

type NamingEntry = Pick<AuditEntry, 'act' | 'names'>;

/** The end of an id is enough to tell two of them apart in one list; the whole stands in the address. */
export function thingName(
  text: AuditText,
  { kind, id }: Thing,
  { act, names }: NamingEntry = { act: '', names: {} },
): string {
  const { language } = text;
  const named =
    names[id]?.[language] ??
    codeWords(language, { act: '', fact: kind, code: id }) ??
    shortNumber(id);
  return `${kindName(text, kind, act)} ${named}`.trim();
}

/** Two capabilities may use one word for things of their own: theirs is under the capability's name. */
export function kindName(text: AuditText, kind: string, act = ''): string {
  const [capability] = act.split('.');
  const keys = [`subject_${capability}.${kind}`, `subject_${kind}`];
  const key = keys.find((one) => text.has(one));
  return key === undefined ? kind : text(key);
}

export function shortNumber(id: string): string {
  return isId(id) ? id.slice(-6) : id;
}

export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
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
