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
  /** A mark of a drawing, beside which the same list opens from a row: no stop of its own for keys. */
  readonly drawn?: true;
}

export function ListLink({ area, filter, count, children, className, drawn }: ListLinkProps) {
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
      {...(drawn === true ? { tabIndex: -1 } : {})}
    >
      {children ?? <Count value={count} />}
    </Link>
  );
}
