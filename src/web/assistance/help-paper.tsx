// The lines of help on a household's printed card: cause → measure → promised, received, paid by the books.
import { standingTitles } from '#domain/assistance/measure-standing.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactYuan } from '#web/text/number.ts';
import { useAssistance, useHouseholdMoney } from './household-line.tsx';
import { planTexts } from './plan-texts.ts';

export function HelpPaper({ household }: { readonly household: string }) {
  const text = useText(planTexts);
  const { data } = useAssistance(household);
  const money = useHouseholdMoney(household);
  const measures = data?.plan?.measures ?? [];
  if (data === undefined || measures.length === 0) return null;
  const cause = data.causes.primary;
  return (
    <p className="paper-steps">
      {measures
        .map((measure) => {
          const paid = money.find(({ use }) => use === measure.code);
          const parts = [
            cause === null ? text('noCause') : text.pick(cause.title),
            text.pick(measure.title),
            measure.promisedFen === null
              ? ''
              : `${text('promised')} ${exactYuan(measure.promisedFen)}`,
            paid === undefined ? '' : `${text('paidByBooks')} ${exactYuan(paid.amount)}`,
            text.pick(standingTitles[measure.standing]),
          ];
          return parts.filter((part) => part !== '').join(' → ');
        })
        .join(text.marks.semicolon)}
    </p>
  );
}
