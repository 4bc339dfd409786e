// What the process that reads pictures of the ground is asked, and what it answers.

import type { LayerKind } from '#domain/insight/layers/judge-raster.ts';
import type { Bounds, TileAddress } from '#domain/insight/layers/tile-grid.ts';
import type { RefusalFacts } from '#domain/kernel/refusal.ts';

export type LayerForm = 'geotiff' | 'pmtiles';

/** What a file is and how it is to be cut. */
export interface LookedAt {
  readonly form: LayerForm;
  readonly kind: LayerKind;
  /** In WGS84. */
  readonly bounds: Bounds;
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly tiles: number;
  readonly isCoarser: boolean;
}

export interface LookTask {
  readonly task: 'look';
  readonly path: string;
  readonly name: string;
  readonly isShifted: boolean;
  readonly county: Bounds | undefined;
}

export interface CutTask {
  readonly task: 'cut';
  readonly path: string;
  readonly name: string;
  readonly form: LayerForm;
  readonly kind: LayerKind;
  readonly isShifted: boolean;
  readonly tiles: readonly TileAddress[];
}

/** Makes tiles of the four below each. */
export interface JoinTask {
  readonly task: 'join';
  readonly tiles: readonly {
    readonly tile: TileAddress;
    readonly children: readonly (Uint8Array | undefined)[];
  }[];
}

export type LayerTask = LookTask | CutTask | JoinTask;

export interface MadeTile extends TileAddress {
  readonly bytes: Uint8Array;
}

export type LayerAnswer =
  | { readonly kind: 'looked'; readonly found: LookedAt }
  | { readonly kind: 'made'; readonly tiles: readonly MadeTile[] }
  | { readonly kind: 'refused'; readonly code: string; readonly facts: RefusalFacts }
  | { readonly kind: 'failed'; readonly reason: string };
