// Says plainly that there is no network, and what can be done without one.
import { useSyncExternalStore } from 'react';
import { useText } from '#web/text/catalogue.ts';
import { shellTexts } from './texts.ts';

export function OfflineStrip() {
  const text = useText(shellTexts);
  const online = useSyncExternalStore(listen, () => navigator.onLine);
  if (online) return null;
  return (
    <p className="offline-strip no-print" role="status">
      {text('offline')}
    </p>
  );
}

function listen(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}
