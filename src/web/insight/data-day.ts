// When the numbers of a page are of. A demonstration stands still on its own day, and the clock of the machine
// would only contradict it.
import { useMe } from '#web/access/me.ts';

export function useDataDay(): (asOf: string) => string {
  const { installation } = useMe();
  return (asOf) => (installation.demonstration ? installation.today : asOf);
}
