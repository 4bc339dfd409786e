// The accounts of one's area: who may do what, and who is locked out.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { roles } from '#domain/access/permission.ts';
import { usePages } from '#web/client/read.ts';
import { shellTexts } from '#web/shell/texts.ts';
import { useText } from '#web/text/catalogue.ts';
import { MoreButton } from '#web/ui/more-button.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { SearchInput } from '#web/ui/search-input.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { AccountList } from './account-list.tsx';
import { AccountSheet } from './account-sheet.tsx';
import { type AccountsSearch, accountStates, readAccountsSearch } from './accounts-search.ts';
import { accountsTexts } from './accounts-texts.ts';
import { NewAccountSheet } from './new-account-sheet.tsx';
import './accounts.css';

export function AccountsPage() {
  const text = useText(accountsTexts);
  const navigate = useNavigate();
  const { area, role, state, username, open } = useSearch({ from: '/frame/accounts' });
  const accounts = usePages('GET /api/access/accounts', {
    query: { area, role, state, username, limit: 50 },
  });
  const change = (next: AccountsSearch) =>
    void navigate({ to: '/accounts', search: (before) => ({ ...before, ...next }) });
  const close = () => change({ open: undefined });
  const create = (
    <button type="button" className="button primary" onClick={() => change({ open: 'new' })}>
      {text('create')}
    </button>
  );
  return (
    <div className="page accounts">
      <PageHead title={text('title')} actions={create} />
      <AccountFilter role={role} state={state} username={username} onChange={change} />
      {accounts.isPending ? <Skeleton lines={8} /> : null}
      {accounts.error === null ? null : (
        <ErrorState error={accounts.error} retry={accounts.refetch} />
      )}
      {!accounts.isPending && accounts.error === null && accounts.items.length === 0 ? (
        <EmptyState title={text('emptyTitle')} text={text('emptyText')} />
      ) : (
        <AccountList accounts={accounts.items} open={open} />
      )}
      <MoreButton list={accounts}>{text('more')}</MoreButton>
      {open === 'new' ? <NewAccountSheet onClose={close} /> : null}
      {open !== undefined && open !== 'new' ? (
        <AccountSheet key={open} id={open} onClose={close} />
      ) : null}
    </div>
  );
}

interface AccountFilterProps extends AccountsSearch {
  readonly onChange: (next: AccountsSearch) => void;
}

function AccountFilter({ role, state, username, onChange }: AccountFilterProps) {
  const text = useText(accountsTexts);
  const shell = useText(shellTexts);
  return (
    <search className="account-filter no-print">
      <select
        className="input"
        aria-label={text('role')}
        value={role ?? ''}
        onChange={(event) =>
          onChange({ role: readAccountsSearch({ role: event.target.value }).role })
        }
      >
        <option value="">{text('anyRole')}</option>
        {roles.map((one) => (
          <option key={one} value={one}>
            {shell(`role_${one}`)}
          </option>
        ))}
      </select>
      <select
        className="input"
        aria-label={text('state')}
        value={state ?? ''}
        onChange={(event) =>
          onChange({ state: readAccountsSearch({ state: event.target.value }).state })
        }
      >
        <option value="">{text('anyState')}</option>
        {accountStates.map((one) => (
          <option key={one} value={one}>
            {text(`state_${one}`)}
          </option>
        ))}
      </select>
      <SearchInput
        label={text('usernameStart')}
        value={username ?? ''}
        onSettled={(next) => onChange({ username: next === '' ? undefined : next.toLowerCase() })}
      />
    </search>
  );
}
