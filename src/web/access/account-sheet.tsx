// One account beside the list: its fields, and what can be done with it.
import { useState } from 'react';
import type { Account } from '#contract/access.ts';
import { ApiError } from '#web/client/api-error.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownDay } from '#web/text/number.ts';
import { Sheet } from '#web/ui/sheet.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { AccountActs } from './account-acts.tsx';
import { AccountForm } from './account-form.tsx';
import { AccountOffices } from './account-offices.tsx';
import { AccountState } from './account-state.tsx';
import { accountsTexts } from './accounts-texts.ts';
import { useMe } from './me.ts';

interface AccountSheetProps {
  readonly id: string;
  readonly onClose: () => void;
}

export function AccountSheet({ id, onClose }: AccountSheetProps) {
  const read = useRead('GET /api/access/accounts/:id', { params: { id } });
  const { data: account } = read;
  if (account === undefined) {
    return (
      <Sheet title="…" onClose={onClose}>
        {read.error === null ? <Skeleton lines={6} /> : <ErrorState error={read.error} />}
      </Sheet>
    );
  }
  return <Loaded account={account} onClose={onClose} onReload={() => void read.refetch()} />;
}

interface LoadedProps {
  readonly account: Account;
  readonly onClose: () => void;
  readonly onReload: () => void;
}

function Loaded({ account, onClose, onReload }: LoadedProps) {
  const text = useText(accountsTexts);
  const me = useMe();
  const [saved, setSaved] = useState(false);
  const update = useWrite('PATCH /api/access/accounts/:id', {
    stale: ['GET /api/access/accounts', 'GET /api/access/accounts/:id'],
    onDone: () => setSaved(true),
  });
  const explanation = useExplanation(update.error);
  const stale = update.error instanceof ApiError && update.error.status === 409;
  const params = { id: account.id };
  return (
    <Sheet title={account.displayName} onClose={onClose}>
      <p className="account-line">
        <code>{account.username}</code> <AccountState account={account} />
        <span className="quiet">
          {text('since', { day: shownDay(account.createdAt, text.language) })}
        </span>
      </p>
      {account.id === me.account ? (
        <p className="notice">{text('ownHint')}</p>
      ) : (
        <>
          <AccountForm
            // What was read anew is what is changed next.
            key={account.version}
            account={account}
            submitText={text('save')}
            busy={update.isPending}
            problem={
              explanation === undefined ? undefined : (
                <>
                  <p>{explanation}</p>
                  {stale ? (
                    <button type="button" className="button" onClick={onReload}>
                      {text('stale')}
                    </button>
                  ) : null}
                </>
              )
            }
            onSubmit={({ username: _name, language: _language, areas, ...fields }) => {
              setSaved(false);
              const body = { ...fields, areas: areas ?? [fields.area], version: account.version };
              update.mutate({ params, body });
            }}
          />
          <p role="status">{saved && !update.isPending ? text('saved') : null}</p>
          <AccountOffices account={account} />
          <AccountActs account={account} />
        </>
      )}
    </Sheet>
  );
}
