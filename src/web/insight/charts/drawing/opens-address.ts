// The address behind a number: the list it counted.
import type { Opens } from '#domain/insight/charts/chart-shape.ts';

export function addressOf(opens: Opens | null): string | undefined {
  if (opens === null) return undefined;
  const query = new URLSearchParams({
    ...(opens.area === '' ? {} : { area: opens.area }),
    ...opens.filter,
  });
  return `/${opens.page}?${query}`;
}
