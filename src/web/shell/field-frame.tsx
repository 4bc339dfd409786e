// The frame of the light entry: the same, with the search coming after the page.
import { later } from '#web/ui/later.tsx';
import { Frame } from './frame.tsx';

const SearchBox = later(() => import('./search-box.tsx'), 'SearchBox');

export function FieldFrame() {
  return <Frame Search={SearchBox} />;
}
