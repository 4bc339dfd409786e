// How to knock at a door with the ids of a place: what the walk fills into path, query and body.
import type { RouteShape } from '#contract/route.ts';
import type { Answer, Caller } from '#tests/world/caller.ts';
import { urlOf } from '#tests/world/caller.ts';
import type { CastName } from '#tests/world/cast.ts';
import type { PlantedSide } from '#tests/world/plant.ts';

export interface Filling {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: object;
  readonly file?: { readonly name: string; readonly bytes: Buffer };
}

export interface Probe {
  /** With ids of the place; where several ways name something, several fillings. */
  readonly fill: (side: PlantedSide) => Filling | readonly Filling[];
  /**
   * Nothing at this door can name another place: it answers with one's own, and only what it answers
   * is looked at.
   */
  readonly namesNothing?: true;
  /** Who uses it at home, to show that the filling is right. Chen unless said. */
  readonly by?: CastName;
  /** Answers at home that show it as well as success does: the use case was reached. */
  readonly own?: readonly string[];
}

export function fillingsOf(probe: Probe, side: PlantedSide): readonly Filling[] {
  const filled = probe.fill(side);
  return isList(filled) ? filled : [filled];
}

function isList(filled: Filling | readonly Filling[]): filled is readonly Filling[] {
  return Array.isArray(filled);
}

export async function knock(caller: Caller, shape: RouteShape, filling: Filling): Promise<Answer> {
  const path = shape.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(filling.params?.[name] ?? ''),
  );
  const url = urlOf(path, filling.query ?? {});
  if (filling.file !== undefined) {
    return caller.upload(url, filling.file, shape.method === 'PUT' ? 'PUT' : 'POST');
  }
  const payload = filling.body === undefined ? {} : { payload: filling.body };
  return caller.send({ method: shape.method, url, ...payload });
}
