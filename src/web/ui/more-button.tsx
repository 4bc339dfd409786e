// The rest of a list that is read page by page; nothing where all of it is there.
import type { ReactNode } from 'react';

interface Paged {
  readonly hasMore: boolean;
  readonly isReadingMore: boolean;
  readonly readMore: () => void;
}

export function MoreButton({
  list,
  children,
}: {
  readonly list: Paged;
  readonly children: ReactNode;
}) {
  return list.hasMore ? (
    <button
      type="button"
      className="button rest no-print"
      disabled={list.isReadingMore}
      onClick={list.readMore}
    >
      {children}
    </button>
  ) : null;
}
