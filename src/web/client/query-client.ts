// One cache for the whole page. A lost session is told once, wherever it is noticed.
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error.ts';

const lost = new Set<() => void>();

/** Called when the server no longer knows the session. */
export function onSessionLost(listener: () => void): () => void {
  lost.add(listener);
  return () => lost.delete(listener);
}

function notice(error: Error): void {
  if (error instanceof ApiError && error.status === 401) for (const listener of lost) listener();
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: notice }),
  mutationCache: new MutationCache({ onError: notice }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      networkMode: 'offlineFirst',
      // A refusal will be refused again; only silence is worth another try.
      retry: (count, error) => error instanceof ApiError && error.status === 0 && count < 1,
      refetchOnWindowFocus: false,
    },
    mutations: { networkMode: 'offlineFirst', retry: false },
  },
});
