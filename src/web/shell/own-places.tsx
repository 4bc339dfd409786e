// Whoever answers for several places chooses one of them where a page is about one at a time.
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { shortNameOf } from '#domain/registry/area.ts';
import { useMe } from '#web/access/me.ts';
import { OwnPlaces } from '#web/ui/states.tsx';

export function WithOwnPlaces({ children }: { readonly children: ReactNode }) {
  const { areas } = useMe();
  const { area } = useSearch({ from: '/frame' });
  const isChosen = area !== undefined || areas.length < 2;
  return (
    <OwnPlaces
      value={
        isChosen
          ? null
          : areas.map(({ code, name }) => (
              <Link
                key={code}
                to="."
                search={(before) => ({ ...before, area: code })}
                className="button"
              >
                {shortNameOf(name)}
              </Link>
            ))
      }
    >
      {children}
    </OwnPlaces>
  );
}
