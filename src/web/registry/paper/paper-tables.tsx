// The ruled tables of the printed card: members, facts, incomes, signatures.
import type { HouseholdCard } from '#contract/registry-households.ts';
import type { FieldValue } from '#contract/registry-value.ts';
import { useFormWords } from '#web/registry/form-words.ts';
import { fieldOf, shownValue } from '#web/registry/shown-value.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactYuan } from '#web/text/number.ts';
import { paperTexts } from './paper-texts.ts';

interface CardProps {
  readonly card: HouseholdCard;
}

const columns = ['name', 'relation', 'sex', 'identity', 'health', 'labour', 'workPlace'] as const;

export function PaperMembers({ card }: CardProps) {
  const text = useText(paperTexts);
  const words = useFormWords();
  const shown = useShown();
  return (
    <table>
      <caption>{text('members')}</caption>
      <thead>
        <tr>
          {columns.map((field) => (
            <th key={field} scope="col">
              {words.field(field)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {card.members.map((member) => (
          <tr key={member.id}>
            {columns.map((field) => (
              <td key={field}>{shown(`x.${field}`, member.values[field])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const facts = [
  ['standard', 'attribute', 'primaryCause'],
  ['otherCauses', 'primaryMeasure', 'surveyedOn'],
  ['listedOn', 'exitedOn', 'houseArea'],
  ['houseStructure', 'houseBuiltYear', 'houseGrade'],
  ['arableLand', 'forestLand', 'orchardLand'],
  ['drinkingWater', 'electricity', 'roadSurface'],
] as const;

export function PaperFacts({ card }: CardProps) {
  const text = useText(paperTexts);
  const words = useFormWords();
  const shown = useShown();
  return (
    <table className="paper-facts">
      <caption>{text('facts')}</caption>
      <tbody>
        {facts.map((row) => (
          <tr key={row[0]}>
            {row.flatMap((field) => [
              <th key={`${field} name`} scope="row">
                {words.field(field)}
              </th>,
              <td key={field}>{shown(field, card.values[field])}</td>,
            ])}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const heads = ['wage', 'business', 'property', 'transfer', 'cost', 'net'] as const;
const yearsShown = 4;

export function PaperIncomes({ card }: CardProps) {
  const text = useText(paperTexts);
  return (
    <table>
      <caption>{text('incomes')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('year')}</th>
          {heads.map((head) => (
            <th key={head} scope="col">
              {text(head)}
            </th>
          ))}
          <th scope="col">{text('perHead')}</th>
        </tr>
      </thead>
      <tbody>
        {card.incomeYears.slice(-yearsShown).map((year) => (
          <tr key={year.year}>
            <td>{year.year}</td>
            {heads.map((head) => (
              <td key={head} className="number">
                {exactYuan(year[`${head}Fen`])}
              </td>
            ))}
            <td className="number">{year.perHeadFen === null ? '' : exactYuan(year.perHeadFen)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function PaperSignatures() {
  const text = useText(paperTexts);
  return (
    <table className="paper-signatures">
      <tbody>
        <tr>
          <td>{text('signHead')}</td>
          <td>{text('signHelper')}</td>
          <td>{text('signVillage')}</td>
          <td className="paper-seal">{text('seal')}</td>
        </tr>
      </tbody>
    </table>
  );
}

/** A value in words; on paper what is unknown is an empty box to fill in by pen. */
function useShown(): (field: string, value: FieldValue | undefined) => string {
  const words = useFormWords();
  const { language } = useText(paperTexts);
  return (field, value) =>
    shownValue(value, fieldOf(field) ?? { type: 'text' }, words, language) ?? '';
}
