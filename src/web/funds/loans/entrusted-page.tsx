// Entrusted operation as of a day: contracts, returns due and in arrears, and from the day the rules forbid
// it the list by which the old ones are wound down.
import { Link, useSearch } from '@tanstack/react-router';
import type { Entrusted, EntrustedSummary, listEntrusted } from '#contract/funds-entrusted.ts';
import type { OutputOf } from '#contract/route.ts';
import { useMe } from '#web/access/me.ts';
import { usePages, useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, exactYuan, shownYuan } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip, type Meaning } from '#web/ui/chip.tsx';
import { Day, Money } from '#web/ui/figure.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { ListTotal } from '../list-total.tsx';
import { entrustedTexts } from './entrusted-texts.ts';
import { loanTexts } from './loan-texts.ts';
import '../funds.css';

export const windingMeanings: Readonly<
  Record<EntrustedSummary['states'][number]['state'], Meaning>
> = { running: 'neutral', found: 'over', agreed: 'due', settled: 'done' };

const shows = ['all', 'arrears', 'open'] as const;

export function EntrustedPage() {
  const text = useText(entrustedTexts);
  const loans = useText(loanTexts);
  const own = useMe().area.code;
  const { area = own, on, list = 'all' } = useSearch({ from: '/frame/loans/entrusted' });
  const read = useRead('GET /api/funds/entrusted/summary', { query: { area, on } });
  const rows = usePages('GET /api/funds/entrusted', { query: { area, on, show: list } });
  const { data } = read;
  return (
    <div className="page funds">
      <Link to="/loans" search={{ area }} className="back-link no-print">
        ‹ {loans('back')}
      </Link>
      <PageHead title={text('title')} asOf={data?.on} />
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {read.isPending ? <Skeleton lines={8} /> : null}
      {data === undefined ? null : data.contracts === 0 ? (
        <>
          <EmptyState title={text('emptyTitle')} text={text('emptyText')} />
          <BanLine summary={data} isThen={on !== undefined} />
        </>
      ) : (
        <SummaryOf summary={data} isThen={on !== undefined} />
      )}
      {data === undefined || data.contracts === 0 ? null : (
        <Block
          title={text(isForbidden(data) ? 'listWind' : 'list')}
          aside={
            <span className="funds-acts no-print">
              {shows.map((show) => (
                <Link
                  key={show}
                  to="/loans/entrusted"
                  search={{ area, on, list: show }}
                  className="button"
                  aria-current={show === list ? 'page' : undefined}
                >
                  {text(`show_${show}`)}
                </Link>
              ))}
            </span>
          }
        >
          <ContractRows contracts={rows.items} total={rows.first?.total ?? null} />
          <MoreButton list={rows}>{text('more')}</MoreButton>
        </Block>
      )}
    </div>
  );
}

function ContractRows({
  contracts,
  total,
}: {
  readonly contracts: readonly Entrusted[];
  readonly total: OutputOf<typeof listEntrusted>['total'];
}) {
  const text = useText(entrustedTexts);
  if (contracts.length === 0) return <p className="quiet">{text('noneShown')}</p>;
  const heads = ['household', 'place', 'operator', 'principal', 'owed', 'due', 'standing'] as const;
  return (
    <StackedTable
      label={text('list')}
      heads={heads}
      figures={['principal', 'owed']}
      nameOf={(head) => text(head)}
    >
      <tbody>
        {contracts.map((one) => (
          <tr key={one.loan}>
            <td>
              <Link to="/loans/$id" params={{ id: one.loan }} className="row-link">
                {one.headName}
              </Link>
            </td>
            <td>{one.area.name}</td>
            <td>{one.operator}</td>
            <td className="number">
              <Money fen={one.principal} exact />
            </td>
            <td className="number">
              <Money fen={one.owed} exact />
            </td>
            <td className="day">{one.until}</td>
            <td>
              <WindingMarks contract={one} />
            </td>
          </tr>
        ))}
      </tbody>
      {total === null || total.contracts < 2 ? null : (
        <ListTotal
          label={text('total', { contracts: exactNumber(total.contracts) })}
          before={2}
          figures={[
            <Money key="principal" fen={total.principal} exact />,
            <Money key="owed" fen={total.owed} exact />,
          ]}
          after={2}
        />
      )}
    </StackedTable>
  );
}

function WindingMarks({ contract }: { readonly contract: Entrusted }) {
  const text = useText(entrustedTexts);
  const { state, how, arrears } = contract;
  return (
    <>
      <Chip meaning={windingMeanings[state]}>{text(`state_${state}`)}</Chip>{' '}
      {how === null ? null : text(`how_${how}`)}{' '}
      {arrears === 0 ? null : (
        <Chip meaning="over">{text('arrears', { late: 1, arrears: exactYuan(arrears) })}</Chip>
      )}
    </>
  );
}

function isForbidden({ forbiddenFrom, on }: EntrustedSummary): boolean {
  return forbiddenFrom !== null && on >= forbiddenFrom;
}

function SummaryOf({
  summary,
  isThen,
}: {
  readonly summary: EntrustedSummary;
  readonly isThen: boolean;
}) {
  const text = useText(entrustedTexts);
  const yuan = (fen: number) => shownYuan(fen, text.language);
  const { contracts, principal, due, paid, arrears, late, on } = summary;
  return (
    <>
      <Finding
        detail={
          arrears === 0 ? (
            text('arrearsNone')
          ) : (
            <strong className="funds-alarm">
              {text('arrears', { late: exactNumber(late), arrears: yuan(arrears) })}
            </strong>
          )
        }
      >
        {text.rich(
          'finding',
          { on: <Day day={on} /> },
          {
            contracts: exactNumber(contracts),
            principal: yuan(principal),
            due: yuan(due),
            paid: yuan(paid),
          },
        )}
      </Finding>
      <BanLine summary={summary} isThen={isThen} />
      <p>
        {summary.states
          .filter((one) => one.contracts > 0)
          .map((one) => (
            <Chip key={one.state} meaning={windingMeanings[one.state]}>
              {text(`state_${one.state}`)} {exactNumber(one.contracts)}
            </Chip>
          ))}
      </p>
    </>
  );
}

function BanLine({
  summary,
  isThen,
}: {
  readonly summary: EntrustedSummary;
  readonly isThen: boolean;
}) {
  const text = useText(entrustedTexts);
  const { forbiddenFrom, area, note, states } = summary;
  if (forbiddenFrom === null) return null;
  const open = states
    .filter(({ state }) => state === 'found' || state === 'agreed')
    .reduce((sum, one) => sum + one.contracts, 0);
  return (
    <>
      <p>
        {text.rich(
          isForbidden(summary) ? 'forbidden' : 'forbiddenLater',
          { from: <Day day={forbiddenFrom} /> },
          { open: exactNumber(open) },
        )}{' '}
        <Link
          to="/loans/entrusted"
          search={{ area: area.code, ...(isThen ? {} : { on: forbiddenFrom }) }}
          className="link no-print"
        >
          {text(isThen ? 'seeNow' : 'seeThen')}
        </Link>
      </p>
      {note === null ? null : <p className="small quiet">{text.pick(note)}</p>}
    </>
  );
}
