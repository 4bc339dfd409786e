// Starts the page: appearance first, so that nothing flashes; then the router over one cache.
import './theme/tokens.css';
import './ui/ui.css';
import './shell/shell.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { onSessionLost, queryClient } from './client/query-client.ts';
import { router } from './router.tsx';
import { applyAppearance } from './theme/appearance.ts';

applyAppearance();
// Glyph slices are many; the page is readable in the system's font before their list arrives.
void import('./theme/fonts.ts');

onSessionLost(() => {
  const { pathname, href } = router.state.location;
  if (pathname === '/sign-in' || pathname === '/set-up') return;
  queryClient.clear();
  void router.navigate({ to: '/sign-in', search: { to: href } });
});

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
