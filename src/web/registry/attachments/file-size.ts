// Bytes as people say them.
export function shownBytes(bytes: number): string {
  const kilobytes = bytes / 1024;
  if (kilobytes < 1000) return `${Math.max(1, Math.round(kilobytes))} KB`;
  return `${Math.round(kilobytes / 102.4) / 10} MB`;
}
