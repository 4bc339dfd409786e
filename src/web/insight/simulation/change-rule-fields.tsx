// Vetoes and entitlements: on or off, and the rule in the language of rules. What is wrong with a rule
// is said by the server, on the page, where the answer would stand.
import { useText } from '#web/text/catalogue.ts';
import { type ChangeFieldsProps, Marks, NumberBox } from './change-sheet.tsx';
import { simulationTexts } from './simulation-texts.ts';
import { settled } from './trial-changes.ts';

export function VetoFields({ rules, changes, onChange }: ChangeFieldsProps) {
  const text = useText(simulationTexts);
  return (rules.sheet?.vetoes ?? []).map((veto) => {
    const change = changes.find((one) => one.kind === 'veto' && one.veto === veto.id);
    const rule = change?.kind === 'veto' ? change.rule : veto.rule;
    const settle = (next: string | null) =>
      onChange(settled(changes, { kind: 'veto', veto: veto.id, rule: next }, next === veto.rule));
    return (
      <fieldset key={veto.id} className="change-item">
        <legend>
          {text.pick(veto.title)} <Marks row={veto} />
        </legend>
        <label className="check">
          <input
            type="checkbox"
            checked={rule !== null}
            onChange={(event) => settle(event.target.checked ? veto.rule : null)}
          />
          {text('vetoOn')}
        </label>
        <p className="quiet small">{text.pick(veto.words)}</p>
        {rule === null ? null : (
          <RuleBox
            label={text('vetoRule')}
            rule={rule}
            onApply={(next) => settle(next || veto.rule)}
          />
        )}
      </fieldset>
    );
  });
}

export function BenefitFields({ rules, changes, onChange }: ChangeFieldsProps) {
  const text = useText(simulationTexts);
  if (rules.benefits.length === 0) return <p className="quiet">{text('noBenefits')}</p>;
  return rules.benefits.map((benefit) => {
    const found = changes.find((one) => one.kind === 'benefit' && one.benefit === benefit.id);
    const change = found?.kind === 'benefit' ? found : undefined;
    const settle = (parts: { amount?: number; eligible?: string | null }) => {
      const { amount, eligible } = { ...change, ...parts };
      const next = {
        kind: 'benefit' as const,
        benefit: benefit.id,
        ...(amount === undefined || amount === benefit.amount ? {} : { amount }),
        ...(eligible === undefined || eligible === benefit.eligible ? {} : { eligible }),
      };
      const isAsBefore = next.amount === undefined && next.eligible === undefined;
      onChange(settled(changes, next, isAsBefore));
    };
    const rule = change?.eligible === undefined ? benefit.eligible : change.eligible;
    return (
      <fieldset key={benefit.id} className="change-item">
        <legend>
          {text.pick(benefit.title)} <Marks row={benefit} />
        </legend>
        <p className="quiet">{text.pick(benefit.who)}</p>
        <div className="change-row">
          <span>{text('benefitAmount')}</span>
          <NumberBox
            label={`${text.pick(benefit.title)} ${text('benefitAmount')}`}
            value={change?.amount ?? benefit.amount}
            onSettle={(amount) => settle({ amount })}
          />
          <span className="quiet small">{text.pick(benefit.unit)}</span>
        </div>
        <RuleBox
          label={text('benefitRule')}
          rule={rule ?? ''}
          onApply={(next) => settle({ eligible: next === '' ? null : next })}
        />
      </fieldset>
    );
  });
}

interface RuleBoxProps {
  readonly label: string;
  readonly rule: string;
  readonly onApply: (rule: string) => void;
}

function RuleBox({ label, rule, onApply }: RuleBoxProps) {
  const text = useText(simulationTexts);
  return (
    <label className="rule-box">
      <span>{label}</span>
      <textarea
        className="input rule-text"
        rows={2}
        spellCheck={false}
        key={rule}
        defaultValue={rule}
        onBlur={(event) => {
          const next = event.target.value.trim();
          if (next !== rule) onApply(next);
        }}
      />
      <span className="quiet small">{text('vetoRuleHint')}</span>
    </label>
  );
}
