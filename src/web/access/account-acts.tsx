// What can be done with an account besides changing its fields. What can be taken back is done at once;
// what cannot, asks first and names the consequence.

import { useState } from 'react';
import type { Account } from '#contract/access.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { isLocked } from './account-state.tsx';
import { accountsTexts } from './accounts-texts.ts';
import { PasswordOnce } from './password-once.tsx';

const stale = ['GET /api/access/accounts', 'GET /api/access/accounts/:id'] as const;

export function AccountActs({ account }: { readonly account: Account }) {
  const text = useText(accountsTexts);
  const [asking, setAsking] = useState<'password' | 'factor'>();
  const state = useWrite('PUT /api/access/accounts/:id/state', { stale });
  const unlock = useWrite('POST /api/access/accounts/:id/unlocking', { stale });
  const reset = useWrite('POST /api/access/accounts/:id/password', { stale });
  const factor = useWrite('POST /api/access/accounts/:id/second-factor/removal', { stale });
  const problem = useExplanation(state.error ?? unlock.error ?? reset.error ?? factor.error);
  const params = { id: account.id };
  const disabled = account.disabledAt !== null;
  const confirm = () => {
    if (asking === 'password') reset.mutate({ params });
    if (asking === 'factor') factor.mutate({ params });
    setAsking(undefined);
  };
  return (
    <Block title={text('acts')} className="account-acts">
      <div className="account-buttons">
        {isLocked(account) ? (
          <button type="button" className="button" onClick={() => unlock.mutate({ params })}>
            {text('unlock')}
          </button>
        ) : null}
        <button type="button" className="button" onClick={() => setAsking('password')}>
          {text('reset')}
        </button>
        {account.secondFactor ? (
          <button type="button" className="button" onClick={() => setAsking('factor')}>
            {text('removeFactor')}
          </button>
        ) : null}
        <button
          type="button"
          className="button"
          disabled={state.isPending}
          title={disabled ? undefined : text('disableHint')}
          onClick={() =>
            state.mutate({ params, body: { version: account.version, disabled: !disabled } })
          }
        >
          {text(disabled ? 'enable' : 'disable')}
        </button>
      </div>
      {asking === undefined ? null : (
        <div className="notice" role="alertdialog" aria-label={text(askText[asking])}>
          <p>{text(askText[asking])}</p>
          <div className="account-buttons">
            <button type="button" className="button" onClick={confirm}>
              {text('yes')}
            </button>
            <button
              type="button"
              className="button plain"
              ref={(button) => button?.focus()}
              onClick={() => setAsking(undefined)}
            >
              {text('no')}
            </button>
          </div>
        </div>
      )}
      <Problem>{problem}</Problem>
      {reset.data === undefined ? null : (
        <PasswordOnce
          title={text('passwordReset')}
          username={account.username}
          password={reset.data.password}
          onClose={() => reset.reset()}
        />
      )}
    </Block>
  );
}

const askText = { password: 'resetAsk', factor: 'removeFactorAsk' } as const;
