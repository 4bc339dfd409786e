// The screen as it is sent: the last numbers, when they came, whether the line is up, and where a phone
// steers to.
import { useEffect, useRef, useState } from 'react';
import type { ScreenView } from '#contract/insight-screen.ts';

export interface ShownScreen {
  readonly view: ScreenView | undefined;
  readonly since: string | undefined;
  readonly isUp: boolean;
}

export function useScreen(area: string | undefined, onSteer: (to: string) => void): ShownScreen {
  const [shown, setShown] = useState<ShownScreen>({
    view: undefined,
    since: undefined,
    isUp: false,
  });
  const steer = useRef(onSteer);
  steer.current = onSteer;
  useEffect(() => {
    const query = area === undefined ? '' : `?${new URLSearchParams({ area })}`;
    const source = new EventSource(`/api/insight/screen/events${query}`);
    source.addEventListener('screen', ({ data }: MessageEvent<string>) => {
      const view = JSON.parse(data) as ScreenView;
      setShown({
        view,
        since: new Date(performance.timeOrigin + performance.now()).toISOString(),
        isUp: true,
      });
    });
    source.addEventListener('steer', ({ data }: MessageEvent<string>) => steer.current(data));
    source.addEventListener('open', () => setShown((before) => ({ ...before, isUp: true })));
    source.addEventListener('error', () => setShown((before) => ({ ...before, isUp: false })));
    return () => source.close();
  }, [area]);
  return shown;
}
