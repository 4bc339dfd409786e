// The name of an area that is known by its code only.
import { useRead } from '#web/client/read.ts';

export function AreaName({ code }: { readonly code: string }) {
  const read = useRead(
    'GET /api/registry/areas/:area',
    { params: { area: code }, query: {} },
    { staleTime: 600_000, enabled: code !== '' },
  );
  return <>{read.data?.name ?? code}</>;
}
