import type { Account } from '#contract/access.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownInstant } from '#web/text/number.ts';
import { Chip } from '#web/ui/chip.tsx';
import { accountsTexts } from './accounts-texts.ts';

export function isLocked(account: Pick<Account, 'lockedUntil'>, now = Date.now()): boolean {
  return account.lockedUntil !== null && Date.parse(account.lockedUntil) > now;
}

export function AccountState({ account }: { readonly account: Account }) {
  const text = useText(accountsTexts);
  if (account.disabledAt !== null) return <Chip meaning="neutral">{text('state_disabled')}</Chip>;
  if (isLocked(account)) {
    const when = shownInstant(account.lockedUntil ?? '', text.language);
    return (
      <Chip meaning="over" title={text('lockedUntil', { when })}>
        {text('state_locked')}
      </Chip>
    );
  }
  if (account.mustChangePassword) return <Chip meaning="due">{text('mustChange')}</Chip>;
  return <Chip meaning="done">{text('state_open')}</Chip>;
}
