// The lines behind a number of the books, the latest first; each opens its entry.
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { FundLine } from '#contract/funds.ts';
import { useMe } from '#web/access/me.ts';
import { usePages } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactYuan } from '#web/text/number.ts';
import { Dotted } from '#web/ui/dotted.tsx';
import { FilterSentence } from '#web/ui/filter-sentence.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { moneyTexts } from './money-texts.ts';
import './funds.css';

export function LinesPage() {
  const text = useText(moneyTexts);
  const navigate = useNavigate();
  const own = useMe().area.code;
  const search = useSearch({ from: '/frame/money/lines' });
  const { area = own, accountKind, ...asked } = search;
  const { stage, source, purpose, account, reached, since, on } = asked;
  const list = usePages('GET /api/funds/lines', {
    query: { ...asked, area, kind: accountKind, limit: 100 },
  });
  const first = list.items[0]?.account;
  const without = (key: string) => () =>
    void navigate({ to: '/money/lines', search: { ...search, [key]: undefined } });
  const parts = [
    ...(stage === undefined ? [] : [{ key: 'stage', text: text(stage) }]),
    ...(source === undefined
      ? []
      : [{ key: 'source', text: first === undefined ? source : text.pick(first.sourceTitle) }]),
    ...(purpose === undefined
      ? []
      : [{ key: 'purpose', text: first === undefined ? purpose : text.pick(first.purposeTitle) }]),
    ...(account === undefined ? [] : [{ key: 'account', text: text('account') }]),
    ...(accountKind === undefined
      ? []
      : [{ key: 'accountKind', text: text(`kind_${accountKind}`) }]),
    ...(reached === undefined ? [] : [{ key: 'reached', text: text(`reached_${reached}`) }]),
    ...(since === undefined ? [] : [{ key: 'since', text: text('since', { day: since }) }]),
    ...(on === undefined ? [] : [{ key: 'on', text: text('until', { day: on }) }]),
  ];
  return (
    <div className="page funds">
      <Link to="/money" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead title={text('linesTitle')} />
      <FilterSentence
        lead={text('linesTitle')}
        parts={parts.map((part) => ({ ...part, onRemove: without(part.key) }))}
        aside={text('linesSum', {
          amount: exactYuan(list.items.reduce((sum, { amount }) => sum + amount, 0)),
        })}
      />
      {list.error === null ? null : <ErrorState error={list.error} retry={list.refetch} />}
      {list.isPending ? <Skeleton lines={10} /> : null}
      {!list.isPending && list.error === null && list.items.length === 0 ? (
        <EmptyState title={text('linesEmpty')} text={text('emptyText')} />
      ) : null}
      <LineRows lines={list.items} />
      <MoreButton list={list}>{text('more')}</MoreButton>
    </div>
  );
}

export function LineRows({ lines }: { readonly lines: readonly FundLine[] }) {
  const text = useText(moneyTexts);
  if (lines.length === 0) return null;
  return (
    <StackedTable
      label={text('linesTitle')}
      heads={['day', 'entry', 'document', 'account', 'memo', 'amount']}
      figures={['amount']}
      nameOf={(head) => text(head)}
    >
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.entry} ${line.position}`}>
            <td className="day">{line.on}</td>
            <td>
              <Link to="/money/entries/$id" params={{ id: line.entry }} className="row-link">
                {kindOf(text, line.entryKind)}
              </Link>
            </td>
            <td>{line.document}</td>
            <td>
              <AccountWords line={line} />
            </td>
            <td className="funds-words">{line.memo}</td>
            <td className="number">{exactYuan(line.amount)}</td>
          </tr>
        ))}
      </tbody>
    </StackedTable>
  );
}

export type MoneyText = ReturnType<typeof useText<NonNullable<(typeof moneyTexts)['key']>>>;

export function kindOf(text: MoneyText, kind: string): string {
  const key = `entry_${kind}`;
  return text.has(key) ? text(key) : kind;
}

function AccountWords({ line }: { readonly line: FundLine }) {
  const text = useText(moneyTexts);
  const { kind, area, holder, sourceTitle, purposeTitle, household, householdName } = line.account;
  return (
    <>
      <Link
        to="/money/lines"
        search={{ area: area.code, account: line.account.id }}
        className="count-link"
      >
        {text(`kind_${kind}`)} · {area.name} {holder}
      </Link>{' '}
      {household === null ? null : (
        <Link to="/households/$id" params={{ id: household }} className="row-link">
          {householdName ?? text('household')}
        </Link>
      )}{' '}
      <span className="quiet">
        <Dotted>
          {text.pick(sourceTitle)}
          {text.pick(purposeTitle)}
        </Dotted>
      </span>
    </>
  );
}
