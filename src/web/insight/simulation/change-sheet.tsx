// Everything of the rules that can be tried differently, by kind: parameters, items, vetoes, entitlements.
import { useState } from 'react';
import type { TrialRules } from '#contract/insight-simulation.ts';
import type { Change } from '#domain/insight/simulation/change.ts';
import { useText } from '#web/text/catalogue.ts';
import { Chip } from '#web/ui/chip.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { BenefitFields, VetoFields } from './change-rule-fields.tsx';
import { simulationTexts } from './simulation-texts.ts';
import { settled, shownValue } from './trial-changes.ts';

interface ChangeSheetProps {
  readonly rules: TrialRules;
  readonly changes: readonly Change[];
  readonly onChange: (changes: readonly Change[]) => void;
  readonly onClose: () => void;
}

export type ChangeFieldsProps = Omit<ChangeSheetProps, 'onClose'>;

const kinds = ['parameter', 'item', 'veto', 'benefit'] as const;

export function ChangeSheet({ onClose, ...fields }: ChangeSheetProps) {
  const text = useText(simulationTexts);
  const [kind, setKind] = useState<(typeof kinds)[number]>('parameter');
  return (
    <Sheet title={text('sheetTitle')} onClose={onClose}>
      <div className="kinds" role="tablist" aria-label={text('kindsLabel')}>
        {kinds.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            aria-selected={one === kind}
            className="button"
            onClick={() => setKind(one)}
          >
            {text(`kind_${one}`)}
          </button>
        ))}
      </div>
      <div className="change-list" role="tabpanel">
        {kind === 'parameter' ? <ParameterFields {...fields} /> : null}
        {kind === 'item' ? <ItemFields {...fields} /> : null}
        {kind === 'veto' ? <VetoFields {...fields} /> : null}
        {kind === 'benefit' ? <BenefitFields {...fields} /> : null}
      </div>
    </Sheet>
  );
}

export function Marks({ row }: { readonly row: { verified: boolean; sample: boolean } }) {
  const text = useText(simulationTexts);
  if (row.sample) {
    return (
      <Chip meaning="unknown" title={text('sampleHint')}>
        {text('sample')}
      </Chip>
    );
  }
  return row.verified ? null : <Chip meaning="unknown">{text('unverified')}</Chip>;
}

function ParameterFields({ rules, changes, onChange }: ChangeFieldsProps) {
  const text = useText(simulationTexts);
  const groups = [
    ['parametersOfSheet', rules.parameters.filter(({ ofSheet }) => ofSheet)],
    ['parametersOther', rules.parameters.filter(({ ofSheet }) => !ofSheet)],
  ] as const;
  return groups.map(([title, parameters]) =>
    parameters.length === 0 ? null : (
      <section key={title}>
        <h3>{text(title)}</h3>
        {parameters.map((parameter) => (
          <ParameterField
            key={parameter.id}
            parameter={parameter}
            changes={changes}
            onChange={onChange}
          />
        ))}
      </section>
    ),
  );
}

interface ParameterFieldProps extends Pick<ChangeFieldsProps, 'changes' | 'onChange'> {
  readonly parameter: TrialRules['parameters'][number];
}

function ParameterField({ parameter, changes, onChange }: ParameterFieldProps) {
  const text = useText(simulationTexts);
  const { id, value: now } = parameter;
  const change = changes.find((one) => one.kind === 'parameter' && one.id === id);
  const value = change?.kind === 'parameter' ? change.value : now;
  const settle = (next: Extract<Change, { kind: 'parameter' }>['value']) =>
    onChange(
      settled(
        changes,
        { kind: 'parameter', id, value: next },
        JSON.stringify(next) === JSON.stringify(now),
      ),
    );
  return (
    <div className="change-row">
      <span>
        {text.pick(parameter.title)} <Marks row={parameter} />
      </span>
      {typeof now === 'boolean' ? (
        <input
          type="checkbox"
          aria-label={text.pick(parameter.title)}
          checked={value === true}
          onChange={(event) => settle(event.target.checked)}
        />
      ) : (
        <input
          className="input"
          aria-label={text.pick(parameter.title)}
          type={typeof now === 'number' ? 'number' : 'text'}
          step="any"
          disabled={now === null}
          defaultValue={shownValue(text, value)}
          key={shownValue(text, value)}
          onBlur={(event) => {
            const typed = readValue(event.target.value, now);
            if (typed !== undefined) settle(typed);
          }}
        />
      )}
      <span className="quiet small">
        {text.pick(parameter.unit) === '1' ? '' : text.pick(parameter.unit)}{' '}
        {change === undefined ? '' : text('now', { value: shownValue(text, now) })}
      </span>
    </div>
  );
}

/** What was typed, as the kind of value it replaces; undefined when it is none. */
export function readValue(
  typed: string,
  now: TrialRules['parameters'][number]['value'],
): number | string | (number | string)[] | undefined {
  const trimmed = typed.trim();
  if (trimmed === '') return undefined;
  if (Array.isArray(now)) {
    const parts = trimmed.split(/[,、，]\s*/).filter((part) => part !== '');
    return typeof now[0] === 'number' ? parts.map(Number) : parts;
  }
  if (typeof now !== 'number') return trimmed;
  const number = Number(trimmed);
  return Number.isFinite(number) ? number : undefined;
}

function ItemFields({ rules, changes, onChange }: ChangeFieldsProps) {
  const text = useText(simulationTexts);
  return (rules.sheet?.items ?? []).map((item) => {
    const weight = changes.find((one) => one.kind === 'weight' && one.item === item.id);
    return (
      <details key={item.id} className="change-item">
        <summary>
          {text.pick(item.title)}{' '}
          <span className="quiet small">{text('pointsHint', { max: item.max })}</span>{' '}
          <Marks row={item} />
        </summary>
        <div className="change-row">
          <span>{text('weight')}</span>
          <NumberBox
            label={`${text.pick(item.title)} ${text('weight')}`}
            value={weight?.kind === 'weight' ? weight.factor : 1}
            onSettle={(factor) =>
              onChange(settled(changes, { kind: 'weight', item: item.id, factor }, factor === 1))
            }
          />
          <span className="quiet small">{text('weightHint')}</span>
        </div>
        {item.points.length === 0 ? <p className="quiet">{text('computedPoints')}</p> : null}
        {item.points.map((band, at) => {
          const change = changes.find(
            (one) => one.kind === 'points' && one.item === item.id && one.at === at,
          );
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a band is known by its place alone.
            <div key={at} className="change-row">
              <span title={band.when}>{text.pick(band.words) || text('otherwise')}</span>
              <NumberBox
                label={`${text.pick(item.title)} ${text.pick(band.words) || text('otherwise')}`}
                value={change?.kind === 'points' ? change.points : band.points}
                onSettle={(points) =>
                  onChange(
                    settled(
                      changes,
                      { kind: 'points', item: item.id, at, points },
                      points === band.points,
                    ),
                  )
                }
              />
              <span className="quiet small">
                {change === undefined ? '' : text('now', { value: band.points })}
              </span>
            </div>
          );
        })}
      </details>
    );
  });
}

export function NumberBox({
  label,
  value,
  onSettle,
}: {
  readonly label: string;
  readonly value: number | null;
  readonly onSettle: (value: number) => void;
}) {
  return (
    <input
      className="input"
      type="number"
      aria-label={label}
      min={0}
      step="any"
      key={value}
      defaultValue={value ?? ''}
      onBlur={(event) => {
        const next = event.target.valueAsNumber;
        if (Number.isFinite(next) && next >= 0 && next !== value) onSettle(next);
      }}
    />
  );
}
