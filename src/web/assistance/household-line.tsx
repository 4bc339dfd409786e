// On a household's page, the one line of each measure: cause → measure → promised and received → result.
import { Link } from '@tanstack/react-router';
import type { HouseholdAssistance } from '#contract/assistance.ts';
import type { BenefitView } from '#contract/assistance-delivery.ts';
import type { PlanMeasure } from '#contract/assistance-plans.ts';
import type { HouseholdMoney } from '#contract/funds-lists.ts';
import {
  benefitsUnder,
  type MeasureStanding,
  standingTitles,
} from '#domain/assistance/measure-standing.ts';
import { useMay } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Money } from '#web/ui/figure.tsx';
import { benefitStateTexts } from './benefit-state-texts.ts';
import { lineTexts } from './line-texts.ts';
import { quantityText } from './quantity-text.ts';
import './assistance.css';

export function useAssistance(household: string) {
  const may = useMay();
  return useRead(
    'GET /api/assistance/households/:id',
    { params: { id: household } },
    { enabled: may('assistance.own') },
  );
}

/** What the books paid to the household, by use; undefined where the reader may not see it. */
export function useHouseholdMoney(household: string) {
  const may = useMay();
  const read = useRead(
    'GET /api/funds/households/:id',
    { params: { id: household } },
    { enabled: may('funds.own') },
  );
  return read.data?.byUse ?? [];
}

export function HouseholdLine({ household }: { readonly household: string }) {
  const text = useText(lineTexts);
  const { data } = useAssistance(household);
  const money = useHouseholdMoney(household);
  if (data === undefined || !data.needed) return null;
  const measures = data.plan?.measures ?? [];
  const beside = money.filter((one) => measures.every(({ code }) => !one.measures.includes(code)));
  return (
    <Block
      title={text('line')}
      aside={
        <Link
          to="/households/$id/$tab"
          params={{ id: household, tab: 'help' }}
          className="link no-print"
        >
          {text('more')}
        </Link>
      }
    >
      {measures.length === 0 ? (
        <p>
          <CauseWords help={data} /> → <span className="quiet">{text('noMeasure')}</span>
        </p>
      ) : (
        <ul className="help-line">
          {measures.map((one) => (
            <MeasureLine
              key={one.line}
              help={data}
              measure={one}
              paid={money.find((paid) => paid.measures.includes(one.code))}
            />
          ))}
        </ul>
      )}
      {beside.length === 0 ? null : (
        <ul className="help-line">
          {beside.map((one) => (
            <li key={one.use}>
              <span>
                <CauseWords help={data} /> → <span className="quiet">{text('noMeasureFor')}</span>
              </span>
              <span className="help-line-money">
                {text.pick(one.title)} <Paid paid={one} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Block>
  );
}

function CauseWords({ help }: { readonly help: HouseholdAssistance }) {
  const text = useText(lineTexts);
  const { primary } = help.causes;
  return primary === null ? (
    <span className="chip unknown">{text('noCause')}</span>
  ) : (
    <span>{text.pick(primary.title)}</span>
  );
}

/** Of these the report says nothing of what arrived, and the two are told side by side. */
const standingsBefore: readonly MeasureStanding[] = ['planned', 'underway', 'stopped'];

function MeasureLine({
  help,
  measure,
  paid,
}: {
  readonly help: HouseholdAssistance;
  readonly measure: PlanMeasure;
  readonly paid: UsePaid | undefined;
}) {
  const text = useText(lineTexts);
  const words = useText(benefitStateTexts);
  const own = benefitsUnder(measure, help.benefits);
  const promised = sumOf(own, 'promisedFen') ?? measure.promisedFen;
  const arrived = sumOf(own, 'deliveredFen');
  const state = own.find((one) => one.state === 'disputed')?.state ?? own[0]?.state;
  const stage = own[0]?.stages.findLast((one) => one.reachedOn !== null);
  const result = own.find((one) => one.result !== null)?.result;
  const standing = text.pick(standingTitles[measure.standing]);
  // Once it was reported done its standing says what arrived, in the words of plan and card.
  const tells = arrived === null && !standingsBefore.includes(measure.standing);
  return (
    <li>
      <span>
        <CauseWords help={help} /> → <strong>{text.pick(measure.title)}</strong>
        {measure.primary ? (
          <small className="quiet" title={text('primaryHint')}>
            {' '}
            {text('primary')}
          </small>
        ) : null}
        {measure.late ? (
          <>
            {' '}
            <Chip meaning="over">{text('late')}</Chip>
          </>
        ) : null}
      </span>
      <span className="help-line-money">
        {promised === null ? (
          <span className="quiet">
            {measure.quantity === null
              ? text('promised')
              : quantityText(measure.quantity, measure.unit, text.language)}
          </span>
        ) : (
          <span>
            <small className="quiet">{text('promised')}</small> <Money fen={promised} />{' '}
            {text('yuanWord')}
          </span>
        )}{' '}
        →{' '}
        {arrived === null ? (
          <span className="quiet">
            {tells ? standing : state === undefined ? text('noDelivery') : words(stateKey(state))}
          </span>
        ) : (
          <span>
            <small className="quiet">{text('arrived')}</small> <Money fen={arrived} />{' '}
            {text('yuanWord')}
          </span>
        )}
        {paid === undefined ? null : (
          <>
            {' '}
            → <Paid paid={paid} />
          </>
        )}
      </span>
      <span className="quiet">
        {measure.standing === 'disputed' && !tells
          ? standing
          : result !== undefined && result !== null
            ? `${text.pick(result.field)} ${text.pick(result.before)} → ${text.pick(result.now)}`
            : stage !== undefined
              ? text.pick(stage.title)
              : tells
                ? null
                : standing}
      </span>
    </li>
  );
}

type UsePaid = HouseholdMoney['byUse'][number];

/** What the books paid, and the way to where it came from. */
function Paid({ paid }: { readonly paid: UsePaid }) {
  const text = useText(lineTexts);
  const may = useMay();
  return (
    <span>
      <small className="quiet">{text('paidByBooks')}</small>{' '}
      {may('funds.read') ? (
        <Link to="/money/trail/$id" params={{ id: paid.entry }} className="count-link">
          <Money fen={paid.amount} />
        </Link>
      ) : (
        <Money fen={paid.amount} />
      )}{' '}
      {text('yuanWord')}
    </span>
  );
}

/** A benefit that its household confirmed is told apart from a list that its department confirmed. */
export function stateKey(state: BenefitView['state']) {
  return state === 'confirmed' ? 'state_confirmedBenefit' : (`state_${state}` as const);
}

function sumOf(
  benefits: readonly BenefitView[],
  key: 'promisedFen' | 'deliveredFen',
): number | null {
  const known = benefits.map((one) => one[key]).filter((fen) => fen !== null);
  return known.length === 0 ? null : known.reduce((sum, fen) => sum + fen, 0);
}
