// The address of the accounts page: what is listed, and which account is open beside the list.
import { isRole, type Role } from '#domain/access/permission.ts';

export const accountStates = ['open', 'disabled', 'locked'] as const;
type AccountState = (typeof accountStates)[number];

export interface AccountsSearch {
  readonly role?: Role;
  readonly state?: AccountState;
  readonly username?: string;
  /** An account, or `new`. */
  readonly open?: string;
}

export function readAccountsSearch(search: Record<string, unknown>): AccountsSearch {
  const text = (name: string) => {
    const value = search[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const role = text('role');
  return {
    role: role !== undefined && isRole(role) ? role : undefined,
    state: accountStates.find((state) => state === search.state),
    username: text('username'),
    open: text('open'),
  };
}
