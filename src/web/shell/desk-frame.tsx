// The frame of the desk: with search in the bar, there at once.
import { Frame } from './frame.tsx';
import { SearchBox } from './search-box.tsx';

export function DeskFrame() {
  return <Frame Search={SearchBox} />;
}
