// One list: every household by name, why it is on it, what became of it; changed by hand with reasons and
// approved by somebody above. It prints as it stands.

import { Link, useParams } from '@tanstack/react-router';
import type { Candidates } from '#contract/targeting-candidates.ts';
import { useMay } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { packName } from '#web/policy/pack-name.ts';
import { groupedNo } from '#web/registry/household-no.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownYuan } from '#web/text/number.ts';
import { Chip } from '#web/ui/chip.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { PrintButton } from '#web/ui/print-button.tsx';
import { saveFrom } from '#web/ui/save-file.ts';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { uiTexts } from '#web/ui/texts.ts';
import { stateMeanings } from './candidate-lists-page.tsx';
import { candidateTexts } from './candidate-texts.ts';
import { ChangeButton } from './change-button.tsx';
import { DecideBlock } from './decide-block.tsx';
import { OthersBlock, RemovedBlock } from './others-block.tsx';
import './candidates.css';

export function CandidatesPage() {
  const { id } = useParams({ from: '/frame/candidates/$id' });
  const read = useRead('GET /api/targeting/candidates/:id', { params: { id } });
  if (read.data !== undefined) return <ListOf list={read.data} />;
  if (read.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    </div>
  );
}

function ListOf({ list }: { readonly list: Candidates }) {
  const text = useText(candidateTexts);
  const may = useMay();
  const { village, year, state, standings, items, persons, target } = list;
  return (
    <div className="page candidates">
      <Link to="/candidates" search={(before) => before} className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead
        title={text('listTitle', { village, year })}
        note={
          <>
            {list.township} <Chip meaning={stateMeanings[state]}>{text(`state_${state}`)}</Chip>{' '}
            {target === null ? null : text('targetHouseholds', { count: target })}
          </>
        }
        actions={
          <>
            {may('registry.export') ? (
              <button
                type="button"
                className="button"
                onClick={() => void saveFrom(`/api/targeting/candidates/${list.id}/file`)}
              >
                {text('file')}
              </button>
            ) : null}
            <PrintButton />
          </>
        }
      />
      <Finding detail={<History list={list} />}>
        {text('summary', { count: items.length, persons, ...standings })}
      </Finding>
      <DecideBlock list={list} />
      {items.length === 0 ? <p className="notice">{text('empty')}</p> : <Items list={list} />}
      <p className="candidates-signature">{text('signature')}</p>
      <RemovedBlock list={list} />
      <OthersBlock list={list} />
    </div>
  );
}

function History({ list }: { readonly list: Candidates }) {
  const text = useText(candidateTexts);
  const { rule, drawnBy, drawnOn, submitted, decided, state } = list;
  const name =
    rule === null
      ? packName(text, { ...list.pack, version: list.pack.edition })
      : text.pick(rule.title);
  return (
    <>
      <Dotted>
        {text('drawn', { by: drawnBy, on: drawnOn, rule: name })}
        {submitted === null ? null : text('submitted', submitted)}
        {decided === null || state === 'submitted'
          ? null
          : text(state === 'approved' ? 'decided_approved' : 'decided_draft', decided)}
      </Dotted>{' '}
      {rule?.verified === false ? <Chip meaning="unknown">{text('unverified')}</Chip> : null}
    </>
  );
}

const meanings = {
  exited: 'done',
  underWay: 'due',
  notBegun: 'neutral',
  stayed: 'neutral',
} as const;

function Items({ list }: { readonly list: Candidates }) {
  const text = useText(candidateTexts);
  const ui = useText(uiTexts);
  return (
    <StackedTable
      heads={['number', 'household', 'persons', 'income', 'basis', 'became']}
      figures={['number', 'persons', 'income']}
      nameOf={text}
      acts={list.mayChange ? text('remove') : undefined}
      className="candidates-paper"
    >
      <tbody>
        {list.items.map((one, index) => (
          <tr key={one.household}>
            <td className="number">{index + 1}</td>
            <td>
              <Link to="/households/$id" params={{ id: one.household }} className="row-link">
                {one.headName ?? one.householdNo}
              </Link>{' '}
              <small className="quiet">{groupedNo(one.householdNo)}</small>
            </td>
            <td className="number">{one.members ?? ''}</td>
            <td className="number">
              {one.incomePerHeadFen === null ? '' : shownYuan(one.incomePerHeadFen, text.language)}
            </td>
            <td>
              {text(`basis_${one.kind}`)}
              {one.kind === 'added' ? (
                <small className="quiet">
                  {' '}
                  {one.reason}
                  {text.marks.open}
                  {one.by} {one.on}
                  {text.marks.close}
                </small>
              ) : null}
            </td>
            <td>
              <Chip meaning={meanings[one.standing]}>{text(one.standing)}</Chip>{' '}
              {one.case === null ? null : (
                <Link to="/cases/$id" params={{ id: one.case }} className="link">
                  {one.step === null ? '' : text.pick(one.step)}
                </Link>
              )}
            </td>
            {list.mayChange ? (
              <td className="no-print">
                <ChangeButton list={list.id} household={one} kind="removed" />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td />
          <td>{ui('total')}</td>
          <td className="number">{list.persons}</td>
          <td colSpan={list.mayChange ? 4 : 3} />
        </tr>
      </tfoot>
    </StackedTable>
  );
}
