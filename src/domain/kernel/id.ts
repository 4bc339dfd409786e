// Ids are made by the application or by a device without a network: UUID version 8 whose first 24
// bits are the registration county and whose rest is laid out as version 7 (milliseconds, then
// randomness), so that an id alone can be routed to its county and ids of one county sort by time.
// Randomness and time are given, never taken. Decision 0004.

declare const idBrand: unique symbol;
export type Id = string & { readonly [idBrand]: true };

export interface IdParts {
  /** Registration county, 6 digits as a number; 0 for things that belong to no county. */
  readonly county: number;
  /** Milliseconds since 1970 in UTC. */
  readonly milliseconds: number;
  /** At least 7 random bytes. */
  readonly random: Uint8Array;
}

/**
 * Lays out 24 bits county, 4+20 bits of time split around the version, and 50 bits of randomness
 * with the low time bits first.
 * @example makeId({ county: 451226, milliseconds: 1475193600000, random: new Uint8Array(8) })
 */
export function makeId({ county, milliseconds, random }: IdParts): Id {
  if (!Number.isInteger(county) || county < 0 || county > 0xffffff) {
    throw new Error(`not a registration county: ${county}`);
  }
  const bytes = new Uint8Array(16);
  bytes[0] = county >>> 16;
  bytes[1] = (county >>> 8) & 0xff;
  bytes[2] = county & 0xff;
  const high = Math.floor(milliseconds / 0x1000000);
  const low = milliseconds % 0x1000000;
  bytes[3] = (high >>> 16) & 0xff;
  bytes[4] = (high >>> 8) & 0xff;
  bytes[5] = high & 0xff;
  bytes[6] = 0x80 | ((low >>> 20) & 0x0f);
  bytes[7] = (low >>> 12) & 0xff;
  bytes[8] = 0x80 | ((low >>> 6) & 0x3f);
  bytes[9] = ((low & 0x3f) << 2) | ((random[0] ?? 0) & 0x03);
  for (let index = 0; index < 6; index += 1) bytes[10 + index] = random[index + 1] ?? 0;
  return format(bytes);
}

/** The registration county an id carries, as a number. */
export function countyOfId(id: string): number {
  return Number.parseInt(id.slice(0, 6), 16);
}

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function parseId(text: string): Id | undefined {
  return idPattern.test(text) ? (text as Id) : undefined;
}

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function format(bytes: Uint8Array): Id {
  let hex = '';
  for (let index = 0; index < bytes.length; index += 1) hex += hexOfByte[bytes[index] ?? 0] ?? '';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id;
}
