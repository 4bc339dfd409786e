// Where the joints of a trail stand in its drawing: a column a step, the money's way from left to right.
// Pure geometry; amounts are only compared, never reckoned with.
import type { Trail, TrailJoint } from '#contract/funds-trail.ts';

type Account = Trail['left'][number]['account'];

export type TrailCard =
  | { readonly is: 'origin'; readonly key: string; readonly origin: Trail['origins'][number] }
  | { readonly is: 'joint'; readonly key: string; readonly joint: TrailJoint }
  | {
      readonly is: 'left';
      readonly key: string;
      readonly account: Account;
      readonly amount: number;
    };

export type PlacedCard = TrailCard & { readonly x: number; readonly y: number };

export interface Ribbon {
  readonly key: string;
  readonly path: string;
}

/** A card grows where few columns leave room, so that the number of its paper stands whole. */
export const card = { width: 192, widest: 280, height: 110, across: 42, down: 12 };
const thickest = 64;

interface Joined {
  readonly from: string;
  readonly to: string;
  readonly amount: number;
}

/** Cards by column, the first the farthest back. */
export function columnsOf(trail: Trail): readonly (readonly TrailCard[])[] {
  const levels = [...new Set(trail.joints.map(({ level }) => level))].sort((a, b) => a - b);
  const columns = levels.map((level): TrailCard[] =>
    trail.joints
      .filter((joint) => joint.level === level)
      .map((joint) => ({ is: 'joint', key: joint.key, joint })),
  );
  const origins = trail.origins.map(
    (origin): TrailCard => ({ is: 'origin', key: `from ${origin.source}`, origin }),
  );
  const levelOf = new Map(trail.joints.map(({ key, level }) => [key, level]));
  const [first = 0] = levels;
  const rests: TrailCard[][] = [];
  for (const { joint, account, amount } of trail.left) {
    const column = (levelOf.get(joint) ?? 0) - first + 1;
    const rest: TrailCard = { is: 'left', key: `left ${joint} ${account.id}`, account, amount };
    rests[column] = [...(rests[column] ?? []), rest];
  }
  const width = Math.max(columns.length, rests.length);
  const all = Array.from({ length: width }, (_, index) => [
    ...(columns[index] ?? []),
    ...(rests[index] ?? []),
  ]);
  return origins.length === 0 ? all : [origins, ...all];
}

export function placed(
  columns: readonly (readonly TrailCard[])[],
  room = 0,
): {
  readonly cards: readonly PlacedCard[];
  readonly cardWidth: number;
  readonly width: number;
  readonly height: number;
} {
  const share = Math.floor((room + card.across) / Math.max(1, columns.length)) - card.across;
  const cardWidth = Math.min(card.widest, Math.max(card.width, share));
  const step = card.height + card.down;
  const tallest = Math.max(1, ...columns.map((column) => column.length));
  const height = tallest * step;
  return {
    cards: columns.flatMap((column, index) =>
      column.map((one, row) => ({
        ...one,
        x: index * (cardWidth + card.across),
        y: row * step,
      })),
    ),
    cardWidth,
    width: columns.length * (cardWidth + card.across) - card.across,
    height,
  };
}

/** One ribbon a link, as thick as its share of the whole. */
export function ribbonsOf(
  trail: Trail,
  cards: readonly PlacedCard[],
  cardWidth = card.width,
): readonly Ribbon[] {
  const at = new Map(cards.map((one) => [one.key, one]));
  const used = { out: new Map<string, number>(), into: new Map<string, number>() };
  const shift = (side: 'out' | 'into', key: string, thick: number) => {
    const before = used[side].get(key) ?? 0;
    used[side].set(key, before + thick);
    return before;
  };
  return joinedOf(trail).flatMap(({ from, to, amount }) => {
    const [a, b] = [at.get(from), at.get(to)];
    if (a === undefined || b === undefined) return [];
    const thick = Math.max(1.5, (amount / Math.max(1, trail.amount)) * thickest);
    const edge = (card.height - thickest) / 2;
    const y0 = a.y + edge + shift('out', from, thick);
    const y1 = b.y + edge + shift('into', to, thick);
    const [x0, x1] = [a.x + cardWidth, b.x];
    const middle = (x0 + x1) / 2;
    return [
      {
        key: `${from} ${to}`,
        path: `M${x0} ${y0}C${middle} ${y0} ${middle} ${y1} ${x1} ${y1}v${thick}C${middle} ${y1 + thick} ${middle} ${y0 + thick} ${x0} ${y0 + thick}z`,
      },
    ];
  });
}

function joinedOf(trail: Trail): readonly Joined[] {
  const came = new Set(trail.links.map(({ to }) => to));
  const begun = trail.joints.filter(({ key, level }) => level <= 0 && !came.has(key));
  return [
    ...begun.flatMap(({ key, from, amount }) =>
      from === null ? [] : [{ from: `from ${from.source}`, to: key, amount }],
    ),
    ...trail.links,
    ...trail.left.map(({ joint, account, amount }) => ({
      from: joint,
      to: `left ${joint} ${account.id}`,
      amount,
    })),
  ];
}
