// The frame of the light entry: the same, with the search coming after the page, and none for a household,
// which has nothing to look for but itself.
import { useMe } from '#web/access/me.ts';
import { later } from '#web/ui/later.tsx';
import { Frame } from './frame.tsx';

const SearchBox = later(() => import('./search-box.tsx'), 'SearchBox');

export function FieldFrame() {
  return <Frame Search={FieldSearch} />;
}

function FieldSearch() {
  return useMe().role === 'household' ? <span /> : <SearchBox />;
}
