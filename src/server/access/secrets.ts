// Keys live in files beside the data, outside the database, and every encrypted value names the key it
// was made with. Values are AES-256-GCM with the field's name as associated data; beside them stands an
// HMAC-SHA-256 for exact search. With 国密 asked for, SM4-CTR with HMAC-SM3 over everything, and HMAC-SM3.
// Refuses to open a value under another field's name or one that was altered.
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Suite = 'international' | 'guomi';

export interface Secrets {
  /** Encrypts text under a field's name. */
  seal(field: string, text: string): Buffer;
  open(field: string, sealed: Buffer): string;
  /** The same for a file. */
  sealBytes(field: string, bytes: Uint8Array): Buffer;
  openBytes(field: string, sealed: Buffer): Buffer;
  /** Keyed hash of a normalised value, for exact search; equal for equal values of one purpose. */
  hash(purpose: string, text: string): Buffer;
  /** Key of the audit chain. */
  readonly auditKey: Buffer;
}

interface FieldKey {
  readonly number: number;
  readonly suite: Suite;
  readonly key: Buffer;
  /** The number as the first byte of everything sealed with this key. */
  readonly mark: Buffer;
}

interface KeyFile {
  readonly fields: { number: number; suite: Suite; key: string }[];
  readonly search: { suite: Suite; key: string };
  readonly audit: string;
}

const ivLength = { international: 12, guomi: 16 } as const;
const tagLength = { international: 16, guomi: 32 } as const;

/** Reads the keys of a data folder, making them on the first start. */
export function openSecrets(dataFolder: string, suite: Suite): Secrets {
  const folder = join(dataFolder, 'keys');
  const path = join(folder, 'keys.json');
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(path, `${JSON.stringify(newKeys(suite), null, 2)}\n`, { mode: 0o600 });
    chmodSync(path, 0o600);
  }
  return secretsFrom(JSON.parse(readFileSync(path, 'utf8')) as KeyFile);
}

/** New keys of a process without a folder, as tests use. */
export function temporarySecrets(suite: Suite = 'international'): Secrets {
  return secretsFrom(newKeys(suite));
}

function newKeys(suite: Suite): KeyFile {
  const key = () => randomBytes(32).toString('base64');
  return {
    fields: [{ number: 1, suite, key: key() }],
    search: { suite, key: key() },
    audit: key(),
  };
}

function secretsFrom(file: KeyFile): Secrets {
  const keys = file.fields.map(
    (entry): FieldKey => ({
      ...entry,
      key: Buffer.from(entry.key, 'base64'),
      mark: Buffer.of(entry.number),
    }),
  );
  const newest = keys.reduce((left, right) => (right.number > left.number ? right : left));
  // Made once: from bytes, each of a county's 100,000 hashes would make it anew.
  const searchKey = createSecretKey(file.search.key, 'base64');
  const keyOf = (field: string, sealed: Buffer): FieldKey => {
    const key = keys.find((candidate) => candidate.number === sealed[0]);
    if (key === undefined) throw new Error(`no key ${sealed[0]} for the field ${field}`);
    return key;
  };
  const searchHash = file.search.suite === 'guomi' ? 'sm3' : 'sha256';
  return {
    seal: (field, text) => sealWith(newest, field, text),
    open: (field, sealed) => openWith(keyOf(field, sealed), field, sealed).toString('utf8'),
    sealBytes: (field, bytes) => sealWith(newest, field, bytes),
    openBytes: (field, sealed) => openWith(keyOf(field, sealed), field, sealed),
    hash: (purpose, text) =>
      createHmac(searchHash, searchKey).update(`${purpose}\0${text}`).digest(),
    auditKey: Buffer.from(file.audit, 'base64'),
  };
}

const fieldNames = new Map<string, Buffer>();

function associatedData(field: string): Buffer {
  const known = fieldNames.get(field);
  if (known !== undefined) return known;
  const made = Buffer.from(field);
  fieldNames.set(field, made);
  return made;
}

let fresh = Buffer.alloc(0);
let used = 0;

/** Randomness drawn in blocks, no byte given twice: a county's import seals 200,000 values. */
function freshBytes(count: number): Buffer {
  if (used + count > fresh.length) {
    fresh = randomBytes(16 * 1024);
    used = 0;
  }
  used += count;
  return fresh.subarray(used - count, used);
}

// Layout: key number, initialisation vector, tag, ciphertext.
function sealWith(key: FieldKey, field: string, plain: string | Uint8Array): Buffer {
  const content = typeof plain === 'string' ? Buffer.from(plain, 'utf8') : plain;
  const iv = freshBytes(ivLength[key.suite]);
  if (key.suite === 'international') {
    const cipher = createCipheriv('aes-256-gcm', key.key, iv);
    cipher.setAAD(associatedData(field));
    // A stream cipher gives everything at once; the end only closes the tag.
    const body = cipher.update(content);
    cipher.final();
    return Buffer.concat([key.mark, iv, cipher.getAuthTag(), body]);
  }
  const cipher = createCipheriv('sm4-ctr', key.key.subarray(0, 16), iv);
  const body = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([key.mark, iv, guomiTag(key, field, iv, body), body]);
}

function openWith(key: FieldKey, field: string, sealed: Buffer): Buffer {
  const afterIv = 1 + ivLength[key.suite];
  const afterTag = afterIv + tagLength[key.suite];
  const iv = sealed.subarray(1, afterIv);
  const tag = sealed.subarray(afterIv, afterTag);
  const body = sealed.subarray(afterTag);
  if (key.suite === 'international') {
    const decipher = createDecipheriv('aes-256-gcm', key.key, iv);
    decipher.setAAD(associatedData(field));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(body), decipher.final()]);
  }
  if (!timingSafeEqual(tag, guomiTag(key, field, iv, body))) {
    throw new Error(`a sealed value of the field ${field} was altered`);
  }
  const decipher = createDecipheriv('sm4-ctr', key.key.subarray(0, 16), iv);
  return Buffer.concat([decipher.update(body), decipher.final()]);
}

function guomiTag(key: FieldKey, field: string, iv: Buffer, body: Buffer): Buffer {
  const tagKey = createHmac('sm3', key.key).update('tag').digest();
  return createHmac('sm3', tagKey).update(field).update('\0').update(iv).update(body).digest();
}
