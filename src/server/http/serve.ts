// Joins a route's declaration to its one line of behaviour. Everything between the wire and the use
// case is in answer-request.ts; nothing here or in a routes file knows about status codes.
import type { InputOf, OutputOf, RouteShape } from '#contract/route.ts';
import type { Context, Download, Events, PublicContext } from './context.ts';

type Result<Shape extends RouteShape> = Shape['kind'] extends 'download'
  ? Download
  : Shape['kind'] extends 'events'
    ? Events
    : OutputOf<Shape>;

type ContextOf<Shape extends RouteShape> = Shape['permission'] extends 'public'
  ? PublicContext
  : Context;

export interface Served {
  readonly shape: RouteShape;
  run(context: Context, input: InputOf<RouteShape>): Promise<unknown>;
}

export function serve<const Shape extends RouteShape>(
  shape: Shape,
  run: (context: ContextOf<Shape>, input: InputOf<Shape>) => Promise<Result<Shape>>,
): Served {
  // The wrapper parses by the same shape, so the narrower types hold where `run` is called.
  return { shape, run: run as unknown as Served['run'] };
}
