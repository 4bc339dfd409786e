// One sentence about the household, written from its figures.
import type { HouseholdCard } from '#contract/registry-households.ts';
import { useFormWords } from '#web/registry/form-words.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Finding } from '#web/ui/page-head.tsx';
import { householdTexts } from './household-texts.ts';

export function HouseholdFinding({ card }: { readonly card: HouseholdCard }) {
  const text = useText(householdTexts);
  const words = useFormWords();
  const lines = words.povertyLines;
  const { labourers, primaryCause } = card.values;
  const count = card.members.length;
  const latest = card.incomeYears.reduce<HouseholdCard['incomeYears'][number] | undefined>(
    (last, one) => (last === undefined || one.year > last.year ? one : last),
    undefined,
  );
  const people =
    typeof labourers === 'number'
      ? text('findingPeople', { count, labourers })
      : text('findingPeopleUnknown', { count });
  const cause =
    typeof primaryCause === 'string'
      ? [text('findingCause', { cause: words.code('cause', primaryCause) })]
      : [];
  const line = latest === undefined ? undefined : lines.get(latest.year);
  const perHead = latest?.perHeadFen ?? null;
  const compare =
    line === undefined || perHead === null
      ? text('findingNoLine')
      : text(perHead < line.fen ? 'findingBelow' : 'findingAbove', {
          yuan: exactNumber(Math.abs(perHead - line.fen) / 100),
        });
  const income =
    latest === undefined || perHead === null
      ? text('findingNoIncome')
      : text('findingIncome', {
          year: latest.year,
          yuan: exactNumber(perHead / 100),
          compare,
        });
  return <Finding>{[people, income, ...cause].join(text('comma')) + text('end')}</Finding>;
}
