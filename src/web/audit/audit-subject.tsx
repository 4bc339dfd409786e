// What acts are about: a kind of thing, and one of them where it is known. A household is found by its head
// or number by whoever may look households up; anything else by the number at the end of its address.

import { useState } from 'react';
import { useMay } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { groupedNo } from '#web/registry/household-no.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { SearchInput } from '#web/ui/search-input.tsx';
import { kindName, subjectOf } from './act-words.ts';
import { auditTexts } from './texts.ts';
import { kindsOfThings } from './things.ts';

interface AuditSubjectProps {
  /** A whole one, or a kind with its colon. */
  readonly subject: string | undefined;
  readonly onChange: (subject: string | undefined) => void;
}

export function AuditSubject({ subject = '', onChange }: AuditSubjectProps) {
  const text = useText(auditTexts);
  const may = useMay();
  const { kind = '', id = '' } = subjectOf(subject) ?? {};
  // One that a row led to may be of a kind not offered here.
  const kinds =
    kind === '' || kindsOfThings.includes(kind) ? kindsOfThings : [kind, ...kindsOfThings];
  const choose = (next: string) => onChange(next === '' ? undefined : `${next}:`);
  return (
    <>
      <Field label={text('chooseSubject')}>
        <select className="input" value={kind} onChange={(event) => choose(event.target.value)}>
          <option value="">{text('allSubjects')}</option>
          {kinds.map((one) => (
            <option key={one} value={one}>
              {kindName(text, one)}
            </option>
          ))}
        </select>
      </Field>
      {kind === '' ? null : kind === 'household' && may('registry.read') ? (
        <HouseholdChoice chosen={id} onChoose={(household) => onChange(`${kind}:${household}`)} />
      ) : (
        <Field label={text('chooseNumber')} hint={text('numberHint')}>
          <input
            className="input"
            value={id}
            onChange={(event) => onChange(`${kind}:${event.target.value.trim()}`)}
          />
        </Field>
      )}
    </>
  );
}

interface HouseholdChoiceProps {
  readonly chosen: string;
  readonly onChoose: (household: string) => void;
}

function HouseholdChoice({ chosen, onChoose }: HouseholdChoiceProps) {
  const text = useText(auditTexts);
  const [asked, setAsked] = useState('');
  const found = useRead(
    'GET /api/registry/households',
    { query: { q: asked, limit: 5, sort: 'householdNo' } },
    { enabled: asked !== '' },
  );
  const households = asked === '' ? [] : (found.data?.items ?? []);
  return (
    <div className="field">
      <SearchInput label={text('findHousehold')} value={asked} onSettled={setAsked} />
      {found.data !== undefined && asked !== '' && households.length === 0 ? (
        <p className="quiet">{text('noHousehold')}</p>
      ) : null}
      <ul>
        {households.map(({ id, headName, householdNo, village }) => (
          <li key={id}>
            <button
              type="button"
              className="link"
              aria-pressed={id === chosen}
              onClick={() => onChoose(id)}
            >
              {headName ?? householdNo}
            </button>{' '}
            <span className="quiet small">
              {village} {groupedNo(householdNo)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
