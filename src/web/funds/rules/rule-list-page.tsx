// Rules about money as they stand: asked for, reached, kept or lost, with the lines and lists behind.
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { FundRules, LimitStanding, RuleStanding } from '#contract/funds-rules.ts';
import { stageNames } from '#domain/funds/stages.ts';
import { useMe } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, exactYuan, shownYuan } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip, type Meaning } from '#web/ui/chip.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { RuleExamples } from './rule-examples.tsx';
import { BaseSheet, ShortSheet } from './rule-sheets.tsx';
import { ruleTexts } from './rule-texts.ts';
import '../funds.css';
import './rules.css';

const meanings: Readonly<Record<LimitStanding['verdict'], Meaning>> = {
  kept: 'done',
  broken: 'over',
  open: 'due',
  unknown: 'unknown',
};

export function RuleListPage() {
  const text = useText(ruleTexts);
  const own = useMe().area.code;
  const { area = own, year } = useSearch({ from: '/frame/fund-rules' });
  const navigate = useNavigate();
  const read = useRead(
    'GET /api/funds/rules',
    { query: { area, ...(year === undefined ? {} : { year }) } },
    { keep: true },
  );
  const { data } = read;
  return (
    <div className="page funds">
      <PageHead
        title={text('title')}
        asOf={data?.on}
        actions={
          data === undefined ? undefined : (
            <label className="rule-year">
              {text('year')}{' '}
              <select
                className="input"
                value={data.year}
                onChange={(event) =>
                  void navigate({
                    to: '/fund-rules',
                    search: { area, year: Number(event.target.value) },
                  })
                }
              >
                {yearsTo(Number(data.on.slice(0, 4))).map((one) => (
                  <option key={one} value={one}>
                    {one}
                  </option>
                ))}
              </select>
            </label>
          )
        }
      />
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {read.isPending ? <Skeleton lines={10} /> : null}
      {data === undefined ? null : data.rules.length === 0 ? (
        <>
          <EmptyState
            title={text('emptyTitle')}
            text={text('emptyText')}
            action={
              <Link to="/packs" className="link">
                {text('openPacks')}
              </Link>
            }
          />
          <RuleExamples examples={data.examples} />
        </>
      ) : (
        <>
          <RulesFinding rules={data} />
          <p className="small quiet">{text('help')}</p>
          {data.rules.map((rule) => (
            <RuleBlock key={rule.id} rule={rule} rules={data} />
          ))}
        </>
      )}
    </div>
  );
}

const yearsShown = 5;

function yearsTo(last: number): readonly number[] {
  return Array.from({ length: yearsShown }, (_, index) => last - index);
}

function RulesFinding({ rules }: { readonly rules: FundRules }) {
  const text = useText(ruleTexts);
  const limits = rules.rules.flatMap((one) => one.limits);
  const count = (verdict: LimitStanding['verdict']) =>
    limits.filter((one) => one.verdict === verdict).length;
  return (
    <Finding>
      {text('finding', {
        year: rules.year,
        count: limits.length - count('unknown'),
        kept: count('kept'),
        broken: count('broken'),
        open: count('open'),
      })}
    </Finding>
  );
}

function RuleBlock({ rule, rules }: { readonly rule: RuleStanding; readonly rules: FundRules }) {
  const text = useText(ruleTexts);
  const stage = stageNames.find((one) => one === rule.lines?.stage);
  return (
    <Block
      title={text.pick(rule.title)}
      aside={
        <>
          {text.pick(rule.kindTitle)}{' '}
          {rule.isGuarded ? <Chip meaning="neutral">{text('guarded')}</Chip> : null}{' '}
          {rule.verified ? null : <Chip meaning="unknown">{text('unverified')}</Chip>}
        </>
      }
    >
      <p className="small quiet">
        {text('measured', { words: text.pick(rule.measured) })}
        {rule.against === null
          ? ''
          : `${text.marks.semicolon}${text('against', { words: text.pick(rule.against) })}`}
        {rule.note === null ? '' : ` ${text.pick(rule.note)}`}{' '}
        {rule.lines === null || stage === undefined ? null : (
          <Link
            to="/money/lines"
            search={(before) => ({
              area: before.area,
              stage,
              ...(rule.lines?.source == null ? {} : { source: rule.lines.source }),
              ...(rule.lines?.purpose == null ? {} : { purpose: rule.lines.purpose }),
            })}
            className="link"
          >
            {text('lines')}
          </Link>
        )}
      </p>
      {rule.limits.length === 0 ? (
        <p className="small quiet">{text(rule.kind === 'order' ? 'textOnly' : 'otherLevel')}</p>
      ) : null}
      {rule.limits.map((limit) => (
        <LimitLine key={limit.id} limit={limit} rule={rule} rules={rules} />
      ))}
    </Block>
  );
}

