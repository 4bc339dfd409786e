// Joins a route's declaration to its one line of behaviour. Everything between the wire and the use
// case is in answer-request.ts; nothing here or in a routes file knows about status codes.
import type { DeclaredShape, InputOf, OutputOf, RouteShape } from '#contract/route.ts';
import type { Context, Download, Events, PublicContext } from './context.ts';

type Result<Shape extends DeclaredShape> = Shape['kind'] extends 'download'
  ? Download
  : Shape['kind'] extends 'events'
    ? Events
    : OutputOf<Shape>;

type ContextOf<Shape extends DeclaredShape> = Shape['permission'] extends 'public'
  ? PublicContext
  : Context;

export interface Served {
  readonly shape: RouteShape;
  run(context: Context, input: InputOf<RouteShape>): Promise<unknown>;
}

export function serve<const Shape extends DeclaredShape>(
  shape: Shape,
  run: (context: ContextOf<Shape>, input: InputOf<Shape>) => Promise<Result<Shape>>,
): Served {
  // The wrapper parses by the same shape, so the narrower types hold where `run` is called; and what has
  // Zod's own mark is a schema of Zod's.
  return { shape: shape as unknown as RouteShape, run: run as unknown as Served['run'] };
}
