// Seats, posts and pledges as people read, fill and sign them.
import type { InputOf, OutputOf } from '#contract/route.ts';
import type {
  appoint,
  endPosting,
  getOrganisation,
  Organisation,
  signPledge,
} from '#contract/workforce-organisation.ts';
import { areaCode, countyNumberOf, levelOf, spanOf } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import {
  type PostSet,
  pledgesOf,
  postGap,
  postSetsOf,
  signaturesOf,
} from '#domain/workforce/organisation.ts';
import * as refusals from '#domain/workforce/organisation-refusals.ts';
import { forcesSetOf } from '#domain/workforce/schedule.ts';
import type { Context } from '#server/http/context.ts';
import { type AreaRow, listAreaChildren } from '#server/registry/area.store.ts';
import { countyOrBelow } from './coverage.ts';
import {
  closePosting,
  countPosts,
  findPosting,
  insertPledges,
  insertPostings,
  listPledges,
  listPostingsAt,
  type PostingRecord,
} from './organisation.store.ts';
import { rulesHere } from './rules-here.ts';

export async function organisationOf(
  context: Context,
  _input: InputOf<typeof getOrganisation>,
): Promise<Organisation> {
  const { tx, today, may } = context;
  const area = countyOrBelow(context.area);
  const { pack } = rulesHere(context, area);
  const sets = pack === undefined ? [] : postSetsOf(pack);
  const rows = await listPostingsAt(tx, area);
  const held = rows.filter(
    (row) => row.from_on <= today && (row.to_on === null || row.to_on > today),
  );
  const titleOf = (row: PostingRecord) => {
    const post = sets
      .find(({ id }) => id === row.staffing)
      ?.posts.find(({ id }) => id === row.post);
    return post?.title ?? { zh: row.post, en: row.post };
  };
  const children = await listAreaChildren(tx, area, today);
  return {
    sets: sets
      .filter(({ level }) => level === levelOf(area))
      .map((set) => ({
        id: set.id,
        title: set.title,
        verified: set.verified,
        posts: set.posts.map((post) => {
          const here = held.filter((row) => row.staffing === set.id && row.post === post.id);
          return { ...post, holders: here.map(holderOf), gap: postGap(post, here.length) };
        }),
      })),
    below: await belowOf(context, sets, children),
    pledges: await pledgesHere(context, children),
    past: rows
      .filter((row) => !held.includes(row) && row.to_on !== null)
      .reverse()
      .slice(0, 50)
      .map((row) => ({ ...holderOf(row), post: titleOf(row) })),
    mayManage: may('workforce.manage'),
  };
}

function holderOf(row: PostingRecord) {
  const { id, holder_name, title, duty, from_on, to_on } = row;
  return { id, name: holder_name, title, duty, from: from_on, to: to_on };
}

async function belowOf(
  { tx, today, area }: Context,
  sets: readonly PostSet[],
  children: readonly AreaRow[],
): Promise<Organisation['below']> {
  const [first] = children;
  const asked = sets.filter(({ level }) => level === first?.level);
  if (first === undefined || asked.length === 0) return [];
  const counts = await countPosts(tx, { span: spanOf(area), digits: first.code.length, today });
  return children.map(({ code, name }) => {
    const own = counts.filter(({ place }) => place === code);
    const heldAt = (set: string, post: string) =>
      own.find((one) => one.staffing === set && one.post === post)?.held ?? 0;
    return {
      code,
      name,
      held: own.reduce((all, { held }) => all + held, 0),
      gaps: asked.flatMap((set) =>
        set.posts.flatMap((post) => postGap(post, heldAt(set.id, post.id)) ?? []),
      ),
    };
  });
}

async function pledgesHere(
  context: Context,
  children: readonly AreaRow[],
): Promise<Organisation['pledges']> {
  const { pack } = rulesHere(context, context.area);
  const rules = pack === undefined ? [] : pledgesOf(pack);
  const here = rules.filter(({ level }) => level === children[0]?.level);
  const signed = here.length === 0 ? [] : await listPledges(context.tx, spanOf(context.area));
  return here.map((rule) => ({
    id: rule.id,
    title: rule.title,
    verified: rule.verified,
    signers: signaturesOf(rule),
    parties: rule.parties.map(({ id, title, offices }) => ({ id, title, offices: [...offices] })),
    places: children.map(({ code, name }) => ({
      code,
      name,
      signed: signed
        .filter((one) => one.matrix === rule.id && one.area_code === code)
        .map(({ party, office, signer_name, signed_on }) => ({
          party,
          office,
          name: signer_name,
          on: signed_on,
        })),
    })),
  }));
}

