// Accounts as a table on a desk and as cards on a phone; a name opens the account beside the list.
import { Link } from '@tanstack/react-router';
import type { Account } from '#contract/access.ts';
import { shellTexts } from '#web/shell/texts.ts';
import { useText } from '#web/text/catalogue.ts';
import { Chip } from '#web/ui/chip.tsx';
import { ColumnHeads } from '#web/ui/column-heads.tsx';
import { Instant } from '#web/ui/figure.tsx';
import { useNarrow } from '#web/ui/use-narrow.ts';
import { AccountState } from './account-state.tsx';
import { accountsTexts } from './accounts-texts.ts';

interface AccountListProps {
  readonly accounts: readonly Account[];
  readonly open: string | undefined;
}

export function AccountList({ accounts, open }: AccountListProps) {
  const narrow = useNarrow();
  return narrow ? <Cards accounts={accounts} /> : <Table accounts={accounts} open={open} />;
}

function Table({ accounts, open }: AccountListProps) {
  const text = useText(accountsTexts);
  const shell = useText(shellTexts);
  const heads = ['person', 'role', 'area', 'secondFactor', 'lastSeen', 'state'] as const;
  return (
    <table className="rows account-table">
      <thead>
        <tr>
          <ColumnHeads heads={heads} figures={[]} nameOf={text} />
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <tr key={account.id} className={account.id === open ? 'active' : undefined}>
            <td>
              <OpenLink account={account} />
            </td>
            <td>
              {shell(`role_${account.role}`)}
              <span className="quiet"> {titleBeside(account, shell(`role_${account.role}`))}</span>
            </td>
            <td>{areasOf(account, text.marks.list)}</td>
            <td>
              <SecondFactor account={account} />
            </td>
            <td className="quiet">
              <LastSeen account={account} />
            </td>
            <td>
              <AccountState account={account} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards({ accounts }: Pick<AccountListProps, 'accounts'>) {
  const text = useText(accountsTexts);
  const shell = useText(shellTexts);
  return (
    <ul className="account-cards">
      {accounts.map((account) => (
        <li key={account.id}>
          <p>
            <OpenLink account={account} /> <AccountState account={account} />
          </p>
          <p className="quiet">
            {[
              shell(`role_${account.role}`),
              titleBeside(account, shell(`role_${account.role}`)),
              areasOf(account, text.marks.list),
            ]
              .filter((word) => word !== '')
              .join(text.marks.comma)}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** What an account reads; the place it was opened in where nothing narrower is said. */
function areasOf({ areas, area }: Account, between: string): string {
  return areas.map(({ name }) => name).join(between) || area.name;
}

/** An office that is called as its role is said once. */
function titleBeside({ title }: Account, role: string): string {
  return title === role ? '' : title;
}

interface OneProps {
  readonly account: Account;
}

function OpenLink({ account }: OneProps) {
  return (
    <Link
      to="/accounts"
      search={(before) => ({ ...before, open: account.id })}
      className="account-link"
    >
      {account.displayName} <small>{account.username}</small>
    </Link>
  );
}

function SecondFactor({ account }: OneProps) {
  const text = useText(accountsTexts);
  return account.secondFactor ? (
    <Chip meaning="done">{text('on')}</Chip>
  ) : (
    <span className="quiet">{text('off')}</span>
  );
}

function LastSeen({ account }: OneProps) {
  const text = useText(accountsTexts);
  return account.lastSeenAt === null ? text('never') : <Instant at={account.lastSeenAt} />;
}
