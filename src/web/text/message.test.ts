import { expect, test } from 'vitest';
import { messageIn } from './message.ts';

const zh = { members_other: '{count} 人', said: '{name}说：{what}', plain: '好' };
const en = { members_one: '{count} person', members_other: '{count} people', plain: 'Good' };

test('a count picks the form of its language and is written with separators', () => {
  expect(messageIn(zh, 'zh', 'members', { count: 1 })).toBe('1 人');
  expect(messageIn(en, 'en', 'members', { count: 1 })).toBe('1 person');
  expect(messageIn(en, 'en', 'members', { count: 0 })).toBe('0 people');
  expect(messageIn(en, 'en', 'members', { count: 12345 })).toBe('12,345 people');
});

test('a text without plural forms takes a count as any other value', () => {
  expect(messageIn({ left: '{count} left' }, 'en', 'left', { count: 2 })).toBe('2 left');
});

test('what stands in braces is put in as it came, signs of patterns included', () => {
  const said = messageIn(zh, 'zh', 'said', { name: '$&', what: '{name}' });

  expect(said).toBe('$&说：{name}');
});

test('a text that is not there is nothing, not an empty sentence', () => {
  expect(messageIn(zh, 'zh', 'missing')).toBeUndefined();
  expect(messageIn(zh, 'zh', 'constructor')).toBeUndefined();
});
