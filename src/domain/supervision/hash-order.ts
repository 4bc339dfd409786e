// Chance that anybody can check: units stand in the order of SHA-256 over the seed and their own code.
// Nobody can choose a seed that favours a unit, because its digest is published before the frame is
// known; anybody can compute the order again with any tool that knows SHA-256, the database included.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export function digestOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** Place of a unit among those of its stage; the text is what the database hashes too. */
export function orderKey(seed: string, stage: string, code: string): string {
  return digestOf(`${seed}/${stage}/${code}`);
}

/** Uniform in [0, 1) with 52 bits, for the start of a systematic draw. */
export function uniformOf(seed: string, label: string): number {
  return Number.parseInt(digestOf(`${seed}/${label}`).slice(0, 13), 16) / 16 ** 13;
}

/** In the order of their keys; equal keys cannot be told from a broken hash, so codes decide. */
export function inHashOrder<Unit extends { readonly code: string }>(
  units: readonly Unit[],
  seed: string,
  stage: string,
): readonly Unit[] {
  return units
    .map((unit) => ({ unit, key: orderKey(seed, stage, unit.code) }))
    .sort((left, right) =>
      left.key === right.key
        ? compare(left.unit.code, right.unit.code)
        : compare(left.key, right.key),
    )
    .map(({ unit }) => unit);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
