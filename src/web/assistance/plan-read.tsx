// A plan as it is read: measures with their five elements and how they go on, targets beside the actual.
import { type FormEvent, useState } from 'react';
import type { Plan, PlanMeasure, PlanTarget } from '#contract/assistance-plans.ts';
import {
  standingMeanings,
  standingOfReport,
  standingTitles,
} from '#domain/assistance/measure-standing.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import { useMe } from '#web/access/me.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { Field } from '#web/ui/field.tsx';
import { Day, Instant, Money } from '#web/ui/figure.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { planTexts } from './plan-texts.ts';
import { quantityText } from './quantity-text.ts';
import { stalePlans } from './stale-plans.ts';

const measureStates = ['planned', 'underway', 'done', 'stopped'] as const;

export function PlanRead({
  plan,
  mayReport,
  isTitled = false,
}: {
  readonly plan: Plan;
  readonly mayReport: boolean;
  /** The page's title says already where the plan stands. */
  readonly isTitled?: boolean;
}) {
  const text = useText(planTexts);
  const [reported, setReported] = useState<PlanMeasure>();
  return (
    <>
      <p className="quiet small">
        <Dotted>
          {text('number', { number: plan.number })}
          {isTitled ? null : text(`state_${plan.state}`)}
          {text('years', { from: plan.fromYear, to: plan.toYear })}
          {plan.members === null ? null : text('members', { count: plan.members })}
          {text('madeBy', { by: plan.madeBy })}
          {plan.decidedBy === null ? null : text('decidedBy', { by: plan.decidedBy })}
        </Dotted>
      </p>
      {plan.goal === '' ? null : (
        <p>
          <span className="quiet">{text('wholeGoal')}</span> {plan.goal}
        </p>
      )}
      <ul className="help-measures">
        {plan.measures.map((one) => (
          <MeasureItem
            key={one.line}
            one={one}
            onReport={mayReport && plan.state === 'approved' ? () => setReported(one) : undefined}
          />
        ))}
      </ul>
      <Targets plan={plan} mayReport={mayReport} />
      {reported === undefined ? null : (
        <ReportSheet measure={reported} onClose={() => setReported(undefined)} />
      )}
    </>
  );
}