export async function appointTo(
  context: Context,
  { body }: InputOf<typeof appoint>,
): Promise<OutputOf<typeof appoint>> {
  const { tx, today, actor } = context;
  const area = countyOrBelow(context.area);
  const county = countyNumberOf(area) ?? 0;
  const { pack } = rulesHere(context, area);
  const set = pack === undefined ? undefined : postSetAt(pack, body.set, levelOf(area));
  const post = set?.posts.find(({ id }) => id === body.post);
  if (set === undefined || post === undefined)
    return refuse(refusals.noSuchPost, { post: body.post });
  const open = (await listPostingsAt(tx, area)).filter(
    (row) =>
      row.staffing === set.id &&
      row.post === post.id &&
      (row.to_on === null || row.to_on > (body.from > today ? body.from : today)),
  );
  const name = body.name;
  if (open.some((row) => row.holder_name === name)) {
    refuse(deny(refusals.alreadyHolds, { name, post: post.title }));
  }
  if (post.most !== null && open.length >= post.most) {
    refuse(deny(refusals.seatTaken, { post: post.title, most: post.most }));
  }
  const id = context.newId(county);
  await insertPostings(tx, [
    {
      county,
      id,
      area_code: area,
      staffing: set.id,
      post: post.id,
      holder_name: name,
      title: body.title,
      duty: body.duty,
      from_on: body.from,
      to_on: null,
      ended_reason: null,
      entered_by: actor.account,
    },
  ]);
  context.note({ area, subject: `posting:${id}`, facts: { post: post.id } });
  return { id };
}

/** A force of the schedule answers for a village, or for all of a township. */
function postSetAt(pack: ResolvedPack, id: string, level: string): PostSet | undefined {
  const forces = forcesSetOf(pack);
  if (forces?.id === id) return level === 'village' || level === 'township' ? forces : undefined;
  return postSetsOf(pack).find((set) => set.id === id && set.level === level);
}

export async function endTenure(
  context: Context,
  { params, body }: InputOf<typeof endPosting>,
): Promise<OutputOf<typeof endPosting>> {
  const row = (await findPosting(context.tx, params.id)) ?? refuse(refusals.noSuchPosting);
  if (row.to_on !== null) refuse(refusals.postingEnded, { name: row.holder_name, on: row.to_on });
  if (body.on < row.from_on) refuse(refusals.tenureTurnedRound, { to: body.on, from: row.from_on });
  await closePosting(context.tx, row, body);
  const subject = `posting:${row.id}`;
  context.note({ area: areaCode(row.area_code), subject, facts: { post: row.post } });
  return { id: row.id };
}

export async function sign(
  context: Context,
  { body }: InputOf<typeof signPledge>,
): Promise<OutputOf<typeof signPledge>> {
  const { tx, area, actor } = context;
  const { pack } = rulesHere(context, area);
  const rules = pack === undefined ? [] : pledgesOf(pack);
  const rule = rules.find(({ id, level }) => id === body.pledge && level === levelOf(area));
  const office = rule?.parties.find(({ id }) => id === body.party)?.offices[body.office];
  const county = countyNumberOf(area);
  if (rule === undefined || office === undefined || county === undefined) {
    return refuse(refusals.noSuchPledge);
  }
  const id = context.newId(county);
  const kept = await insertPledges(tx, [
    {
      county,
      id,
      area_code: area,
      matrix: rule.id,
      party: body.party,
      office: body.office,
      signer_name: body.name,
      signed_on: body.on,
      entered_by: actor.account,
    },
  ]);
  if (kept === 0) refuse(deny(refusals.pledgeSigned, { office }));
  context.note({ area, subject: `pledge:${id}`, facts: { pledge: rule.id } });
  return { id };
}
