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

test('a name with quotation marks of its own takes the inner ones where it is quoted', () => {
  const texts = { most: '最多的是“{step}”', plain: '最多的是{step}' };
  const said = (key: string) => messageIn(texts, 'zh', key, { step: '填写“双认定”验收表' });

  expect(said('most')).toBe('最多的是“填写‘双认定’验收表”');
  expect(said('plain')).toBe('最多的是填写“双认定”验收表');
});

test('a text that is not there is nothing, not an empty sentence', () => {
  expect(messageIn(zh, 'zh', 'missing')).toBeUndefined();
  expect(messageIn(zh, 'zh', 'constructor')).toBeUndefined();
});

test('in English a number of one stands before one thing, wherever it stands in the sentence', () => {
  const texts = {
    lost: '{gap} of {households} households have nobody.',
    left: '{households} households are left, {people} people in {entries} entries, {classes} classes',
    late: '{late} is late, {late} stands open',
    wait: '{plans} plans wait, {places} places do not agree, {sides} versions differ',
  };
  const said = (key: string, values: Record<string, number | string>) =>
    messageIn(texts, 'en', key, values);

  expect(said('lost', { gap: 1, households: 21 })).toBe('1 of 21 households have nobody.');
  expect(said('lost', { gap: 0, households: 1 })).toBe('0 of 1 household has nobody.');
  expect(said('left', { households: '1', people: 1, entries: 1, classes: 1 })).toBe(
    '1 household is left, 1 person in 1 entry, 1 class',
  );
  expect(said('left', { households: '1,001', people: 2, entries: 11, classes: 0 })).toBe(
    '1,001 households are left, 2 people in 11 entries, 0 classes',
  );
  expect(said('late', { late: 1 })).toBe('1 is late, 1 stands open');
  expect(said('wait', { plans: 1, places: 1, sides: 1 })).toBe(
    '1 plan waits, 1 place does not agree, 1 version differs',
  );
  expect(said('wait', { plans: 2, places: 3, sides: 0 })).toBe(
    '2 plans wait, 3 places do not agree, 0 versions differ',
  );
});

test('what somebody wrote is put in as it came, plural or not', () => {
  const texts = { said: '{name} said {what}' };

  expect(messageIn(texts, 'en', 'said', { name: '1', what: '1 households' })).toBe(
    '1 said 1 households',
  );
});

test('a long sum in Chinese takes its unit without a space, as it is printed', () => {
  const texts = { paid: '已支付 {paid} 元，{households} 户' };

  expect(messageIn(texts, 'zh', 'paid', { paid: '7.20 亿', households: '18,434' })).toBe(
    '已支付 7.20 亿元，18,434 户',
  );
  expect(messageIn(texts, 'zh', 'paid', { paid: '1,509.0 万', households: 2 })).toBe(
    '已支付 1,509.0 万元，2 户',
  );
});
