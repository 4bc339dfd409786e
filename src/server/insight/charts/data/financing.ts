// Where money is raised (资金筹措): of each source what was planned, granted and has arrived, what is still
// missing and what it is for; and the loans that the risk fund draws behind it.
import { belongsTo } from '#domain/funds/consolidation.ts';
import { isLenderSource } from '#domain/funds/loans/loan-lines.ts';
import { fundRulesIn, held } from '#domain/funds/loans/risk-fund.ts';
import { type Stages, stagesOf } from '#domain/funds/stages.ts';
import type { ChartPanel, Words } from '#domain/insight/charts/chart-shape.ts';
import { atHead, both, numberCell, textCell } from '#domain/insight/charts/chart-words.ts';
import { datumTitles } from '#domain/insight/charts/datum-words.ts';
import { countyDigits, spanOf } from '#domain/kernel/area-code.ts';
import { groupBy } from '#domain/kernel/group-by.ts';
import { fundChannels } from '#domain/policy/pack/delivery-schemas.ts';
import { groupDigits, joinWords } from '#domain/policy/pack/document-shape.ts';
import { channelWords } from '#domain/policy/pack/document-words.ts';
import { sumByKind } from '#server/funds/books.store.ts';
import { publishedGrants } from '#server/funds/consolidation/published-grants.ts';
import { fundWordsHere } from '#server/funds/fund-words.ts';
import { listHoldings } from '#server/funds/loans/fund.store.ts';
import { sumLoans } from '#server/funds/loans/loan-summary.store.ts';
import { type Datum, type Making, stepsOf } from '../making.ts';
import { gapOf, titleOfSource, yuan } from './money.ts';

const fenPerYuan = 100;

interface Raised {
  readonly id: string;
  readonly title: Words;
  readonly channel: Words;
  /** Where its channel stands among the channels. */
  readonly order: number;
  readonly uses: Words;
  readonly stages: Stages;
}

export const financingDatum: Datum = {
  id: 'financing',
  async read(making) {
    const { context, code } = making;
    const { tx, today, may } = context;
    if (!may('funds.read')) return gapOf('financing', 'closed');
    const sums = await sumByKind(tx, { span: spanOf(code), on: today, placeLength: code.length });
    const raised = raisedFrom(making, sums);
    if (raised.length === 0) return gapOf('financing', 'empty');
    const loans = await loansBehind(making);
    return {
      panel: panelOf(raised, loans),
      numbers: { ...loans.numbers, ...(await numbersOf(making)) },
    };
  },
};

/** Sources by channel; what lies within another one counts there and has no bar of its own. */
function raisedFrom(
  { context, code }: Making,
  sums: Awaited<ReturnType<typeof sumByKind>>,
): readonly Raised[] {
  const words = fundWordsHere(context, code);
  const withinOf = (id: string) => words.source(id).within ?? undefined;
  const ids = [...groupBy(sums, ({ source }) => source).keys()];
  const wholes = [...new Set(ids.map((id) => withinOf(id) ?? id))];
  return wholes
    .map((id): Raised => {
      const { channels } = words.source(id);
      const isDeposit = isLenderSource(id);
      const own = belongsTo(id, withinOf);
      const ownSums = sums.filter(({ source }) => own(source));
      const known = fundChannels.filter((one) => channels.includes(one));
      // A bank's loans stand under its name, too: they are in none of the stages.
      const given = isDeposit ? ownSums.filter(({ kind }) => kind === 'source') : ownSums;
      const [first] = known;
      return {
        id,
        title: titleOfSource(words, id),
        channel: isDeposit ? depositChannel : joinWords(known.map((one) => channelWords[one])),
        order: first === undefined ? fundChannels.length : fundChannels.indexOf(first),
        uses: joinWords([...new Set(given.map(({ purpose }) => purpose))].map(words.use)),
        stages: stagesOf(ownSums),
      };
    })
    .filter(({ stages }) => stages.planned > 0n || stages.granted > 0n)
    .sort((left, right) => left.order - right.order || (left.id < right.id ? -1 : 1));
}

interface Loans {
  readonly lent: number;
  /** What a county holds; no fund is held above one, and none is said to be of nothing. */
  readonly fund: number | null;
  /** How much the fund may draw at most by the rules; null where they name no multiple. */
  readonly most: number | null;
  readonly numbers: Readonly<Record<string, number>>;
}

