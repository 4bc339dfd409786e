// One rule: what it says, what it looked at in this household, and where it stands written.
import type { ScoreExplanation, ScoreItem } from '#contract/targeting.ts';
import { useText } from '#web/text/catalogue.ts';
import { Chip } from '#web/ui/chip.tsx';
import { Unwritten } from '#web/ui/figure.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { scoreTexts } from './score-texts.ts';

type Rule = Pick<ScoreItem, 'title' | 'rule' | 'ruleText' | 'values' | 'source' | 'verified'>;

export function RuleSheet({
  rule,
  onClose,
}: {
  readonly rule: Rule | ScoreExplanation['vetoes'][number];
  readonly onClose: () => void;
}) {
  const text = useText(scoreTexts);
  return (
    <Sheet title={text.pick(rule.title)} onClose={onClose}>
      <dl className="facts">
        <dt>{text('rule')}</dt>
        <dd>
          {text.pick(rule.ruleText)}{' '}
          {rule.verified ? null : <Chip meaning="unknown">{text('scoreItemUnverified')}</Chip>}
        </dd>
        <dt>{text('expression')}</dt>
        <dd>
          <code className="expression">{rule.rule}</code>
        </dd>
        <dt>{text('source')}</dt>
        <dd>{rule.source}</dd>
      </dl>
      <h3 className="sheet-part">{text('values')}</h3>
      <table className="rows dense">
        <tbody>
          {rule.values.map((value) => (
            <tr key={value.fact}>
              <th scope="row">{text.pick(value.label)}</th>
              <td>{value.value === null ? <Unwritten /> : text.pick(value.shown)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