function MeasureItem({
  one,
  onReport,
}: {
  readonly one: PlanMeasure;
  readonly onReport: (() => void) | undefined;
}) {
  const text = useText(planTexts);
  const facts = [
    ['goal', one.goal],
    ['focus', one.focus],
    ['method', one.method],
    ['owner', one.owner],
    ['dueOn', one.dueOn ?? ''],
    ['judgedBy', one.judgedBy],
  ] as const;
  return (
    <li>
      <div className="help-head">
        <span className="help-title">
          <strong>{text.pick(one.title)}</strong>
          {one.primary ? (
            <small className="quiet" title={text('primaryHint')}>
              {text('primary')}
            </small>
          ) : null}
          <Chip meaning={one.late ? 'over' : standingMeanings[one.standing]}>
            {text.pick(standingTitles[one.standing])}
            {one.late ? ` · ${text('late')}` : ''}
          </Chip>
          {one.benefitTitle === null ? null : (
            <span className="quiet">{text.pick(one.benefitTitle)}</span>
          )}
        </span>
        {onReport === undefined ? null : (
          <button type="button" className="button no-print" onClick={onReport}>
            {text('report')}
          </button>
        )}
      </div>
      <dl className="help-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([key, value]) => (
            <div key={key} style={{ display: 'contents' }}>
              <dt>{text(key)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        {one.quantity === null && one.promisedFen === null ? null : (
          <>
            <dt>{text('promised')}</dt>
            <dd>
              {one.quantity === null ? '' : quantityText(one.quantity, one.unit, text.language)}
              {one.quantity === null || one.promisedFen === null ? '' : text.marks.comma}
              {one.promisedFen === null ? null : (
                <>
                  <Money fen={one.promisedFen} /> {text('yuanWord')}
                </>
              )}
            </dd>
          </>
        )}
      </dl>
      {one.progress.length === 0 ? null : (
        <ul className="small quiet">
          {one.progress.slice(0, 4).map((each) => (
            <li key={`${each.on}${each.state}${each.words}`}>
              <Day day={each.on} /> {text.pick(standingTitles[standingOfReport(each.state)])}{' '}
              {each.words} {each.by}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Targets({ plan, mayReport }: { readonly plan: Plan; readonly mayReport: boolean }) {
  const text = useText(planTexts);
  const { today } = useMe().installation;
  const reach = useWrite('POST /api/assistance/targets/:line/reached', { stale: stalePlans });
  const problem = useExplanation(reach.error);
  if (plan.targets.length === 0) return null;
  const meaning = { met: 'done', missed: 'over', open: 'neutral', unknown: 'unknown' } as const;
  return (
    <>
      <StackedTable
        heads={['targets', 'dueOn', 'target', 'actual', 'reportState']}
        figures={['target', 'actual']}
        nameOf={text}
        label={text('targets')}
      >
        <tbody>
          {plan.targets.map((one) => (
            <tr key={one.line}>
              <td>{one.title === '' ? text(`metric_${one.metric}`) : one.title}</td>
              <td className="day">{one.dueOn}</td>
              <td className="number">{figureOf(one, one.value, text.language)}</td>
              <td className="number">{one.doneOn ?? figureOf(one, one.actual, text.language)}</td>
              <td>
                <Chip meaning={meaning[one.standing]}>{text(`standing_${one.standing}`)}</Chip>{' '}
                {mayReport && one.kind === 'milestone' && one.doneOn === null ? (
                  <button
                    type="button"
                    className="link no-print"
                    onClick={() =>
                      reach.mutate({ params: { line: one.line }, body: { on: today } })
                    }
                  >
                    {text('reach')}
                  </button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </StackedTable>
      <Problem>{problem}</Problem>
    </>
  );
}

function figureOf({ kind, unit }: PlanTarget, value: number | null, language: Language): string {
  if (value === null) return kind === 'milestone' ? '' : '—';
  return quantityText(Math.round(value * 100) / 100, unit, language);
}

function ReportSheet({
  measure,
  onClose,
}: {
  readonly measure: PlanMeasure;
  readonly onClose: () => void;
}) {
  const text = useText(planTexts);
  const { today } = useMe().installation;
  const [state, setState] = useState<PlanMeasure['state']>(
    measure.state === 'planned' ? 'underway' : 'done',
  );
  const [on, setOn] = useState(today);
  const [words, setWords] = useState('');
  const report = useWrite('POST /api/assistance/measures/:line/progress', {
    stale: stalePlans,
    onDone: onClose,
  });
  const problem = useExplanation(report.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    report.mutate({ params: { line: measure.line }, body: { state, on, words } });
  };
  return (
    <Sheet title={text('reportTitle', { measure: text.pick(measure.title) })} onClose={onClose}>
      <form onSubmit={submit}>
        <Field label={text('reportState')}>
          <select
            className="input"
            value={state}
            onChange={(event) =>
              setState(measureStates.find((one) => one === event.target.value) ?? 'underway')
            }
          >
            {measureStates.map((one) => (
              <option key={one} value={one}>
                {text(`doneState_${one}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={text('on')}>
          <DayInput required max={today} value={on} onChange={setOn} />
        </Field>
        <Field label={text('words')} problem={problem}>
          <input
            className="input"
            maxLength={300}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </Field>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={report.isPending}>
            {text('save')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}

export function VersionList({
  versions,
}: {
  readonly versions: readonly Pick<
    Plan,
    'id' | 'number' | 'state' | 'madeBy' | 'madeAt' | 'decidedBy' | 'decidedAt' | 'reason'
  >[];
}) {
  const text = useText(planTexts);
  if (versions.length === 0) return null;
  return (
    <Block title={text('versions')}>
      <ul>
        {versions.map((one) => (
          <li key={one.id} className="help-item">
            {text('number', { number: one.number })} {text(`state_${one.state}`)}{' '}
            <span className="quiet">
              <Instant at={one.decidedAt ?? one.madeAt} /> {one.decidedBy ?? one.madeBy}{' '}
              {one.reason}
            </span>
          </li>
        ))}
      </ul>
    </Block>
  );
}
