// House, land, water, power and road in four lines; each value opens where it came from.
import type { ReactNode } from 'react';
import type { HouseholdCard } from '#contract/registry-households.ts';
import type { FieldValue } from '#contract/registry-value.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Unwritten } from '#web/ui/figure.tsx';
import { householdTexts } from './household-texts.ts';
import { Value } from './value.tsx';

const lines = [
  { key: 'house', fields: ['houseStructure', 'houseArea', 'houseBuiltYear', 'houseGrade'] },
  { key: 'land', fields: ['arableLand', 'forestLand', 'orchardLand'] },
  { key: 'living', fields: ['drinkingWater', 'electricity', 'roadSurface', 'roadDistance'] },
] as const;

export function LivingFacts({ card }: { readonly card: HouseholdCard }) {
  const text = useText(householdTexts);
  const village = card.path
    .slice(2)
    .map((at) => shortNameOf(at.name))
    .join('');
  const { address } = card.values;
  return (
    <Block title={text('place')}>
      <dl className="facts">
        <dt>{text('address')}</dt>
        <dd>
          <Value field="areaCode" value={null}>
            {village === '' ? card.areaCode : village}
          </Value>{' '}
          {typeof address === 'string' ? <Value field="address" value={address} /> : null}
        </dd>
        {lines.map(({ key, fields }) => (
          <Line key={key} title={text(key)} card={card} fields={fields} />
        ))}
      </dl>
    </Block>
  );
}

function Line({
  title,
  card,
  fields,
}: {
  readonly title: string;
  readonly card: HouseholdCard;
  readonly fields: readonly string[];
}) {
  const known = fields.filter((field) => (card.values[field] ?? null) !== null);
  const parts: ReactNode[] = known.map((field) => (
    <span key={field} className="fact">
      <Fact field={field} value={card.values[field]} />
    </span>
  ));
  return (
    <>
      <dt>{title}</dt>
      <dd>{parts.length === 0 ? <Unwritten /> : parts}</dd>
    </>
  );
}

/** A value that does not say what it is stands among the few words that do. */
function Fact({
  field,
  value,
}: {
  readonly field: string;
  readonly value: FieldValue | undefined;
}) {
  const text = useText(householdTexts);
  const key = `fact_${field}`;
  const shown = (
    <Value field={field} value={value ?? null}>
      {field === 'houseBuiltYear' ? String(value) : undefined}
    </Value>
  );
  return text.has(key) ? text.rich(key, { value: shown }) : shown;
}
