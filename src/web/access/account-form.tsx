// The fields of an account, for a new one and for a change. Numbers and rules of passwords and of who
// may grant what are the server's; what it refuses stands beside the form in its own words.
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Account } from '#contract/access.ts';
import { grantableRoles, householdRoles } from '#domain/access/granting.ts';
import { isRole, type Role } from '#domain/access/permission.ts';
import { shellTexts } from '#web/shell/texts.ts';
import { useText } from '#web/text/catalogue.ts';
import { AreaField, AreaListField, type ChosenArea } from '#web/ui/area-field.tsx';
import { Field } from '#web/ui/field.tsx';
import { accountsTexts } from './accounts-texts.ts';
import { useMe } from './me.ts';
import { readNamedHouseholds } from './named-households.ts';
import { RolePermissions } from './role-permissions.tsx';

export interface AccountFields {
  readonly username: string;
  readonly displayName: string;
  readonly title: string;
  readonly role: Role;
  readonly area: string;
  /** The home area alone when undefined. */
  readonly areas: string[] | undefined;
  readonly households: string[] | null;
  readonly language: 'zh' | 'en';
}

interface AccountFormProps {
  /** The account that is changed; undefined for a new one. */
  readonly account?: Account;
  readonly onSubmit: (fields: AccountFields) => void;
  readonly submitText: string;
  readonly busy: boolean;
  /** What the server refused. */
  readonly problem: ReactNode;
}

export function AccountForm({ account, onSubmit, submitText, busy, problem }: AccountFormProps) {
  const text = useText(accountsTexts);
  const shell = useText(shellTexts);
  const me = useMe();
  const granted = grantableRoles(me);
  const [username, setUsername] = useState(account?.username ?? '');
  const [displayName, setDisplayName] = useState(account?.displayName ?? '');
  const [title, setTitle] = useState(account?.title ?? '');
  const [role, setRole] = useState<Role>(account?.role ?? granted.at(-1) ?? 'village');
  const [area, setArea] = useState<ChosenArea | undefined>(account?.area);
  const [areas, setAreas] = useState<readonly ChosenArea[]>(narrower(account));
  const [pasted, setPasted] = useState((account?.households ?? []).join('\n'));
  const [language, setLanguage] = useState(account?.language ?? 'zh');
  const [tried, setTried] = useState(false);
  const households = readNamedHouseholds(pasted);
  const namesHouseholds = householdRoles.includes(role);
  const empty = (value: string) => (tried && value.trim() === '' ? text('required') : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const ready = username.trim() !== '' && displayName.trim() !== '';
    if (!ready || area === undefined || (namesHouseholds && households.bad !== undefined)) return;
    onSubmit({
      username: username.trim().toLowerCase(),
      displayName: displayName.trim(),
      title: title.trim(),
      role,
      area: area.code,
      areas: areas.length === 0 ? undefined : areas.map(({ code }) => code),
      households: namesHouseholds ? [...households.ids] : null,
      language,
    });
  };
  return (
    <form onSubmit={submit} noValidate className="account-form">
      {account === undefined ? (
        <Field label={text('username')} hint={text('usernameHint')} problem={empty(username)}>
          <input
            className="input"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={username}
            onChange={(event) => setUsername(event.target.value)}
          />
        </Field>
      ) : null}
      <Field label={text('person')} problem={empty(displayName)}>
        <input
          className="input"
          autoComplete="off"
          maxLength={60}
          value={displayName}
          onChange={(event) => setDisplayName(event.target.value)}
        />
      </Field>
      <Field label={text('jobTitle')} hint={text('jobTitleHint')}>
        <input
          className="input"
          autoComplete="off"
          maxLength={60}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </Field>
      <Field label={text('role')}>
        <select
          className="input"
          value={role}
          onChange={(event) => isRole(event.target.value) && setRole(event.target.value)}
        >
          {[...new Set([...granted, role])].map((one) => (
            <option key={one} value={one}>
              {shell(`role_${one}`)}
            </option>
          ))}
        </select>
      </Field>
      <RolePermissions role={role} />
      <AreaField
        label={text('homeArea')}
        hint={text('homeAreaHint')}
        problem={tried && area === undefined ? text('areaRequired') : undefined}
        value={area}
        onChoose={(chosen) => {
          setArea(chosen);
          setAreas(areas.filter((one) => one.code.startsWith(chosen.code)));
        }}
      />
      {namesHouseholds ? (
        <Field
          label={text('households')}
          hint={`${text('householdsHint')} ${text('householdsCount', { count: households.ids.length })}`}
          problem={households.bad === undefined ? undefined : text('householdsBad', households.bad)}
        >
          <textarea
            className="input"
            rows={4}
            value={pasted}
            onChange={(event) => setPasted(event.target.value)}
          />
        </Field>
      ) : (
        <AreaListField
          label={text('moreAreas')}
          hint={text('moreAreasHint')}
          value={areas}
          within={area?.code}
          onChange={setAreas}
        />
      )}
      {account === undefined ? (
        <Field label={text('language')}>
          <select
            className="input"
            value={language}
            onChange={(event) => setLanguage(event.target.value === 'en' ? 'en' : 'zh')}
          >
            <option value="zh">中文</option>
            <option value="en">English</option>
          </select>
        </Field>
      ) : null}
      {problem === undefined ? null : (
        <div className="notice problem" role="alert">
          {problem}
        </div>
      )}
      <p>
        <button type="submit" className="button primary" disabled={busy}>
          {submitText}
        </button>
      </p>
    </form>
  );
}

/** The places an account sees, where they are fewer than its home area. */
function narrower(account: Account | undefined): readonly ChosenArea[] {
  if (account === undefined) return [];
  const { area, areas } = account;
  return areas.length === 1 && areas[0]?.code === area.code ? [] : areas;
}
