// The acts, newest first, a heading for each day; a table on a desk, cards on a phone.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AuditEntry } from '#contract/audit.ts';
import { useMay } from '#web/access/me.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownDay } from '#web/text/number.ts';
import { Chip } from '#web/ui/chip.tsx';
import { useNarrow } from '#web/ui/use-narrow.ts';
import { actName, dayAndClock, subjectOf, thingName } from './act-words.ts';
import { Facts } from './facts.tsx';
import type { AuditSearch } from './read-audit-search.ts';
import { auditTexts } from './texts.ts';
import { addressOf } from './things.ts';

interface AuditEntriesProps {
  readonly entries: readonly AuditEntry[];
  readonly onFilter: (next: Partial<AuditSearch>) => void;
}

export function AuditEntries({ entries, onFilter }: AuditEntriesProps) {
  const narrow = useNarrow();
  const days = byDay(entries);
  return narrow ? (
    <AuditCards days={days} onFilter={onFilter} />
  ) : (
    <AuditTable days={days} onFilter={onFilter} />
  );
}

interface DaysProps {
  readonly days: readonly (readonly [string, readonly AuditEntry[]])[];
  readonly onFilter: (next: Partial<AuditSearch>) => void;
}

function AuditTable({ days, onFilter }: DaysProps) {
  const text = useText(auditTexts);
  return (
    <table className="rows dense audit-table">
      <thead>
        <tr>
          <th scope="col">{text('time')}</th>
          <th scope="col">{text('who')}</th>
          <th scope="col">{text('what')}</th>
          <th scope="col">{text('where')}</th>
          <th scope="col" className="number">
            {text('seal')}
          </th>
        </tr>
      </thead>
      {days.map(([day, entries]) => (
        <tbody key={day}>
          <tr>
            <th scope="rowgroup" colSpan={5} className="audit-day">
              {shownDay(day, text.language)}
            </th>
          </tr>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td>
                <time dateTime={entry.at}>{dayAndClock(entry.at)[1]}</time>
              </td>
              <td>
                <Person entry={entry} onFilter={onFilter} />
              </td>
              <td>
                <Act entry={entry} />
              </td>
              <td className="quiet">{entry.areaName}</td>
              <td className="number">
                <Seal entry={entry} />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function AuditCards({ days, onFilter }: DaysProps) {
  const text = useText(auditTexts);
  return days.map(([day, entries]) => (
    <section key={day} className="audit-cards">
      <h2>{shownDay(day, text.language)}</h2>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id}>
            <p>
              <Act entry={entry} />
            </p>
            <p className="audit-card-foot">
              <time dateTime={entry.at}>{dayAndClock(entry.at)[1]}</time>
              <Person entry={entry} onFilter={onFilter} />
              <span className="quiet">{entry.areaName}</span>
              <Seal entry={entry} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  ));
}

interface EntryProps {
  readonly entry: AuditEntry;
}

function Person({ entry, onFilter }: EntryProps & Pick<DaysProps, 'onFilter'>) {
  const text = useText(auditTexts);
  const { account } = entry;
  if (account === null) return <span className="quiet">{text('nobody')}</span>;
  return (
    <button
      type="button"
      className="link"
      title={account.username}
      onClick={() => onFilter({ account: account.id })}
    >
      {account.displayName}
    </button>
  );
}

function Act({ entry }: EntryProps): ReactNode {
  const text = useText(auditTexts);
  const named = subjectOf(entry.subject);
  const may = useMay();
  // Who signs in is said already.
  const subject = named?.id === entry.account?.id ? undefined : named;
  const address = subject === undefined ? undefined : addressOf(entry.act, subject, may);
  return (
    <>
      {actName(text, entry.act)}
      {subject === undefined ? null : (
        <>
          {' '}
          {address === undefined ? (
            <Link
              className="link"
              to="/audit"
              search={(before) => ({ ...before, subject: entry.subject })}
            >
              {thingName(text, subject, entry)}
            </Link>
          ) : (
            <Link className="link" to={address}>
              {thingName(text, subject, entry)}
            </Link>
          )}
        </>
      )}
      <Facts entry={entry} />
    </>
  );
}

function Seal({ entry }: EntryProps) {
  const text = useText(auditTexts);
  const { seal } = entry;
  if (seal === null) {
    return (
      <Chip meaning="due" title={text('unsealedTitle')}>
        {text('unsealed')}
      </Chip>
    );
  }
  const chain = seal.chain === 0 ? text('chainNation') : String(seal.chain);
  const number = exactNumber(seal.number);
  return (
    <span className="quiet" title={text('sealedTitle', { chain, number })}>
      {text('sealed', { number })}
    </span>
  );
}

function byDay(entries: readonly AuditEntry[]): DaysProps['days'] {
  const days = new Map<string, AuditEntry[]>();
  for (const entry of entries) {
    const [day] = dayAndClock(entry.at);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days];
}
