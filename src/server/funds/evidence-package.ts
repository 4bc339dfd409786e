// An evidence package: tables of the books in one archive, with the digest of every part and one of the
// whole. Whoever has the file can prove that nothing in it was changed, added or left out since; the audit
// trail keeps the digest of the whole, so that a package made anew cannot pass for the one that was taken.
import { createHash } from 'node:crypto';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { z } from 'zod';

const formatName = 'bangfu-evidence/1';
const manifestName = 'manifest.json';
const earliest = new Date('1980-01-02T00:00:00Z');

const Manifest = z.object({
  format: z.literal(formatName),
  area: z.string(),
  from: z.string(),
  to: z.string(),
  madeAt: z.string(),
  madeBy: z.string(),
  parts: z.array(
    z.object({ name: z.string(), rows: z.number(), bytes: z.number(), sha256: z.string() }),
  ),
  digest: z.string(),
});
export type Manifest = z.infer<typeof Manifest>;

export interface EvidencePart {
  readonly name: string;
  readonly rows: number;
  readonly text: string;
}

/** Deterministic: the same parts and heading give the same bytes. */
export function packEvidence(
  heading: Pick<Manifest, 'area' | 'from' | 'to' | 'madeAt' | 'madeBy'>,
  parts: readonly EvidencePart[],
): { readonly bytes: Uint8Array; readonly manifest: Manifest } {
  const files = parts.map(({ name, rows, text }) => ({ name, rows, bytes: strToU8(text) }));
  const listed = files.map(({ name, rows, bytes }) => ({
    name,
    rows,
    bytes: bytes.length,
    sha256: sha256(bytes),
  }));
  const unsigned = { format: formatName, ...heading, parts: listed } as const;
  const manifest = { ...unsigned, digest: digestOf(unsigned) };
  const options = { mtime: earliest, level: 6 } as const;
  const bytes = zipSync({
    [manifestName]: [strToU8(`${JSON.stringify(manifest, null, 2)}\n`), options],
    ...Object.fromEntries(files.map(({ name, bytes: own }) => [name, [own, options] as const])),
  });
  return { bytes, manifest };
}

export interface EvidenceReport {
  readonly sound: boolean;
  readonly manifest: Manifest | null;
  readonly entries: number;
  readonly problems: readonly { readonly part: string; readonly problem: string }[];
}

/** What can be proven from the file alone. */
export function checkEvidence(bytes: Uint8Array): EvidenceReport {
  const files = filesOf(bytes);
  const read = files?.[manifestName];
  const manifest = read === undefined ? undefined : manifestOf(read);
  if (files === undefined || manifest === undefined) {
    const problem = files === undefined ? 'notAPackage' : 'noManifest';
    return {
      sound: false,
      manifest: null,
      entries: 0,
      problems: [{ part: manifestName, problem }],
    };
  }
  const problems: { part: string; problem: string }[] = [];
  const { digest, ...unsigned } = manifest;
  if (digestOf(unsigned) !== digest)
    problems.push({ part: manifestName, problem: 'digestDiffers' });
  for (const part of manifest.parts) {
    const own = files[part.name];
    if (own === undefined) problems.push({ part: part.name, problem: 'missing' });
    else if (sha256(own) !== part.sha256) problems.push({ part: part.name, problem: 'changed' });
  }
  const known = new Set([manifestName, ...manifest.parts.map(({ name }) => name)]);
  for (const name of Object.keys(files)) {
    if (!known.has(name)) problems.push({ part: name, problem: 'added' });
  }
  const lines = files['lines.csv'];
  const sums = lines === undefined ? new Map<string, bigint>() : sumsOf(strFromU8(lines));
  for (const [entry, sum] of sums) {
    if (sum !== 0n) problems.push({ part: `lines.csv ${entry}`, problem: 'unbalanced' });
  }
  return { sound: problems.length === 0, manifest, entries: sums.size, problems };
}

/** Entry and amount stand among the first three columns, where nothing is quoted. */
function sumsOf(lines: string): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const line of lines.split('\r\n').slice(1)) {
    const [entry = '', , amount = ''] = line.split(',', 3);
    if (!/^-?\d+$/.test(amount)) continue;
    sums.set(entry, (sums.get(entry) ?? 0n) + BigInt(amount));
  }
  return sums;
}

function filesOf(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> | undefined {
  try {
    return unzipSync(bytes);
  } catch {
    return undefined;
  }
}

function manifestOf(bytes: Uint8Array): Manifest | undefined {
  try {
    const read = Manifest.safeParse(JSON.parse(strFromU8(bytes)));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

function digestOf(unsigned: Omit<Manifest, 'digest'>): string {
  const { format, area, from, to, madeAt, madeBy, parts } = unsigned;
  const text = [
    ...[format, area, from, to, madeAt, madeBy],
    ...parts.map(({ name, rows, bytes, sha256: own }) => `${own} ${bytes} ${rows} ${name}`),
  ].join('\n');
  return sha256(strToU8(text));
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
