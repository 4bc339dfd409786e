// Server state in components: read it, page through it, write it. Keys are the address and the input,
// so that a write can say what it makes stale by address alone.
import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useLanguage } from '#web/text/catalogue.ts';
import type { Answer, ReadAddress, Sent, WriteAddress } from './api.ts';
import { call, newKey } from './call.ts';

interface ReadOptions<Data> {
  readonly enabled?: boolean;
  /** Milliseconds between refreshes while this holds; false stops. */
  readonly every?: (data: Data | undefined) => number | false;
  readonly staleTime?: number;
  /** Shows the last answer while the next one loads. */
  readonly keep?: boolean;
}

export function useRead<A extends ReadAddress>(
  address: A,
  sent: Sent<A>,
  options: ReadOptions<Answer<A>> = {},
): UseQueryResult<Answer<A>, Error> {
  // Answers carry sentences, so another language is another answer.
  const language = useLanguage();
  const { every } = options;
  return useQuery<Answer<A>, Error, Answer<A>>({
    queryKey: [address, sent, language],
    queryFn: ({ signal }) => call(address, sent, { signal }),
    enabled: options.enabled ?? true,
    refetchInterval: every === undefined ? false : (query) => every(query.state.data),
    ...(options.staleTime === undefined ? {} : { staleTime: options.staleTime }),
    ...(options.keep === true ? { placeholderData: keepPreviousData } : {}),
  });
}

type Item<A extends ReadAddress> = Answer<A> extends { items: (infer One)[] } ? One : never;

type PageRead<A extends ReadAddress> = Answer<A> & { items: Item<A>[]; next: string | null };

/** A keyset list: `items` of all pages read so far, and how to read on. */
export function usePages<A extends ReadAddress>(
  address: A,
  sent: Sent<A>,
  options: { readonly enabled?: boolean } = {},
) {
  const language = useLanguage();
  const result = useInfiniteQuery({
    queryKey: [address, sent, language, 'pages'],
    // A list may begin where an earlier one ended.
    initialPageParam: (sent as { query?: { cursor?: string } }).query?.cursor ?? '',
    queryFn: async ({ pageParam, signal }): Promise<PageRead<A>> => {
      const query = { ...(sent as { query?: object }).query, cursor: pageParam };
      const page: unknown = await call(address, { ...sent, query } as Sent<A>, { signal });
      return page as PageRead<A>;
    },
    getNextPageParam: (page) => page.next,
    enabled: options.enabled ?? true,
  });
  const items = (result.data?.pages ?? []).flatMap((page) => page.items);
  return {
    items,
    /** What the first page says of the whole list. */
    first: result.data?.pages[0],
    isPending: result.isPending,
    error: result.error,
    hasMore: result.hasNextPage,
    /** Where the list goes on after what was read; null at its end. */
    next: result.data?.pages.at(-1)?.next ?? null,
    isReadingMore: result.isFetchingNextPage,
    readMore: () => void result.fetchNextPage(),
    refetch: () => void result.refetch(),
  };
}

interface WriteOptions<A extends WriteAddress> {
  /** Addresses whose answers this write makes stale. */
  readonly stale?: readonly ReadAddress[];
  readonly onDone?: (answer: Answer<A>) => void;
}

export function useWrite<A extends WriteAddress>(
  address: A,
  options: WriteOptions<A> = {},
): UseMutationResult<Answer<A>, Error, Sent<A>> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (sent: Sent<A>) => call(address, sent, { key: newKey() }),
    onSuccess: async (answer) => {
      const stale = options.stale ?? [];
      await Promise.all(stale.map((one) => client.invalidateQueries({ queryKey: [one] })));
      options.onDone?.(answer);
    },
  });
}
