import { expect, test } from 'vitest';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { resolvePack } from '#domain/policy/pack/resolve-pack.ts';
import { teaClubPack } from '#tests/world/tea-club.ts';
import { namesOfFacts } from './name-facts.ts';

const club = teaClubPack();
const resolved = resolvePack(
  new Map([[club.manifest.id, club]]),
  club.manifest.id,
  plainDate('2016-09-30'),
);
const rules = {
  packs: resolved.ok ? [resolved.pack] : [],
  titleOfPack: (id: string) => (id === club.manifest.id ? club.manifest.title : undefined),
};
const about = { act: 'casework.act', subject: '' };

test('steps and outcomes are named as the pack of the place names them', () => {
  const facts = { process: 'joining', step: 'visit', outcome: 'full', end: 'notListed' };

  expect(namesOfFacts(rules, { ...about, facts })).toEqual({
    joining: { zh: '入会', en: 'Joining' },
    visit: { zh: '登门品茶', en: 'Tasting at home' },
    full: { zh: '不缺茶', en: 'Not thirsty' },
    notListed: { zh: '未入会', en: 'Not a member' },
  });
});

test('a pack is named by its title', () => {
  expect(namesOfFacts(rules, { ...about, facts: { pack: club.manifest.id } })).toEqual({
    [club.manifest.id]: club.manifest.title,
  });
});

test('where no pack is in force, and for what is no code of a pack, nothing is named', () => {
  const facts = { step: 'visit', kind: 'visit' };

  expect(namesOfFacts({ ...rules, packs: [] }, { ...about, facts })).toEqual({});
  expect(namesOfFacts(rules, { act: 'exchange.upload', subject: '', facts })).toEqual({});
});
