// A number that opens the list it counts.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMe } from '#web/access/me.ts';
import { exactNumber } from '#web/text/number.ts';
import { Count } from '#web/ui/figure.tsx';

/** Filters as GET /api/registry/households names them. */
export type ListFilter = Readonly<Record<string, string>>;

interface ListLinkProps {
  readonly area: string;
  readonly filter: ListFilter;
  readonly count: number;
  readonly children?: ReactNode;
  readonly className?: string;
}

export function ListLink({ area, filter, count, children, className }: ListLinkProps) {
  const me = useMe();
  // One's own area needs no name, and may be several that have none together.
  const named = area === '' || area === me.area.code ? undefined : area;
  return (
    <Link
      to="/households"
      search={{ area: named, ...filter }}
      className={className ?? 'count-link'}
      title={exactNumber(count)}
      preload={false}
    >
      {children ?? <Count value={count} />}
    </Link>
  );
}
