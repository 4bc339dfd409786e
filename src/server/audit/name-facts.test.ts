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
const packs = resolved.ok ? [resolved.pack] : [];

test('steps and outcomes are named as the pack of the place names them', () => {
  const facts = { process: 'joining', step: 'visit', outcome: 'full', end: 'notListed' };

  expect(namesOfFacts(packs, { act: 'casework.act', facts })).toEqual({
    joining: { zh: '入会', en: 'Joining' },
    visit: { zh: '登门品茶', en: 'Tasting at home' },
    full: { zh: '不缺茶', en: 'Not thirsty' },
    notListed: { zh: '未入会', en: 'Not a member' },
  });
});

test('where no pack is in force, and for what is no code of a pack, nothing is named', () => {
  const facts = { step: 'visit', kind: 'visit' };

  expect(namesOfFacts([], { act: 'casework.act', facts })).toEqual({});
  expect(namesOfFacts(packs, { act: 'exchange.upload', facts })).toEqual({});
});
