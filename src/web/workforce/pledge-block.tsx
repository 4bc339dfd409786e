// A pledge place by place: who has signed for which office, and who has not.
import { type FormEvent, useState } from 'react';
import type { Organisation } from '#contract/workforce-organisation.ts';
import { useMe } from '#web/access/me.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { organisationTexts } from './organisation-texts.ts';
import { staleOrganisation } from './stale-organisation.ts';

type Pledge = Organisation['pledges'][number];
type Place = Pledge['places'][number];

export function PledgeBlock({
  pledge,
  mayManage,
}: {
  readonly pledge: Pledge;
  readonly mayManage: boolean;
}) {
  const text = useText(organisationTexts);
  const [signing, setSigning] = useState<Place>();
  const full = pledge.places.filter(({ signed }) => signed.length >= pledge.signers).length;
  const offices = officesOf(pledge);
  const nameOf = (head: string) => {
    const office = offices.find((one) => keyOf(one) === head);
    return office === undefined ? text('pledges') : text.pick(office.title);
  };
  return (
    <Block
      title={text.pick(pledge.title)}
      aside={`${text('pledgeProgress', { signed: full, all: pledge.places.length })} ${pledge.verified ? '' : text('unverified')}`}
    >
      <StackedTable
        heads={['pledges', ...offices.map(keyOf)]}
        nameOf={nameOf}
        acts={mayManage ? text('sign') : undefined}
      >
        <tbody>
          {pledge.places.map((place) => (
            <tr key={place.code}>
              <th scope="row">{place.name}</th>
              {offices.map(({ party, office }) => {
                const found = place.signed.find(
                  (one) => one.party === party && one.office === office,
                );
                return (
                  <td key={keyOf({ party, office })}>
                    {found === undefined ? (
                      <span className="quiet">{text('notSigned')}</span>
                    ) : (
                      text('signedBy', { name: found.name, on: found.on })
                    )}
                  </td>
                );
              })}
              {mayManage ? (
                <td className="no-print">
                  {place.signed.length < pledge.signers ? (
                    <button
                      type="button"
                      className="button plain"
                      aria-label={`${place.name} ${text('sign')}`}
                      onClick={() => setSigning(place)}
                    >
                      {text('sign')}
                    </button>
                  ) : null}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </StackedTable>
      {signing === undefined ? null : (
        <SignSheet pledge={pledge} place={signing} onClose={() => setSigning(undefined)} />
      )}
    </Block>
  );
}

const keyOf = ({ party, office }: { readonly party: string; readonly office: number }) =>
  `${party} ${office}`;

function officesOf({ parties }: Pledge) {
  return parties.flatMap(({ id, offices }) =>
    offices.map((title, office) => ({ party: id, office, title })),
  );
}

function SignSheet({
  pledge,
  place,
  onClose,
}: {
  readonly pledge: Pledge;
  readonly place: Place;
  readonly onClose: () => void;
}) {
  const text = useText(organisationTexts);
  const say = useSay();
  const { today } = useMe().installation;
  const open = officesOf(pledge).filter(
    ({ party, office }) =>
      !place.signed.some((one) => one.party === party && one.office === office),
  );
  const [at, setAt] = useState(0);
  const [name, setName] = useState('');
  const [on, setOn] = useState<string>(today);
  const sign = useWrite('POST /api/workforce/pledges', {
    stale: staleOrganisation,
    onDone: () => {
      say(text('saidSaved'));
      onClose();
    },
  });
  const problem = useExplanation(sign.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const chosen = open[at];
    if (chosen === undefined) return;
    const { party, office } = chosen;
    sign.mutate({ body: { area: place.code, pledge: pledge.id, party, office, name, on } });
  };
  const title = text('signTitle', { place: place.name, pledge: text.pick(pledge.title) });
  return (
    <Sheet title={title} onClose={onClose} centred>
      <form onSubmit={submit}>
        <Field label={text('office')}>
          <select
            className="input"
            value={at}
            onChange={(event) => setAt(Number(event.target.value))}
          >
            {open.map((one, index) => (
              <option key={keyOf(one)} value={index}>
                {text.pick(one.title)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={text('signer')}>
          <input
            className="input"
            required
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label={text('signedOn')}>
          <DayInput required max={today} value={on} onChange={setOn} />
        </Field>
        <Problem>{problem}</Problem>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={sign.isPending}>
            {text('save')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
