// A link to a part of the household page. Why has addresses of its own below it, the others have none.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface TabLinkProps {
  readonly household: string;
  readonly tab: string;
  readonly className?: string;
  readonly isNow?: boolean;
  readonly children: ReactNode;
}

export function TabLink({ household, tab, className, isNow, children }: TabLinkProps) {
  const shared = {
    resetScroll: false,
    className,
    'aria-current': isNow === true ? ('page' as const) : undefined,
  };
  if (tab === 'why') {
    return (
      <Link to="/households/$id/why" params={{ id: household }} {...shared}>
        {children}
      </Link>
    );
  }
  return (
    <Link to="/households/$id/$tab" params={{ id: household, tab }} {...shared}>
      {children}
    </Link>
  );
}
