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
import { type NamedHouseholds, readNamedHouseholds } from './named-households.ts';
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
  const [draft, setDraft] = useDraft(account);
  const [tried, setTried] = useState(false);
  const households = readNamedHouseholds(draft.pasted);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const fields = fieldsOf(draft, households);
    if (fields !== undefined) onSubmit(fields);
  };
  const part = { draft, onChange: setDraft, tried };
  return (
    <form onSubmit={submit} noValidate className="account-form">
      <WhoFields {...part} isNew={account === undefined} />
      <RoleField {...part} />
      <RolePermissions role={draft.role} />
      <PlaceFields {...part} households={households} />
      {account === undefined ? <LanguageField {...part} /> : null}
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
      <span className="visually-hidden" role="status">
        {busy ? text('saving') : null}
      </span>
    </form>
  );
}

/** The form as it is typed; `pasted` holds the households line by line. */
interface Draft {
  readonly username: string;
  readonly displayName: string;
  readonly title: string;
  readonly role: Role;
  readonly area: ChosenArea | undefined;
  readonly areas: readonly ChosenArea[];
  readonly pasted: string;
  readonly language: 'zh' | 'en';
}

function useDraft(account: Account | undefined) {
  const granted = grantableRoles(useMe());
  const [draft, setDraft] = useState<Draft>({
    username: account?.username ?? '',
    displayName: account?.displayName ?? '',
    title: account?.title ?? '',
    role: account?.role ?? granted.at(-1) ?? 'village',
    area: account?.area,
    areas: narrower(account),
    pasted: (account?.households ?? []).join('\n'),
    language: account?.language ?? 'zh',
  });
  const change = (next: Partial<Draft>) => setDraft({ ...draft, ...next });
  return [draft, change] as const;
}

/** What is sent; undefined while something is missing or cannot be read. */
function fieldsOf(draft: Draft, { ids, bad }: NamedHouseholds): AccountFields | undefined {
  const { role, area, areas, language } = draft;
  const namesHouseholds = householdRoles.includes(role);
  const username = draft.username.trim().toLowerCase();
  const displayName = draft.displayName.trim();
  if (username === '' || displayName === '' || area === undefined) return undefined;
  if (namesHouseholds && bad !== undefined) return undefined;
  return {
    username,
    displayName,
    title: draft.title.trim(),
    role,
    area: area.code,
    areas: areas.length === 0 ? undefined : areas.map(({ code }) => code),
    households: namesHouseholds ? [...ids] : null,
    language,
  };
}

interface PartProps {
  readonly draft: Draft;
  readonly onChange: (next: Partial<Draft>) => void;
  /** Whether somebody tried to send it: only then is what is missing said. */
  readonly tried: boolean;
}

function WhoFields({ draft, onChange, tried, isNew }: PartProps & { readonly isNew: boolean }) {
  const text = useText(accountsTexts);
  const missing = (value: string) => (tried && value.trim() === '' ? text('required') : undefined);
  return (
    <>
      {isNew ? (
        <Field
          label={text('username')}
          hint={text('usernameHint')}
          problem={missing(draft.username)}
        >
          <input
            className="input"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={draft.username}
            onChange={(event) => onChange({ username: event.target.value })}
          />
        </Field>
      ) : null}
      <Field label={text('person')} problem={missing(draft.displayName)}>
        <input
          className="input"
          autoComplete="off"
          maxLength={60}
          value={draft.displayName}
          onChange={(event) => onChange({ displayName: event.target.value })}
        />
      </Field>
      <Field label={text('jobTitle')} hint={text('jobTitleHint')}>
        <input
          className="input"
          autoComplete="off"
          maxLength={60}
          value={draft.title}
          onChange={(event) => onChange({ title: event.target.value })}
        />
      </Field>
    </>
  );
}

function RoleField({ draft, onChange }: PartProps) {
  const text = useText(accountsTexts);
  const shell = useText(shellTexts);
  const granted = grantableRoles(useMe());
  return (
    <Field label={text('role')}>
      <select
        className="input"
        value={draft.role}
        onChange={(event) => isRole(event.target.value) && onChange({ role: event.target.value })}
      >
        {[...new Set([...granted, draft.role])].map((one) => (
          <option key={one} value={one}>
            {shell(`role_${one}`)}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface PlaceFieldsProps extends PartProps {
  readonly households: NamedHouseholds;
}

function PlaceFields({ draft, onChange, tried, households }: PlaceFieldsProps) {
  const text = useText(accountsTexts);
  const { area, areas } = draft;
  return (
    <>
      <AreaField
        label={text('homeArea')}
        hint={text('homeAreaHint')}
        problem={tried && area === undefined ? text('areaRequired') : undefined}
        value={area}
        onChoose={(chosen) =>
          onChange({
            area: chosen,
            areas: areas.filter((one) => one.code.startsWith(chosen.code)),
          })
        }
      />
      {householdRoles.includes(draft.role) ? (
        <Field
          label={text('households')}
          hint={`${text('householdsHint')} ${text('householdsCount', { count: households.ids.length })}`}
          problem={households.bad === undefined ? undefined : text('householdsBad', households.bad)}
        >
          <textarea
            className="input"
            rows={4}
            value={draft.pasted}
            onChange={(event) => onChange({ pasted: event.target.value })}
          />
        </Field>
      ) : (
        <AreaListField
          label={text('moreAreas')}
          hint={text('moreAreasHint')}
          value={areas}
          within={area?.code}
          onChange={(chosen) => onChange({ areas: chosen })}
        />
      )}
    </>
  );
}

function LanguageField({ draft, onChange }: PartProps) {
  const text = useText(accountsTexts);
  return (
    <Field label={text('language')}>
      <select
        className="input"
        value={draft.language}
        onChange={(event) => onChange({ language: event.target.value === 'en' ? 'en' : 'zh' })}
      >
        <option value="zh" lang="zh">
          中文
        </option>
        <option value="en">English</option>
      </select>
    </Field>
  );
}

/** The places an account sees, where they are fewer than its home area. */
function narrower(account: Account | undefined): readonly ChosenArea[] {
  if (account === undefined) return [];
  const { area, areas } = account;
  return areas.length === 1 && areas[0]?.code === area.code ? [] : areas;
}
