// Invented holders of the seats and posts of the demonstration county, and pledges of most townships; the
// township of the demonstration accounts still lacks one of its core staff.
import { nameGiverOf } from '#domain/demonstration/name.ts';
import { randomOf } from '#domain/demonstration/random.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { pledgesOf, postSetsOf } from '#domain/workforce/organisation.ts';
import { huanjiangPlaces } from '#server/access/demonstration-accounts.ts';
import { listAreasInSpan } from '#server/registry/area.store.ts';
import {
  insertPledges,
  insertPostings,
  type PledgeRecord,
  type PostingRecord,
} from '#server/workforce/organisation.store.ts';
import type { WorkFill } from './fill-work.ts';
import type { DemonstrationFiles } from './read-demonstration.ts';

const since = '2016-01-20';
const invented = '演示（虚构）';

export async function fillSeats(
  { tx, county, seed, today, pack, newId }: WorkFill,
  { names }: Pick<DemonstrationFiles, 'names'>,
): Promise<void> {
  const random = randomOf(`${seed} seats`);
  const giver = nameGiverOf(names);
  const area = String(county);
  const by = newId();
  const townships = (await listAreasInSpan(tx, spanOf(areaCode(area)), today)).filter(
    ({ level }) => level === 'township',
  );
  const [people = ''] = Object.keys(names.surnames);
  const named = () => giver.surname(people, random) + giver.given('male', 1970, random);
  const postings: PostingRecord[] = [];
  for (const set of postSetsOf(pack)) {
    const places = set.level === 'county' ? [area] : townships.map(({ code }) => code);
    if (set.level === 'village') continue;
    for (const place of places) {
      const short = set.level === 'township' && place === huanjiangPlaces.township ? 1 : 0;
      for (const post of set.posts) {
        for (let at = 0; at < post.least - short; at += 1) {
          postings.push({
            county,
            id: newId(),
            area_code: place,
            staffing: set.id,
            post: post.id,
            holder_name: named(),
            title: invented,
            duty: '',
            from_on: since,
            to_on: null,
            ended_reason: null,
            entered_by: by,
          });
        }
      }
    }
  }
  // Secretary and mayor hold the first two seats; they sign with every township, which signs for itself.
  const leaders = postings.filter(({ area_code }) => area_code === area);
  const pledges: PledgeRecord[] = pledgesOf(pack)
    .filter(({ level }) => level === 'township')
    .flatMap((rule) =>
      townships.slice(1).flatMap(({ code }) =>
        rule.parties.flatMap(({ id, offices }) =>
          offices.map((_, office) => ({
            county,
            id: newId(),
            area_code: code,
            matrix: rule.id,
            party: id,
            office,
            signer_name: `${(id === rule.level ? undefined : leaders[office]?.holder_name) ?? named()}（虚构）`,
            signed_on: '2016-03-10',
            entered_by: by,
          })),
        ),
      ),
    );
  await insertPostings(tx, postings);
  await insertPledges(tx, pledges);
}
