// Edits on their way to the server, one after another, each based on the version the one before it left.
// What the server refuses stays in its field; what somebody else changed meanwhile is shown first.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { DraftView } from '#contract/policy-drafts.ts';
import type { PackEdit } from '#domain/policy/authoring/pack-edit.ts';
import { ApiError } from '#web/client/api-error.ts';
import { call, newKey } from '#web/client/call.ts';
import { useLanguage } from '#web/text/catalogue.ts';

export interface DraftEdits {
  readonly view: DraftView;
  readonly mayEdit: boolean;
  /** Resolves when the server has it; rejects with what the server says. */
  save(edits: readonly PackEdit[]): Promise<void>;
  /** Somebody else was there: their version, to be looked at before going on. */
  readonly conflict: ApiError | undefined;
  reload(): void;
}

export function useDraftEdits(view: DraftView): DraftEdits {
  const client = useQueryClient();
  const language = useLanguage();
  const { id } = view.summary;
  const version = useRef(view.summary.version);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const [conflict, setConflict] = useState<ApiError>();
  useEffect(() => {
    version.current = Math.max(version.current, view.summary.version);
  }, [view.summary.version]);

  async function send(edits: readonly PackEdit[]): Promise<void> {
    const sent = { params: { id }, body: { baseVersion: version.current, edits: [...edits] } };
    const next = await call('POST /api/policy/drafts/:id/edits', sent, { key: newKey() });
    version.current = next.summary.version;
    client.setQueryData(['GET /api/policy/drafts/:id', { params: { id } }, language], next);
    await client.invalidateQueries({ queryKey: ['GET /api/policy/drafts/:id/rows/:kind/:row'] });
    void client.invalidateQueries({ queryKey: ['GET /api/policy/drafts/:id/names'] });
    void client.invalidateQueries({ queryKey: ['GET /api/policy/drafts/:id/trial'] });
    void client.invalidateQueries({ queryKey: ['GET /api/policy/drafts'] });
  }

  return {
    view,
    mayEdit: view.acts.some(({ act, obstacle }) => act === 'edit' && obstacle === null),
    conflict,
    save(edits) {
      const done = queue.current.then(() => send(edits));
      queue.current = done.catch(() => undefined);
      return done.catch((error: unknown) => {
        if (error instanceof ApiError && error.code === 'policy/draft-changed') setConflict(error);
        throw error;
      });
    },
    reload() {
      setConflict(undefined);
      void client
        .invalidateQueries({ queryKey: ['GET /api/policy/drafts/:id'] })
        .then(() =>
          client.invalidateQueries({ queryKey: ['GET /api/policy/drafts/:id/rows/:kind/:row'] }),
        );
    },
  };
}
