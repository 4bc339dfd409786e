// Placing on the board: a village in a year, or a unit, a team or a project on a village.
import type { placeOnBoard } from '#contract/insight-board.ts';
import type { InputOf } from '#contract/route.ts';
import { boardNeedsVillage, noSuchPiece } from '#domain/insight/board/refusals.ts';
import {
  areaCode,
  countyNumberOf,
  levelOf,
  spanOf,
  villageDigits,
} from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { findProject } from '#server/funds/projects/project.store.ts';
import type { Context } from '#server/http/context.ts';
import { countPosts } from '#server/workforce/organisation.store.ts';
import { findUnit } from '#server/workforce/unit.store.ts';
import type { PieceKind } from './pieces.ts';
import { insertPlacement } from './placement.store.ts';

interface Piece {
  readonly kind: PieceKind;
  readonly id: string;
}

export async function placedOnBoard(
  context: Context,
  { body }: InputOf<typeof placeOnBoard>,
): Promise<undefined> {
  const { tx, actor, area, now } = context;
  const piece: Piece | undefined =
    body.piece ?? (body.unit === undefined ? undefined : { kind: 'unit', id: body.unit });
  const isVillage = levelOf(area) === 'village';
  const isTakenOff = piece !== undefined && levelOf(area) === 'county';
  if (!isVillage && !isTakenOff) refuse(boardNeedsVillage, { area });
  if (piece !== undefined && !(await isHere(context, piece))) refuse(noSuchPiece);

  const county = countyNumberOf(area) ?? 0;
  const id = context.newId(county);
  const year = piece === undefined ? body.year : null;

  await insertPlacement(tx, {
    county,
    id,
    area_code: area,
    kind: piece?.kind ?? 'village',
    subject: piece?.id ?? area,
    year,
    account: actor.account,
    account_name: actor.displayName,
    placed_at: now,
  });
  const facts = piece === undefined ? { year } : { piece: piece.kind };
  context.note({ area, subject: `placement:${id}`, facts });
}

/** Of this county, and seen by whoever places it. */
async function isHere({ tx, area, today }: Context, { kind, id }: Piece): Promise<boolean> {
  const county = countyNumberOf(area);
  if (kind === 'team') {
    const [home = '', staffing] = id.split(':');
    if (countyNumberOf(areaCode(home)) !== county) return false;
    const span = spanOf(areaCode(home));
    const posts = await countPosts(tx, { span, digits: villageDigits, today });
    return posts.some((one) => one.staffing === staffing);
  }
  if (countyOfId(id) !== county) return false;
  const found =
    kind === 'unit'
      ? await findUnit(tx, { county: countyOfId(id), id })
      : await findProject(tx, id);
  return found !== undefined;
}
