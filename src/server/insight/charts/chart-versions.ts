// 审定: a chart is put before headquarters as it stands, another person approves it, and it stands beside
// the live one with what has changed since.
import type {
  approveChart,
  ChartVersionHead,
  getChartVersion,
  proposeChart,
} from '#contract/insight-charts.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { mayEnter } from '#domain/access/actor.ts';
import { ChartContent } from '#domain/insight/charts/chart-shape.ts';
import { compareCharts } from '#domain/insight/charts/compare-charts.ts';
import {
  chartOfPart,
  chartVersionDecided,
  noSuchChartVersion,
  ownChartVersion,
} from '#domain/insight/charts/refusals.ts';
import { areaCode, countyNumberOf } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import {
  findVersion,
  insertVersion,
  listVersions,
  markApproved,
  type StoredVersion,
  type VersionHead,
} from './chart.store.ts';
import { makeChart } from './read-chart.ts';

type ChartName = { readonly pack: string; readonly chart: string };

export async function versionsOf(
  context: Context,
  asked: ChartName,
  hash: string,
): Promise<ChartVersionHead[]> {
  const rows = await listVersions(context.tx, { ...asked, area: context.area });
  return rows.map((row) => headOf(context, row, hash));
}

export async function proposedChart(
  context: Context,
  { params, body }: InputOf<typeof proposeChart>,
): Promise<{ id: string }> {
  const { actor, area, tx, now, today } = context;
  if (!mayEnter(actor, area)) refuse(chartOfPart, { area });
  const { content, hash, pack, chart } = await makeChart(context, params);

  const county = countyNumberOf(area) ?? 0;
  const id = context.newId(county);

  await insertVersion(tx, {
    county,
    id,
    area_code: area,
    pack: pack.id,
    edition: pack.edition,
    chart: chart.id,
    content,
    hash,
    note: body.note,
    as_of: now,
    data_day: today,
    proposed_by: actor.account,
    proposer: actor.displayName,
    proposed_at: now,
    approved_by: null,
    approver: null,
    approved_at: null,
  });
  context.note({ area, subject: `chart:${id}`, facts: { chart: chart.id, pack: pack.id } });
  return { id };
}

export async function chartVersionOf(
  context: Context,
  { params }: InputOf<typeof getChartVersion>,
): Promise<OutputOf<typeof getChartVersion>> {
  const row = await getVersion(context, params.id);
  const there = { ...context, area: areaCode(row.area_code) };
  const live = await makeChart(there, row);
  const content = ChartContent.parse(row.content);
  return {
    version: headOf(context, row, live.hash),
    content,
    differences: [...compareCharts(content, live.content)],
  };
}

export async function approvedChart(
  context: Context,
  { params }: InputOf<typeof approveChart>,
): Promise<{ approvedAt: string }> {
  const { actor, tx, now } = context;
  const row = await getVersion(context, params.id);

  if (row.approver !== null) refuse(chartVersionDecided, { approver: row.approver });
  if (row.proposed_by === actor.account) refuse(ownChartVersion);
  if (!mayEnter(actor, areaCode(row.area_code))) refuse(chartOfPart, { area: row.area_code });

  await markApproved(tx, row, { account: actor.account, name: actor.displayName, at: now });
  context.note({ area: areaCode(row.area_code), subject: `chart:${row.id}` });
  return { approvedAt: now };
}

async function getVersion({ tx }: Context, id: string): Promise<StoredVersion> {
  return (await findVersion(tx, { county: countyOfId(id), id })) ?? refuse(noSuchChartVersion);
}

function headOf(context: Context, row: VersionHead, hash: string): ChartVersionHead {
  return {
    id: row.id,
    proposer: row.proposer,
    proposedAt: row.proposed_at,
    approver: row.approver,
    approvedAt: row.approved_at,
    dataDay: row.data_day,
    edition: row.edition,
    hash: row.hash,
    note: row.note,
    isCurrent: row.hash === hash,
    mayApprove:
      row.approver === null &&
      row.proposed_by !== context.actor.account &&
      context.may('insight.report') &&
      mayEnter(context.actor, areaCode(row.area_code)),
  };
}
