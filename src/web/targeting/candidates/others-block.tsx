// Who was taken off by hand, and registered households of the village that are not on the list.

import type { Candidates } from '#contract/targeting-candidates.ts';
import { groupedNo } from '#web/registry/household-no.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownYuan } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { candidateTexts } from './candidate-texts.ts';
import { ChangeButton } from './change-button.tsx';

interface ListProps {
  readonly list: Candidates;
}

export function RemovedBlock({ list }: ListProps) {
  const text = useText(candidateTexts);
  if (list.removed.length === 0) return null;
  return (
    <Block title={text('removed')}>
      <ul className="candidates-others">
        {list.removed.map((one) => (
          <li key={one.household}>
            <span>
              {one.headName ?? one.householdNo}{' '}
              <small className="quiet">{groupedNo(one.householdNo)}</small>
            </span>
            <span>
              {one.reason}{' '}
              <small className="quiet">
                {one.by} {one.on}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </Block>
  );
}

export function OthersBlock({ list }: ListProps) {
  const text = useText(candidateTexts);
  if (list.others.length === 0) return null;
  return (
    <Block title={text('others')} aside={text('othersLead')} className="no-print">
      <ul className="candidates-others">
        {list.others.map((one) => (
          <li key={one.household}>
            <span>
              {one.headName ?? one.householdNo}{' '}
              <small className="quiet">{groupedNo(one.householdNo)}</small>
            </span>
            <span className="candidates-number">
              {one.incomePerHeadFen === null ? '' : shownYuan(one.incomePerHeadFen, text.language)}
            </span>
            <span>
              <Chip meaning={one.holds === null ? 'unknown' : one.holds ? 'done' : 'neutral'}>
                {text(holdsKey(one.holds))}
              </Chip>
            </span>
            <ChangeButton list={list.id} household={one} kind="added" />
          </li>
        ))}
      </ul>
    </Block>
  );
}

function holdsKey(holds: boolean | null) {
  if (holds === null) return 'holds_unknown';
  return holds ? 'holds_yes' : 'holds_no';
}
