// What a role may do, in words: whoever grants it sees what is granted.
import { permissions, permissionsOf, type Role } from '#domain/access/permission.ts';
import { useText } from '#web/text/catalogue.ts';
import { accountsTexts } from './accounts-texts.ts';

export function RolePermissions({ role }: { readonly role: Role }) {
  const text = useText(accountsTexts);
  const held = permissionsOf(role);
  const lacked = permissions.filter((permission) => !held.includes(permission));
  return (
    <details className="role-permissions">
      <summary>{text('may')}</summary>
      <ul>
        {held.map((permission) => (
          <li key={permission}>
            <span aria-hidden="true">●</span> {text(`may_${permission}`)}
          </li>
        ))}
        {lacked.map((permission) => (
          <li key={permission} className="quiet">
            <span aria-hidden="true">○</span>{' '}
            <span className="visually-hidden">{`${text('mayNot')}${text.marks.colon}`}</span>
            {text(`may_${permission}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}
