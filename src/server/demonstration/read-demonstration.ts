// The demonstration county's data files as the pack ships them, checked. A mistake in them stops the
// start and names the file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  type Calibration,
  type NameParts,
  parseCalibration,
  parseNameParts,
} from '#domain/demonstration/calibration.ts';

export interface DemonstrationFiles {
  readonly calibration: Calibration;
  readonly names: NameParts;
}

/** `packFolder`: policy/packs/huanjiang-2016. */
export function readDemonstration(packFolder: string): DemonstrationFiles {
  return {
    calibration: readWith(join(packFolder, 'demonstration', 'calibration.yaml'), parseCalibration),
    names: readWith(join(packFolder, 'demonstration', 'names.yaml'), parseNameParts),
  };
}

function readWith<Result>(path: string, read: (document: unknown) => Result): Result {
  try {
    return read(parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new Error(`${path} cannot be used`, { cause });
  }
}
