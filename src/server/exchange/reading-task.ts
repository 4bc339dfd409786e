// What the reading process can be asked, and what it answers. The process that serves requests never
// opens a stranger's file itself.

import type { Scope } from '#domain/access/scope.ts';
import type { MappingProfile } from '#domain/exchange/mapping.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import type { JobProgress } from '#server/jobs/job.store.ts';
import type { FileDescription } from './describe-file.ts';
import type { RefusedFormat } from './refused-file.ts';
import type { ImportRunInput } from './run-import.ts';
import type { SentRefusal } from './sent-refusal.ts';

export interface DescribeTask {
  readonly kind: 'describe';
  readonly path: string;
  readonly fileName: string;
  readonly sheet: string | undefined;
  readonly profiles: readonly MappingProfile[];
  readonly isVillageFile: boolean;
}

/** The file goes to standard output. */
export interface RefusedTask {
  readonly kind: 'refused';
  readonly path: string;
  readonly sheetName: string;
  readonly headingRow: number;
  readonly reasons: readonly (readonly [row: number, reason: string])[];
  readonly language: Language;
  readonly format: RefusedFormat;
}

export interface RunTask {
  readonly kind: 'run';
  readonly job: string;
  readonly input: ImportRunInput;
  readonly scope: Scope;
  readonly account: string | null;
  readonly checkpoint: unknown;
}

/** The rows of a sheet as they are, to standard output: first what the file is, then batches of rows. */
export interface RowsTask {
  readonly kind: 'rows';
  readonly path: string;
  /** Name of the sheet; the first that is not hidden when absent. */
  readonly sheet: string | undefined;
  /** Stops after so many rows. */
  readonly most: number | undefined;
}

export interface RowsHead {
  readonly format: string;
  readonly sheets: readonly string[];
  readonly sheet: string;
}

export type ReadingTask = DescribeTask | RefusedTask | RunTask | RowsTask;

export type ReadingAnswer =
  | { readonly kind: 'described'; readonly description: FileDescription }
  | { readonly kind: 'progress'; readonly progress: JobProgress }
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly refusal: SentRefusal }
  | { readonly kind: 'failed'; readonly message: string };
