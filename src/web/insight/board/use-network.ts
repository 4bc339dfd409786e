// The network as it is sent while somebody looks: again whenever the register changed.
import { useEffect, useState } from 'react';
import type { Network } from '#contract/insight-board.ts';

export interface ShownNetwork {
  readonly network: Network;
  /** Whether the line is up. */
  readonly isUp: boolean;
}

export function useNetwork(area: string, first: Network): ShownNetwork {
  const [shown, setShown] = useState<{ area: string; network: Network }>();
  const [isUp, setUp] = useState(false);
  useEffect(() => {
    // Where nobody can be listened to, what was read with the page stays.
    if (typeof EventSource === 'undefined') return undefined;
    const query = area === '' ? '' : `?${new URLSearchParams({ area })}`;
    const source = new EventSource(`/api/insight/board/network/events${query}`);
    source.addEventListener('screen', ({ data }: MessageEvent<string>) => {
      setShown({ area, network: JSON.parse(data) as Network });
      setUp(true);
    });
    source.addEventListener('open', () => setUp(true));
    source.addEventListener('error', () => setUp(false));
    return () => source.close();
  }, [area]);
  return { network: shown?.area === area ? shown.network : first, isUp };
}
