// The payments that one rule questions: what it saw, who received, and each entry to open.
import { Link } from '@tanstack/react-router';
import type { Finding, FindingCount } from '#contract/funds-findings.ts';
import { usePages } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, exactYuan } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { findingTexts } from './finding-texts.ts';

export function FindingRows({
  area,
  rule,
}: {
  readonly area: string;
  readonly rule: FindingCount;
}) {
  const text = useText(findingTexts);
  const read = usePages('GET /api/funds/findings/:rule', {
    params: { rule: rule.rule },
    query: { area },
  });
  const { items } = read;
  const unlisted = rule.count - items.length;
  return (
    <Block title={text.pick(rule.title)} aside={text.pick(rule.asks)}>
      {read.error === null ? null : <ErrorState error={read.error} retry={read.refetch} />}
      {read.isPending ? <Skeleton lines={6} /> : null}
      {!read.isPending && read.error === null && items.length === 0 ? (
        <p className="quiet">{text('ruleEmpty')}</p>
      ) : null}
      {items.length === 0 ? null : <Table items={items} />}
      {unlisted > 0 && items.length > 0 ? (
        <p className="quiet">
          {text(read.hasMore ? 'ruleMore' : 'ruleRest', {
            shown: exactNumber(items.length),
            count: exactNumber(rule.count),
          })}{' '}
          <MoreButton list={read}>{text('ruleNext')}</MoreButton>
        </p>
      ) : null}
    </Block>
  );
}

function Table({ items }: { readonly items: readonly Finding[] }) {
  const text = useText(findingTexts);
  return (
    <StackedTable
      label={text('reason')}
      heads={['day', 'receiver', 'place', 'amount', 'reason', 'document', 'entries']}
      figures={['amount']}
      nameOf={(head) => text(head)}
    >
      <tbody>
        {items.map((one) => (
          <tr key={one.key}>
            <td className="day">{one.on}</td>
            <td>
              <Receiver finding={one} />
            </td>
            <td>{one.area.name}</td>
            <td className="number">{exactYuan(one.amount)}</td>
            <td>{text.pick(one.reason)}</td>
            <td>{one.document}</td>
            <td>
              <Entries finding={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </StackedTable>
  );
}

function Receiver({ finding }: { readonly finding: Finding }) {
  const text = useText(findingTexts);
  const { households, householdCount, holder } = finding;
  if (households.length === 0) return holder;
  return (
    <>
      {households.map((one, index) => (
        <span key={one.id}>
          {index === 0 ? '' : text.marks.list}
          <Link to="/households/$id" params={{ id: one.id }} className="row-link">
            {one.name}
          </Link>
        </span>
      ))}
      {householdCount > households.length ? ` ${text('more', { count: householdCount })}` : ''}
    </>
  );
}

function Entries({ finding }: { readonly finding: Finding }) {
  const text = useText(findingTexts);
  const { area, entries, payments, year } = finding;
  return (
    <>
      {year === null ? null : (
        <Link to="/fund-rules" search={{ area: area.code, year }} className="link">
          {text('rulesOf', { year })}
        </Link>
      )}
      {entries.map((entry, index) => (
        <span key={entry}>
          {index === 0 && year === null ? '' : ' '}
          <Link to="/money/trail/$id" params={{ id: entry }} className="link">
            {text('entry', { number: index + 1 })}
          </Link>
        </span>
      ))}
      {payments > entries.length && entries.length > 0 ? (
        <span className="quiet"> {text('entriesMore', { count: exactNumber(payments) })}</span>
      ) : null}
    </>
  );
}
