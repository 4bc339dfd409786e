// What a round found, from the sentence on top down to each household; prints on A4, leaves as Excel.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { CampaignReport } from '#contract/supervision-report.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { ColumnHeads } from '#web/ui/column-heads.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { PrintButton } from '#web/ui/print-button.tsx';
import { saveFrom } from '#web/ui/save-file.ts';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { DriftChart } from './drift-chart.tsx';
import { OrderBlock } from './order-block.tsx';
import { percentOf, signed } from './report-numbers.ts';
import { AgreementBlock, ItemTable, RaterTable } from './report-tables.tsx';
import { reportTexts } from './report-texts.ts';
import './supervision.css';

export function ReportPage() {
  const { id } = useParams({ from: '/frame/samples/$id/report' });
  const read = useRead('GET /api/supervision/campaigns/:id/report', { params: { id } });
  if (read.data !== undefined) return <ReportOf report={read.data} />;
  if (read.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    </div>
  );
}

function ReportOf({ report }: { readonly report: CampaignReport }) {
  const text = useText(reportTexts);
  const [failed, setFailed] = useState<unknown>(null);
  const problem = useExplanation(failed);
  const { campaign, judged } = report;
  return (
    <div className="page check-round check-report">
      <Link to="/samples/$id" params={{ id: campaign.id }} className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead
        title={text('title', { name: campaign.title })}
        asOf={campaign.closedOn ?? undefined}
        note={
          <>
            {campaign.areaName}{' '}
            {campaign.isInvented ? <Chip meaning="unknown">{text('invented')}</Chip> : null}
          </>
        }
        actions={
          <>
            <button
              type="button"
              className="button"
              onClick={() => {
                setFailed(null);
                saveFrom(`/api/supervision/campaigns/${campaign.id}/report/file`).catch(setFailed);
              }}
            >
              {text('file')}
            </button>
            <PrintButton />
          </>
        }
      />
      {problem === undefined ? null : <p className="field-problem">{problem}</p>}
      <Finding>{judged === null ? text('none') : text.pick(judged.sentence)}</Finding>
      <div className="report-grid">
        <RateBlock report={report} />
        <FigureBlock report={report} />
      </div>
      <RaterTable report={report} />
      <div className="report-grid">
        <AgreementBlock report={report} />
        <DriftChart drift={report.drift} />
      </div>
      <ItemTable report={report} />
      {report.askedAgain.length === 0 ? null : <AskedAgain report={report} />}
      {campaign.compares === 'observers' ? null : <OrderBlock report={report} />}
      <Households report={report} />
    </div>
  );
}

function RateBlock({ report }: { readonly report: CampaignReport }) {
  const text = useText(reportTexts);
  const { error, campaign } = report;
  if (error === null) return <Block title={text('rate')}>{text('none')}</Block>;
  const { interval, exact } = error;
  return (
    <Block title={text('rate')}>
      <p className="report-figure">
        {text('rateText', {
          rate: percentOf(error.rate),
          faults: error.faults,
          households: error.households,
        })}
      </p>
      {interval === null ? null : (
        <p>
          {text('interval', {
            low: percentOf(interval.low),
            high: percentOf(interval.high),
            confidence: campaign.claim.confidence * 100,
          })}
        </p>
      )}
      <p className="quiet">
        {text('exact', { low: percentOf(exact.low), high: percentOf(exact.high) })}
      </p>
      <p className="quiet">
        {text('effect', { effect: error.designEffect.toFixed(2), clusters: error.clusters })}
      </p>
      {error.open === 0 ? null : <p className="quiet">{text('open', { count: error.open })}</p>}
    </Block>
  );
}

function FigureBlock({ report }: { readonly report: CampaignReport }) {
  const text = useText(reportTexts);
  const { figure } = report;
  return (
    <Block title={text('figure')}>
      {figure === null ? (
        <p className="quiet">{text('notPublished')}</p>
      ) : (
        <dl className="check-digests">
          <dt>{text('numerator')}</dt>
          <dd>{figure.numerator}</dd>
          <dt>{text('denominator')}</dt>
          <dd>{figure.denominator}</dd>
          <dt>{text('definition')}</dt>
          <dd>{text.pick(figure.definition)}</dd>
          <dt>{text('method')}</dt>
          <dd>{text.pick(figure.method)}</dd>
          <dt>{text('day')}</dt>
          <dd>{figure.on}</dd>
          <dt>{text('author')}</dt>
          <dd>{figure.by}</dd>
        </dl>
      )}
    </Block>
  );
}

function AskedAgain({ report }: { readonly report: CampaignReport }) {
  const text = useText(reportTexts);
  return (
    <Block title={text('again')}>
      <table className="rows dense">
        <thead>
          <tr>
            <ColumnHeads
              heads={['item', 'answers', 'differing']}
              figures={['answers', 'differing']}
              nameOf={text}
            />
          </tr>
        </thead>
        <tbody>
          {report.askedAgain.map((one) => (
            <tr key={one.id}>
              <td>{text.pick(one.title)}</td>
              <td className="number">{one.answers}</td>
              <td className="number">{one.differing}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Block>
  );
}

function Households({ report }: { readonly report: CampaignReport }) {
  const text = useText(reportTexts);
  if (report.households.length === 0) return null;
  return (
    <Block title={text('households')}>
      <Scrolled>
        <table className="rows dense">
          <thead>
            <tr>
              <th scope="col">{text('household')}</th>
              <th scope="col" className="number">
                {text('first')}
              </th>
              {report.campaign.teams.map(({ id, title }) => (
                <th key={id} scope="col" className="number">
                  {title}
                </th>
              ))}
              <th scope="col">{text('fault')}</th>
            </tr>
          </thead>
          <tbody>
            {faultsFirst(report.households).map((one) => (
              <tr key={one.household}>
                <td>
                  <Link to="/households/$id" params={{ id: one.household }} className="row-link">
                    {one.headName ?? text('nameless')}
                  </Link>{' '}
                  <span className="quiet">{one.village}</span>
                </td>
                <td className="number">{one.first ?? ''}</td>
                {report.campaign.teams.map(({ id, title }) => {
                  const score = one.scores.find(({ team }) => team === title);
                  return (
                    <td key={id} className="number">
                      {score === undefined ? '' : score.total}
                      {score === undefined || one.first === null ? null : (
                        <small className="quiet report-moved">
                          {signed(score.total - one.first)}
                        </small>
                      )}
                      {score?.before == null ? null : (
                        <small className="quiet"> {text('before', { points: score.before })}</small>
                      )}
                    </td>
                  );
                })}
                <td>
                  {one.fault === null ? (
                    <span className="quiet">{text('undecided')}</span>
                  ) : (
                    <Chip meaning={one.fault ? 'over' : 'done'}>
                      {text(one.fault ? 'fault' : 'holds')}
                    </Chip>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </Block>
  );
}

/** What was placed wrong stands first, then what nobody knows yet. */
function faultsFirst(rows: CampaignReport['households']): CampaignReport['households'] {
  const order = (fault: boolean | null) => (fault === true ? 0 : fault === null ? 1 : 2);
  return rows.toSorted((left, right) => order(left.fault) - order(right.fault));
}
