// Whether this household was registered twice, or may have been; and the door to say so.

import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Pair } from '#contract/registry-duplicates.ts';
import { useMay } from '#web/access/me.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { groupedNo } from '#web/registry/household-no.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Field } from '#web/ui/field.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { duplicateTexts } from './duplicate-texts.ts';
import { PairReasons } from './pair-reasons.tsx';
import { stalePairs } from './stale-duplicates.ts';
import './duplicates.css';

export function HouseholdDuplicates({ household }: { readonly household: string }) {
  const text = useText(duplicateTexts);
  const may = useMay();
  const [naming, setNaming] = useState(false);
  const isStaff = may('registry.resolve') || may('casework.campaign') || may('targeting.answer');
  const pairs = useRead(
    'GET /api/registry/duplicates',
    { query: { household } },
    { enabled: isStaff },
  );
  if (!isStaff) return null;
  const items = pairs.data?.items ?? [];
  return (
    <Block title={text('block')}>
      {items.length === 0 ? null : (
        <ul className="household-duplicates">
          {items.map((pair) => (
            <PairLine key={pair.id} pair={pair} household={household} />
          ))}
        </ul>
      )}
      <button type="button" className="link no-print" onClick={() => setNaming(true)}>
        {text('blockName')}
      </button>
      {naming ? <NameSheet household={household} onClose={() => setNaming(false)} /> : null}
    </Block>
  );
}

function PairLine({ pair, household }: { readonly pair: Pair; readonly household: string }) {
  const text = useText(duplicateTexts);
  const other = pair.one.id === household ? pair.other : pair.one;
  return (
    <li>
      <Link to="/duplicates/$id" params={{ id: pair.id }} className="row-link">
        {other.headName ?? text('nameless')} {groupedNo(other.householdNo)}
      </Link>{' '}
      <Chip meaning={pair.state === 'merged' ? 'done' : 'due'}>{text(`tab_${pair.state}`)}</Chip>
      <PairReasons reasons={pair.reasons} />
    </li>
  );
}

function NameSheet({
  household,
  onClose,
}: {
  readonly household: string;
  readonly onClose: () => void;
}) {
  const text = useText(duplicateTexts);
  const navigate = useNavigate();
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState('');
  const found = useRead(
    'GET /api/registry/households',
    { query: { q: asked, limit: 2 } },
    { enabled: asked !== '' },
  );
  const name = useWrite('POST /api/registry/households/:id/duplicates', {
    stale: stalePairs,
    onDone: ({ id }) => void navigate({ to: '/duplicates/$id', params: { id } }),
  });
  const problem = useExplanation(name.error);
  const other = found.data?.items.find((one) => one.householdNo === asked);
  const unknown = asked !== '' && found.data !== undefined && other === undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (other === undefined) {
      setAsked(number.trim());
      return;
    }
    name.mutate({ params: { id: household }, body: { other: other.id, reason: reason.trim() } });
  };
  return (
    <Sheet title={text('nameTitle')} onClose={onClose}>
      <form onSubmit={submit}>
        <Field
          label={text('nameNumber')}
          hint={text('nameHint')}
          problem={unknown ? text('nameUnknown') : problem}
        >
          <input
            className="input"
            inputMode="numeric"
            required
            value={number}
            onChange={(event) => {
              setNumber(event.target.value);
              setAsked('');
            }}
            onBlur={() => setAsked(number.trim())}
          />
        </Field>
        {other === undefined ? null : <p>{other.headName ?? text('nameless')}</p>}
        <Field label={text('reason')} hint={text('reasonHint')}>
          <input
            className="input"
            required
            minLength={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={name.isPending}>
            {text('nameSubmit')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
