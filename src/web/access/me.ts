// Who is signed in, known to every page below the frame.
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Me } from '#contract/access.ts';
import { isFieldRole } from '#domain/access/field-role.ts';
import type { Permission } from '#domain/access/permission.ts';
import { call } from '#web/client/call.ts';

export const meOptions = queryOptions({
  queryKey: ['GET /api/access/me'],
  queryFn: ({ signal }) => call('GET /api/access/me', {}, { signal }),
  staleTime: 60_000,
});

export function useMe(): Me {
  return useSuspenseQuery(meOptions).data;
}

/** `may('registry.write')`: whether to offer a thing; the server decides whether it happens. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.includes(permission);
}

/**
 * Whether they are shown what is there of their area. Others, such as a helper or a department, are shown what is
 * theirs, so that an empty list says nothing of anybody else's.
 */
export function useSeesAll(): boolean {
  const { householdsOnly } = useMe();
  const may = useMay();
  return may('registry.read') && !householdsOnly;
}

/** Whether they come by the light entry: on a phone, and for a few things. */
export function useIsField(): boolean {
  return isFieldRole(useMe().role);
}
