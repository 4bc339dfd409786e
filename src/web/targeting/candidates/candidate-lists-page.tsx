// The lists of a year, village by village, with what became of the households on them.
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { CandidateListRow } from '#contract/targeting-candidates.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { ChoosePlace } from '#web/shell/choose-place.tsx';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Field } from '#web/ui/field.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { uiTexts } from '#web/ui/texts.ts';
import { candidateTexts } from './candidate-texts.ts';
import './candidates.css';

export function CandidateListsPage() {
  const text = useText(candidateTexts);
  const navigate = useNavigate();
  const { area, year } = useSearch({ from: '/frame/candidates' });
  const read = useRead('GET /api/targeting/candidates', { query: { area, year } });
  const { data } = read;
  const undrawn = data?.items.filter(({ list }) => list === null) ?? [];
  const drawn = data?.items.filter(({ list }) => list !== null) ?? [];
  return (
    <div className="page candidates">
      <PageHead title={text('title')} />
      <p className="quiet">{text('lead')}</p>
      {read.isPending ? <Skeleton lines={8} /> : null}
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {data === undefined ? null : (
        <>
          <label className="candidates-year">
            {text('year')}
            <select
              className="input"
              value={data.year}
              onChange={({ target }) =>
                void navigate({
                  to: '/candidates',
                  search: (before) => ({ ...before, year: Number(target.value) }),
                })
              }
            >
              {[data.year - 1, data.year, data.year + 1].map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </select>
          </label>
          {data.items.length === 0 ? (
            <ChoosePlace title={text('tooWide')} text={text('tooWideText')} />
          ) : (
            <Summary rows={drawn} year={data.year} />
          )}
          {drawn.length === 0 ? null : <Rows rows={drawn} />}
          {data.mayDraw && undrawn.length > 0 ? <Draw rows={undrawn} year={data.year} /> : null}
        </>
      )}
    </div>
  );
}

interface RowsProps {
  readonly rows: readonly CandidateListRow[];
}

function Summary({ rows, year }: RowsProps & { readonly year: number }) {
  const text = useText(candidateTexts);
  if (rows.length === 0) return <Finding>{text('none', { year })}</Finding>;
  const sum = (of: (list: NonNullable<CandidateListRow['list']>) => number) =>
    rows.reduce((all, { list }) => all + (list === null ? 0 : of(list)), 0);
  return (
    <Finding>
      {text('finding', {
        year,
        lists: rows.length,
        households: exactNumber(sum(({ households }) => households)),
        persons: exactNumber(sum(({ persons }) => persons)),
        exited: exactNumber(sum(({ standings }) => standings.exited)),
        underWay: exactNumber(sum(({ standings }) => standings.underWay)),
        notBegun: exactNumber(sum(({ standings }) => standings.notBegun)),
      })}
    </Finding>
  );
}

const numbers = ['exited', 'underWay', 'notBegun', 'stayed'] as const;
const counts = ['target', 'households', 'persons', ...numbers] as const;

function Rows({ rows }: RowsProps) {
  const text = useText(candidateTexts);
  const ui = useText(uiTexts);
  const lists = rows.flatMap(({ list }) => list ?? []);
  const sum = (of: (list: (typeof lists)[number]) => number) =>
    exactNumber(lists.reduce((all, list) => all + of(list), 0));
  return (
    <StackedTable
      heads={['village', 'township', 'state', ...counts]}
      figures={counts}
      nameOf={text}
    >
      <tbody>
        {rows.map(({ area, village, township, list }) =>
          list === null ? null : (
            <tr key={area}>
              <td>
                <Link to="/candidates/$id" params={{ id: list.id }} className="row-link">
                  {village}
                </Link>
              </td>
              <td>{township}</td>
              <td>
                <Chip meaning={stateMeanings[list.state]}>{text(`state_${list.state}`)}</Chip>
              </td>
              <td className="number">{list.target ?? ''}</td>
              <td className="number">{exactNumber(list.households)}</td>
              <td className="number">{exactNumber(list.persons)}</td>
              {numbers.map((each) => (
                <td key={each} className="number">
                  {exactNumber(list.standings[each])}
                </td>
              ))}
            </tr>
          ),
        )}
      </tbody>
      {lists.length < 2 ? null : (
        <tfoot>
          <tr>
            <td>{ui('total')}</td>
            <td />
            <td />
            <td className="number">{sum(({ target }) => target ?? 0)}</td>
            <td className="number">{sum(({ households }) => households)}</td>
            <td className="number">{sum(({ persons }) => persons)}</td>
            {numbers.map((each) => (
              <td key={each} className="number">
                {sum(({ standings }) => standings[each])}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </StackedTable>
  );
}

export const stateMeanings = { draft: 'neutral', submitted: 'due', approved: 'done' } as const;

function Draw({ rows, year }: RowsProps & { readonly year: number }) {
  const text = useText(candidateTexts);
  const navigate = useNavigate();
  const [area, setArea] = useState(rows[0]?.area ?? '');
  const [target, setTarget] = useState('');
  const draw = useWrite('POST /api/targeting/candidates', {
    stale: ['GET /api/targeting/candidates'],
    onDone: ({ id }) => void navigate({ to: '/candidates/$id', params: { id } }),
  });
  const problem = useExplanation(draw.error);
  const chosen = rows.find((one) => one.area === area)?.area ?? rows[0]?.area ?? '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const asked = target === '' ? {} : { target: Number(target) };
    draw.mutate({ body: { area: chosen, year, ...asked } });
  };
  return (
    <Block title={text('drawTitle')}>
      <form className="candidates-draw no-print" onSubmit={submit}>
        <Field label={text('village')}>
          <select
            className="input"
            value={chosen}
            onChange={(event) => setArea(event.target.value)}
          >
            {rows.map((one) => (
              <option key={one.area} value={one.area}>
                {one.township} {one.village}
              </option>
            ))}
          </select>
        </Field>
        <Field label={text('target')} hint={text('targetHint')}>
          <input
            className="input number"
            type="number"
            min={0}
            inputMode="numeric"
            value={target}
            onChange={(event) => setTarget(event.target.value)}
          />
        </Field>
        <Problem>{problem}</Problem>
        <button type="submit" className="button primary" disabled={draw.isPending}>
          {text('draw')}
        </button>
      </form>
    </Block>
  );
}
