// Starts the page: appearance first, so that nothing flashes; then a router over one cache.
import './theme/tokens.css';
import './ui/ui.css';
import './shell/shell.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { type AnyRouter, RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { onSessionLost, queryClient } from './client/query-client.ts';
import { ChineseMarked } from './text/chinese-marked.tsx';
import { applyAppearance } from './theme/appearance.ts';

/** Shows the pages of a router; the answer shows those of another in its place, at the same address. */
export function start(first: AnyRouter): (next: AnyRouter) => void {
  let router = first;
  applyAppearance();
  loadFontsWhenRead();
  onSessionLost(() => {
    const { pathname, href } = router.state.location;
    if (pathname === '/sign-in' || pathname === '/set-up') return;
    queryClient.clear();
    void router.navigate({ to: '/sign-in', search: { to: href } });
  });
  const place = document.getElementById('root');
  if (place === null) throw new Error('the page has no root');
  const root = createRoot(place);
  const show = (next: AnyRouter) => {
    router = next;
    root.render(
      <StrictMode>
        <ChineseMarked />
        <QueryClientProvider client={queryClient}>
          <RouterProvider key={next === first ? 'first' : 'next'} router={next} />
        </QueryClientProvider>
      </StrictMode>,
    );
  };
  show(first);
  return show;
}

/**
 * Slices of letters are many and would take the line from what the page is about; it is readable in the system's
 * font. They come when nothing is asked for at two looks, half a second apart, and after five seconds in any case.
 */
function loadFontsWhenRead(): void {
  let looks = 0;
  let quiet = 0;
  const looking = setInterval(() => {
    looks += 1;
    quiet = queryClient.isFetching() === 0 ? quiet + 1 : 0;
    if (quiet < 2 && looks < 10) return;
    clearInterval(looking);
    void import('./theme/fonts.ts');
  }, 500);
}
