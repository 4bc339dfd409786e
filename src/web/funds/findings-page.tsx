// What rules over the books question: a row a rule with its reason, the chosen one opened payment by
// payment; and evidence to take away. Only questions are asked here; nothing can be changed.
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { FindingCount } from '#contract/funds-findings.ts';
import { useMe } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, exactYuan, shownYuan } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { EvidenceSheet } from './evidence-sheet.tsx';
import { FindingRows } from './finding-rows.tsx';
import { findingTexts } from './finding-texts.ts';
import { LookLine } from './look-line.tsx';
import './funds.css';

export function FindingsPage() {
  const text = useText(findingTexts);
  const own = useMe().area.code;
  const { area = own, rule } = useSearch({ from: '/frame/findings' });
  const [taking, setTaking] = useState(false);
  const read = useRead('GET /api/funds/findings', { query: { area } });
  const { data } = read;
  const open = rule ?? data?.items.find(({ count }) => count > 0)?.rule;
  const chosen = data?.items.find((one) => one.rule === open);
  return (
    <div className="page funds">
      <PageHead
        title={text('title')}
        note={
          data === undefined || data.limit === null
            ? undefined
            : `${text('limit', { amount: shownYuan(data.limit, text.language) })}${
                data.limitVerified ? '' : ` · ${text('unverified')}`
              }`
        }
        actions={
          <button type="button" className="button primary" onClick={() => setTaking(true)}>
            {text('evidence')}
          </button>
        }
      />
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {read.isPending ? <Skeleton lines={8} /> : null}
      {data === undefined ? null : <LookLine data={data} />}
      {data === undefined || data.look === null ? null : (
        <RuleTable rules={data.items} open={open} />
      )}
      {chosen === undefined ? null : <FindingRows key={chosen.rule} area={area} rule={chosen} />}
      {taking ? <EvidenceSheet area={area} onClose={() => setTaking(false)} /> : null}
    </div>
  );
}

function RuleTable({
  rules,
  open,
}: {
  readonly rules: readonly FindingCount[];
  readonly open: string | undefined;
}) {
  const text = useText(findingTexts);
  const count = rules.reduce((sum, one) => sum + one.count, 0);
  const [most] = [...rules].sort((left, right) => right.count - left.count);
  const facts = {
    rules: rules.length,
    count: exactNumber(count),
    most: most === undefined ? '' : text.pick(most.title),
    n: exactNumber(most?.count ?? 0),
  };
  return (
    <>
      <Finding detail={text('detail')}>
        {text(count === 0 ? 'findingNone' : 'finding', facts)}
      </Finding>
      <Block title={text('rules')}>
        <StackedTable
          label={text('rules')}
          heads={['rule', 'count', 'amount', 'asks']}
          figures={['count', 'amount']}
          nameOf={(head) => text(head)}
        >
          <tbody>
            {rules.map((one) => (
              <tr key={one.rule}>
                <td>
                  <Link
                    to="/findings"
                    search={(before) => ({ ...before, rule: one.rule })}
                    className="row-link"
                    aria-current={one.rule === open ? 'true' : undefined}
                  >
                    {text.pick(one.title)}
                  </Link>
                </td>
                <td className="number">{exactNumber(one.count)}</td>
                <td className="number">{exactYuan(one.amount)}</td>
                <td className="quiet">{text.pick(one.asks)}</td>
              </tr>
            ))}
          </tbody>
        </StackedTable>
      </Block>
    </>
  );
}
