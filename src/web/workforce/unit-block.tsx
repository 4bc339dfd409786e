// Units of an area: the sums of each kind, the list, and the way to enter one.
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { OutputOf } from '#contract/route.ts';
import type { listUnits } from '#contract/workforce-organisation.ts';
import { type UnitKind, unitKinds } from '#domain/workforce/unit-kind.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Field } from '#web/ui/field.tsx';
import { ColumnMoney } from '#web/ui/figure.tsx';
import { FigureTable } from '#web/ui/figure-table.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { organisationTexts } from './organisation-texts.ts';
import { staleOrganisation } from './stale-organisation.ts';

type Units = OutputOf<typeof listUnits>;

export function UnitBlock({ area }: { readonly area: string }) {
  const text = useText(organisationTexts);
  const read = useRead('GET /api/workforce/units', { query: { area } }, { keep: true });
  const [entering, setEntering] = useState(false);
  const { data } = read;
  if (data === undefined) return null;
  return (
    <Block
      title={text('units')}
      aside={
        data.mayManage ? (
          <button type="button" className="button no-print" onClick={() => setEntering(true)}>
            {text('unitEnter')}
          </button>
        ) : (
          text('sumsAside')
        )
      }
    >
      {data.sums.length === 0 ? (
        <p className="quiet">{text('unitsNone')}</p>
      ) : (
        <Sums units={data} />
      )}
      <details>
        <summary>{text('units')}</summary>
        <ul className="workforce-visits">
          {data.items.map((one) => (
            <li key={one.id}>
              <Link to="/organisation/units/$id" params={{ id: one.id }} className="row-link">
                {one.name}
              </Link>{' '}
              <small className="quiet">
                {text(`kind_${one.kind}`)} {one.link === null ? '' : text.pick(one.link)}{' '}
                {one.place} {one.led === 0 ? '' : text('ledCount', { count: one.led })}
              </small>
            </li>
          ))}
        </ul>
      </details>
      {entering ? (
        <UnitSheet area={area} links={data.links} onClose={() => setEntering(false)} />
      ) : null}
    </Block>
  );
}

const columns = ['count', 'capitalColumn', 'members', 'joinedStated', 'led'] as const;

function orDash(count: number): string {
  return count === 0 ? '—' : exactNumber(count);
}

function Sums({ units }: { readonly units: Units }) {
  const text = useText(organisationTexts);
  return (
    <FigureTable
      label={text('units')}
      head={text('kind')}
      columns={columns}
      nameOf={(column) => text(column)}
      rows={units.sums.map((one) => ({
        key: one.kind,
        title: text(`kind_${one.kind}`),
        figures: {
          count: exactNumber(one.count),
          capitalColumn: one.capitalFen === 0 ? '—' : <ColumnMoney fen={one.capitalFen} />,
          members: orDash(one.members),
          joinedStated: orDash(one.joinedHouseholds),
          led: orDash(one.led),
        },
      }))}
    />
  );
}

function UnitSheet({
  area,
  links,
  onClose,
}: {
  readonly area: string;
  readonly links: Units['links'];
  readonly onClose: () => void;
}) {
  const text = useText(organisationTexts);
  const say = useSay();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<UnitKind>('cooperative');
  const [link, setLink] = useState('');
  const [numbers, setNumbers] = useState({ capital: '', members: '', joined: '' });
  const enter = useWrite('POST /api/workforce/units', {
    stale: staleOrganisation,
    onDone: () => {
      say(text('saidSaved'));
      onClose();
    },
  });
  const problem = useExplanation(enter.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { capital, members, joined } = numbers;
    enter.mutate({
      body: {
        area,
        name,
        kind,
        ...(link === '' ? {} : { link }),
        ...(capital === '' ? {} : { capitalFen: Math.round(Number(capital) * 100) }),
        ...(members === '' ? {} : { members: Number(members) }),
        ...(joined === '' ? {} : { joinedHouseholds: Number(joined) }),
      },
    });
  };
  return (
    <Sheet title={text('unitEnter')} onClose={onClose} centred>
      <form onSubmit={submit}>
        <Field label={text('unitName')}>
          <input
            className="input"
            required
            minLength={2}
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label={text('kind')}>
          <select
            className="input"
            value={kind}
            onChange={(event) =>
              setKind(unitKinds.find((one) => one === event.target.value) ?? 'cooperative')
            }
          >
            {unitKinds.map((one) => (
              <option key={one} value={one}>
                {text(`kind_${one}`)}
              </option>
            ))}
          </select>
        </Field>
        {links.length === 0 ? null : (
          <Field label={text('link')}>
            <select
              className="input"
              value={link}
              onChange={(event) => setLink(event.target.value)}
            >
              <option value="">{text('noLink')}</option>
              {links.map((one) => (
                <option key={one.id} value={one.id}>
                  {text.pick(one.title)}
                </option>
              ))}
            </select>
          </Field>
        )}
        {(['capital', 'members', 'joined'] as const).map((field) => (
          <Field key={field} label={text(field)}>
            <input
              className="input"
              type="number"
              min="0"
              step={field === 'capital' ? '0.01' : '1'}
              value={numbers[field]}
              onChange={(event) => setNumbers({ ...numbers, [field]: event.target.value })}
            />
          </Field>
        ))}
        <Problem>{problem}</Problem>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={enter.isPending}>
            {text('save')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
