// The name of an area, as the picker would write it.
import { useRead } from '#web/client/read.ts';

export function useAreaName(code: string): string | undefined {
  const read = useRead('GET /api/registry/areas/:area', { params: { area: code } });
  return read.data?.name;
}
