// The vetoes: what would keep a household off the register whatever its score. Those that hold stand
// first; those that cannot be told are hatched.
import { useState } from 'react';
import type { ScoreExplanation } from '#contract/targeting.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { later } from '#web/ui/later.tsx';
import { scoreTexts } from './score-texts.ts';

const RuleSheet = later(() => import('./rule-sheet.tsx'), 'RuleSheet');

type VetoRule = ScoreExplanation['vetoes'][number];

export function VetoList({ score }: { readonly score: ScoreExplanation | undefined }) {
  const text = useText(scoreTexts);
  const [opened, setOpened] = useState<VetoRule>();
  const rank = (veto: VetoRule) => (veto.holds === true ? 0 : veto.holds === null ? 1 : 2);
  const vetoes = [...(score?.vetoes ?? [])].sort((one, other) => rank(one) - rank(other));
  if (vetoes.length === 0) return null;
  return (
    <Block
      title={text('vetoes')}
      aside={text('vetoesNote', {
        count: vetoes.length,
        holding: vetoes.filter((veto) => veto.holds === true).length,
      })}
    >
      <ul className="vetoes">
        {vetoes.map((veto) => (
          <li key={veto.id}>
            <button type="button" className="value" onClick={() => setOpened(veto)}>
              {text.pick(veto.title)}
            </button>
            {veto.holds === true ? (
              <Chip meaning="over">{text('vetoHolds')}</Chip>
            ) : veto.holds === null ? (
              <Chip meaning="unknown">{text('vetoUnknown')}</Chip>
            ) : (
              <span className="quiet small">{text('vetoFree')}</span>
            )}
          </li>
        ))}
      </ul>
      {opened === undefined ? null : (
        <RuleSheet rule={opened} onClose={() => setOpened(undefined)} />
      )}
    </Block>
  );
}
