// The name of an area that is known by its code only. Outside one's own area the code is all there is.
import { useMe } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';

export function AreaName({ code }: { readonly code: string }) {
  const own = useMe().area.code;
  const read = useRead(
    'GET /api/registry/areas/:area',
    { params: { area: code }, query: {} },
    { staleTime: 600_000, enabled: code !== '' && code.startsWith(own) },
  );
  return <>{read.data?.name ?? code}</>;
}
