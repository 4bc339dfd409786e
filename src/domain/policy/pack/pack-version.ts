// Versions of a pack in their order, and which of them counts on a day: the newest of those that had
// begun. A version that begins later changes nothing about the days before it.

interface Versioned {
  readonly manifest: { readonly version: string; readonly from: string };
}

/** Below zero when the first is older. */
export function compareVersions(one: string, other: string): number {
  const left = one.split('.').map(Number);
  const right = other.split('.').map(Number);
  for (const [index, number] of left.entries()) {
    const difference = number - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** @example nextVersion('1.4.2') // '1.5.0' */
export function nextVersion(version: string): string {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return `${major}.${minor + 1}.0`;
}

/** Undefined before the first of them began. */
export function versionOn<Of extends Versioned>(
  versions: readonly Of[],
  on: string,
): Of | undefined {
  return versions
    .filter(({ manifest }) => manifest.from <= on)
    .reduce<Of | undefined>(
      (newest, one) =>
        newest === undefined || compareVersions(one.manifest.version, newest.manifest.version) > 0
          ? one
          : newest,
      undefined,
    );
}

export function newestOf<Of extends Versioned>(versions: readonly Of[]): Of | undefined {
  return versionOn(versions, '9999-12-31');
}
