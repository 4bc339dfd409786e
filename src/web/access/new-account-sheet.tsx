import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { AccountForm } from './account-form.tsx';
import { accountsTexts } from './accounts-texts.ts';
import { PasswordOnce } from './password-once.tsx';

export function NewAccountSheet({ onClose }: { readonly onClose: () => void }) {
  const text = useText(accountsTexts);
  const create = useWrite('POST /api/access/accounts', { stale: ['GET /api/access/accounts'] });
  const problem = useExplanation(create.error);
  if (create.data !== undefined) {
    return (
      <PasswordOnce
        title={text('passwordOnce')}
        username={create.data.account.username}
        password={create.data.password}
        onClose={onClose}
      />
    );
  }
  return (
    <Sheet title={text('newTitle')} onClose={onClose}>
      <AccountForm
        submitText={text('open')}
        busy={create.isPending}
        problem={problem}
        onSubmit={({ areas, ...fields }) =>
          create.mutate({ body: { ...fields, ...(areas === undefined ? {} : { areas }) } })
        }
      />
    </Sheet>
  );
}
