// The shape of one door of the API, shared by server, browser and command line. The list of all
// declarations is the security review: each says who may enter, which area it touches, what comes in,
// what goes out, and what the audit trail keeps.
import type { z } from 'zod';
import type { Permission } from '#domain/access/permission.ts';

/**
 * How the request names the area it touches. `own`: the actor's jurisdiction as it is. `query.area`,
 * `params.area`, `body.area`: a code that must lie inside it. `row`: the thing named is found under row
 * security, so a thing elsewhere does not exist. `none`: touches nothing that belongs to an area.
 */
export type AreaRule = 'own' | 'query.area' | 'params.area' | 'body.area' | 'row' | 'none';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface RouteShape {
  readonly method: Method;
  /** As Fastify writes it: `/api/registry/households/:id`. */
  readonly path: string;
  readonly summary: string;
  /** `public` needs no session; everything else needs one. */
  readonly permission: Permission | 'public';
  readonly area: AreaRule;
  /** Act written to the audit trail in the same transaction; null where reading leaves no mark. */
  readonly audit: string | null;
  /**
   * Doors of one's own account that open early: while the second factor is still unanswered, or while
   * a password that was given still waits to be changed.
   */
  readonly opens?: 'before-second-factor' | 'before-password-change';
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** Absent for a download and for 204. */
  readonly output?: z.ZodType;
  /**
   * `upload` takes a multipart file beside its query; `download` streams a file; `events` sends on after
   * the answer has begun, with no transaction open.
   */
  readonly kind?: 'json' | 'upload' | 'download' | 'events';
}

/**
 * A declaration as its schemas are told from anything else. Comparing each schema with what Zod says a
 * schema is would be right too, and costs the compiler gigabytes over some hundred routes.
 */
export interface DeclaredShape extends Omit<RouteShape, 'params' | 'query' | 'body' | 'output'> {
  readonly params?: Schemed;
  readonly query?: Schemed;
  readonly body?: Schemed;
  readonly output?: Schemed;
}

interface Schemed {
  readonly _zod: object;
}

/** Declares a route; the type keeps the exact schemas, from which callers are typed. */
export function route<const Shape extends DeclaredShape>(shape: Shape): Shape {
  return shape;
}

type Parsed<Schema> = Schema extends { readonly _zod: { readonly output: infer Output } }
  ? Output
  : undefined;
type Sent<Schema> = Schema extends { readonly _zod: { readonly input: infer Input } }
  ? Input
  : undefined;

/** The part of a declaration named so; undefined where it has none. */
type Part<Shape, Name extends string> = Shape extends { readonly [Key in Name]?: infer Schema }
  ? Schema
  : undefined;

/** What a use case receives. */
export interface InputOf<Shape> {
  readonly params: Parsed<Part<Shape, 'params'>>;
  readonly query: Parsed<Part<Shape, 'query'>>;
  readonly body: Parsed<Part<Shape, 'body'>>;
}

/** What a caller sends. */
export interface CallOf<Shape> {
  readonly params?: Sent<Part<Shape, 'params'>>;
  readonly query?: Sent<Part<Shape, 'query'>>;
  readonly body?: Sent<Part<Shape, 'body'>>;
}

export type OutputOf<Shape> = Parsed<Part<Shape, 'output'>>;