async function loansBehind({ context, pack, code, isOwnPlace, lines }: Making): Promise<Loans> {
  const { tx, today } = context;
  const sums = await sumLoans(tx, { span: spanOf(code), today, warningDays: 0 });
  const fund =
    code.length < countyDigits
      ? null
      : yuan(held(await listHoldings(tx, { county: code, on: today })));
  const most = fundRulesIn(pack)?.most ?? null;
  const lent = (sums?.lent_fen ?? 0) / fenPerYuan;
  const households = sums?.households ?? 0;
  const registered = stepsOf(lines)('LISTED').households;
  return {
    lent,
    fund,
    most: most === null || fund === null || fund === 0 ? null : fund * most,
    numbers: isOwnPlace
      ? {
          loanHouseholds: households,
          loanAmount: lent,
          loanCompletion: registered === 0 ? 0 : (households / registered) * 100,
          riskFund: fund ?? 0,
        }
      : {},
  };
}

/** What the sources gave, under the name of the figure that was published of it. */
async function numbersOf({ context, pack, code }: Making): Promise<Record<string, number>> {
  const { tx, today } = context;
  const found = await publishedGrants(tx, pack, { area: code, today });
  return Object.fromEntries(found.map(({ figure, ours }) => [figure, ours / fenPerYuan]));
}

const depositChannel = both('银行缴存', 'Paid in by banks');
const loanTitle = both('银行贷款（风险补偿金撬动）', 'Loans drawn by the risk fund');

function panelOf(raised: readonly Raised[], loans: Loans): ChartPanel {
  const total = (of: (stages: Stages) => bigint) =>
    raised.reduce((sum, { stages }) => sum + of(stages), 0n);
  const hasLoans = loans.lent > 0 || (loans.fund ?? 0) > 0;
  return {
    datum: 'financing',
    title: datumTitles.financing,
    drawing: {
      kind: 'bars',
      unit: 'yuan',
      says: {
        n: both('已下达（贷款：已放款）', 'Granted (loans: lent)'),
        planned: both('计划（贷款：最多）', 'Planned (loans: at most)'),
      },
      bars: [
        ...raised.map(({ title, stages }) => ({
          label: title,
          n: yuan(stages.granted),
          planned: stages.planned === 0n ? null : yuan(stages.planned),
          opens: null,
        })),
        ...(hasLoans
          ? [{ label: loanTitle, n: loans.lent, planned: loans.most, opens: null }]
          : []),
      ],
    },
    table: {
      columns: [
        { title: both('渠道', 'Channel'), unit: null },
        { title: both('来源', 'Source'), unit: null },
        { title: both('计划筹措', 'Planned'), unit: 'yuan' },
        { title: both('已下达', 'Granted'), unit: 'yuan' },
        { title: both('已到账', 'Arrived'), unit: 'yuan' },
        { title: both('还差', 'Missing'), unit: 'yuan' },
        { title: both('用于', 'Used for'), unit: null },
      ],
      rows: [
        ...raised.map(({ id, title, channel, uses, stages }) => ({
          id,
          total: false,
          cells: [
            textCell(atHead(channel)),
            textCell(title),
            ...amountCells(stages),
            textCell(uses),
          ],
        })),
        {
          id: 'total',
          total: true,
          cells: [
            textCell(both('合计', 'Total')),
            textCell(both('', '')),
            numberCell(yuan(total(({ planned }) => planned))),
            numberCell(yuan(total(({ granted }) => granted))),
            numberCell(yuan(total(({ arrived }) => arrived))),
            numberCell(yuan(total(missingOf))),
            textCell(both('', '')),
          ],
        },
        ...(hasLoans ? [loanRow(loans)] : []),
      ],
    },
    definition: both(
      '每个来源计划筹措多少、已下达和到账多少、还差多少。条是已下达，刻度是计划。银行缴入风险补偿金的是筹措来的钱，不是贷款，并入合计。贷款另列，不并入合计：条是已放款，刻度是风险补偿金按规则最多能撬动的。',
      'Of each source what was planned, granted and has arrived, and what is missing. Bars are granted, ticks planned. What banks paid into the risk fund was raised and is no loan: it is in the total. Loans stand apart from the total: the bar is lent, the tick what the risk fund may draw at most.',
    ),
    source: both('资金台账', 'The books'),
    verified: true,
  };
}

function loanRow({ lent, fund, most }: Loans) {
  return {
    id: 'loans',
    total: false,
    cells: [
      textCell(atHead(channelWords.bank)),
      textCell(loanTitle),
      numberCell(most),
      numberCell(lent),
      numberCell(lent),
      numberCell(most === null ? null : Math.max(0, most - lent)),
      textCell(
        fund === null
          ? both('', '')
          : both(`风险补偿金 ${groupDigits(fund)} 元`, `Risk fund of ${groupDigits(fund)} yuan`),
      ),
    ],
  };
}

function amountCells(stages: Stages) {
  const { planned, granted, arrived } = stages;
  return [planned, granted, arrived, missingOf(stages)].map((fen) => numberCell(yuan(fen)));
}

function missingOf({ planned, granted }: Stages): bigint {
  return planned > granted ? planned - granted : 0n;
}
