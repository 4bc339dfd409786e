// What is not settled about the household: disagreements with their dates, and what nobody wrote down.
// Late, due and unknown have three different marks, so they cannot be confused.
import type { HouseholdCard } from '#contract/registry-households.ts';
import type { ScoreExplanation } from '#contract/targeting.ts';
import { daysBetween, plainDate } from '#domain/kernel/plain-date.ts';
import { useMe } from '#web/access/me.ts';
import { useFormWords } from '#web/registry/form-words.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip, type Meaning } from '#web/ui/chip.tsx';
import { householdTexts } from './household-texts.ts';
import { TabLink } from './tab-link.tsx';

interface Matter {
  readonly key: string;
  readonly meaning: Meaning;
  readonly chip: string;
  readonly text: string;
  readonly tab: string;
}

interface OpenMattersProps {
  readonly card: HouseholdCard;
  readonly score: ScoreExplanation | undefined;
}

export function OpenMatters({ card, score }: OpenMattersProps) {
  const text = useText(householdTexts);
  const matters = useMatters(card, score);
  if (matters.length === 0) return <Block title={text('openNone')}>{null}</Block>;
  return (
    <Block title={text('open', { count: matters.length })}>
      <ul className="matters">
        {matters.map((matter) => (
          <li key={matter.key}>
            <Chip meaning={matter.meaning}>{matter.chip}</Chip>
            <TabLink household={card.id} tab={matter.tab} className="count-link">
              {matter.text}
            </TabLink>
          </li>
        ))}
      </ul>
    </Block>
  );
}

function useMatters(card: HouseholdCard, score: ScoreExplanation | undefined): readonly Matter[] {
  const text = useText(householdTexts);
  const words = useFormWords();
  const { today } = useMe().installation;
  const disagreements = card.conflicts
    .filter((conflict) => conflict.resolvedAt === null)
    .map((conflict): Matter => {
      const what = words.field(conflict.field);
      return {
        key: conflict.id,
        ...clockOf(conflict.dueOn),
        text: text('openConflict', {
          what: conflict.person === null ? what : `${conflict.person.name} ${what}`,
          sides: conflict.sides.length,
        }),
        tab: 'conflicts',
      };
    });
  const year = Number(today.slice(0, 4)) - 1;
  const unwritten: Matter[] = [
    ...(card.incomeYears.some((one) => one.year === year)
      ? []
      : [{ key: 'income', text: text('openIncome', { year }), tab: 'income' }]),
    ...(score?.missing ?? []).map((fact) => ({
      key: fact.fact,
      text: text('openMissing', { what: text.pick(fact.label) }),
      tab: 'why',
    })),
    ...card.members
      .filter((member) => (member.values.identity ?? null) === null)
      .map((member) => ({
        key: `identity ${member.id}`,
        text: text('openIdentity', { name: String(member.values.name ?? '') }),
        tab: 'members',
      })),
  ].map((matter) => ({ ...matter, meaning: 'unknown', chip: text('missing') }));
  return [...disagreements, ...unwritten];

  function clockOf(dueOn: string | null): Pick<Matter, 'meaning' | 'chip'> {
    if (dueOn === null) return { meaning: 'due', chip: text('openNoDate') };
    const left = daysBetween(plainDate(today), plainDate(dueOn));
    if (left < 0) return { meaning: 'over', chip: text('openOver', { count: -left }) };
    if (left === 0) return { meaning: 'due', chip: text('openToday') };
    return { meaning: 'due', chip: text('openDue', { count: left }) };
  }
}