interface LimitProps {
  readonly limit: LimitStanding;
  readonly rule: RuleStanding;
  readonly rules: FundRules;
}

function LimitLine({ limit, rule, rules }: LimitProps) {
  const text = useText(ruleTexts);
  const [sheet, setSheet] = useState<'base' | 'short' | undefined>();
  const { share, base } = limit;
  const isTimes = rule.kind === 'leverage';
  const isOfPlaces = limit.of !== null;
  return (
    <div className="rule-limit">
      <p>
        <strong>{text.pick(limit.title)}</strong>{' '}
        <Chip meaning={meanings[limit.verdict]}>{text(`verdict_${limit.verdict}`)}</Chip>{' '}
        {limit.requiredVerified ? null : <Chip meaning="unknown">{text('unverified')}</Chip>}
      </p>
      {share === null || isTimes ? null : (
        <span className="rule-bar" aria-hidden="true">
          <span style={{ width: `${Math.min(100, share * 100)}%` }} />
          {markOf(limit) === null ? null : <i style={{ left: `${markOf(limit)}%` }} />}
        </span>
      )}
      <Standing limit={limit} isTimes={isTimes} />
      {base === null ? null : (
        <p className="small quiet">
          {text('baseIs', { amount: exactYuan(base.amount), document: base.document, by: base.by })}
        </p>
      )}
      <p className="funds-acts no-print">
        {isOfPlaces && limit.id !== 'mode' && (limit.short ?? 0) > 0 ? (
          <button type="button" className="button" onClick={() => setSheet('short')}>
            {text('openShort')}
          </button>
        ) : null}
        {limit.asksBase && rules.mayEnterBase ? (
          <button type="button" className="button" onClick={() => setSheet('base')}>
            {text(base === null ? 'enterBase' : 'changeBase')}
          </button>
        ) : null}
      </p>
      {sheet === 'base' ? (
        <BaseSheet rule={rule} limit={limit} rules={rules} onClose={() => setSheet(undefined)} />
      ) : null}
      {sheet === 'short' ? (
        <ShortSheet rule={rule} limit={limit} rules={rules} onClose={() => setSheet(undefined)} />
      ) : null}
    </div>
  );
}

/** Where a limit stands: what is asked for, what is, and what is missing, each only where it can be said. */
function Standing({
  limit,
  isTimes,
}: {
  readonly limit: LimitStanding;
  readonly isTimes: boolean;
}) {
  const text = useText(ruleTexts);
  const { share, numerator, denominator, of, short, room, verdict } = limit;
  const yuan = (fen: number) => shownYuan(fen, text.language);
  const now = [
    ...(share === null
      ? []
      : [
          text('now'),
          isTimes
            ? text('times', { share: exactNumber(share, 2) })
            : `${exactNumber(share * 100, 1)}%`,
        ]),
    ...(numerator === null || denominator === null
      ? []
      : [text('amounts', { numerator: yuan(numerator), denominator: yuan(denominator) })]),
  ];
  const parts = [
    ...(limit.required === null ? [] : [`${text('required')} ${requiredWords(limit)}`]),
    ...(now.length === 0 ? [] : [now.join(' ')]),
    ...(room === null || verdict === 'kept'
      ? []
      : [text('room', { room: yuan(Math.max(0, room)) })]),
    ...(of === null
      ? []
      : [of === 0 ? text('ofNone') : text('shortOf', { of, short: short ?? 0 })]),
    ...((limit.shortBy ?? 0) === 0 || verdict === 'kept'
      ? []
      : [text('shortBy', { amount: yuan(limit.shortBy ?? 0) })]),
    ...(limit.missing === null ? [] : [text.pick(limit.missing)]),
  ];
  return (
    <p
      className="small"
      title={
        numerator === null || denominator === null
          ? undefined
          : `${exactYuan(numerator)} / ${exactYuan(denominator)}`
      }
    >
      {parts.join(' · ')}
    </p>
  );
}

function requiredWords({ required, unit }: LimitStanding): string {
  if (required === null) return '';
  if (unit === 'percent') return `${required}%`;
  return unit.startsWith('/') ? `${required}${unit}` : exactNumber(required);
}

/** Where the line of the requirement stands on the bar. */
function markOf({ required, unit }: LimitStanding): number | null {
  if (required === null) return null;
  if (unit === 'percent') return required;
  return unit.startsWith('/') ? (required / Number(unit.slice(1))) * 100 : null;
}
