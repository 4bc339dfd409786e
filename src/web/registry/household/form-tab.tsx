// The whole form in its groups, every value with its origin one press away.
import { useState } from 'react';
import type { HouseholdCard } from '#contract/registry-households.ts';
import { amountText, parseUnit } from '#domain/policy/expression-unit.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { useMay } from '#web/access/me.ts';
import { useFormWords } from '#web/registry/form-words.ts';
import { groupedNo } from '#web/registry/household-no.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Unwritten } from '#web/ui/figure.tsx';
import { householdTexts } from './household-texts.ts';
import { UnmaskSheet } from './unmask-sheet.tsx';
import { Value } from './value.tsx';

const sealed = ['phone', 'bankAccount'] as const;
type Sealed = (typeof sealed)[number];

export function FormTab({ card }: { readonly card: HouseholdCard }) {
  const text = useText(householdTexts);
  const words = useFormWords();
  const may = useMay();
  const [shown, setShown] = useState<Sealed>();
  return (
    <div className="form-groups">
      {card.groups.map((group) => {
        const key = `group_${group.id}`;
        return (
          <Block key={group.id} title={text.has(key) ? text(key) : group.id}>
            <dl className="facts">
              {group.fields.map((field) => {
                const hidden = sealed.find((one) => one === field);
                const asks =
                  hidden !== undefined && may('registry.unmask') && card.values[field] != null;
                return (
                  <div key={field}>
                    <dt title={words.purpose(field)}>{words.field(field)}</dt>
                    <dd>
                      <Value field={field} value={card.values[field]}>
                        {inWords(field, card)}
                      </Value>{' '}
                      {asks ? (
                        <button
                          type="button"
                          className="link small"
                          onClick={() => setShown(hidden)}
                        >
                          {text('show')}
                        </button>
                      ) : null}
                    </dd>
                  </div>
                );
              })}
            </dl>
          </Block>
        );
      })}
      <PackItems card={card} />
      {card.externalIds.length === 0 ? null : (
        <Block title={text('externalIds')}>
          <dl className="facts">
            {card.externalIds.map((one) => (
              <div key={`${one.system}${one.value}`}>
                <dt>
                  {one.person === null
                    ? one.system
                    : text('externalFor', { system: one.system, person: one.person })}
                </dt>
                <dd>{one.value}</dd>
              </div>
            ))}
          </dl>
        </Block>
      )}
      {shown === undefined ? null : (
        <UnmaskSheet household={card.id} field={shown} onClose={() => setShown(undefined)} />
      )}
    </div>
  );
}

/** What the pack asks beyond the national form. */
function PackItems({ card }: { readonly card: HouseholdCard }) {
  const text = useText(householdTexts);
  const items = useFormWords().items();
  if (items.length === 0) return null;
  return (
    <Block className="pack-items" title={text('items')}>
      <dl className="facts">
        {items.map((item) => {
          const value = card.items[String(item.slot)];
          const option = item.options.find((one) => one.value === value);
          return (
            <div key={item.slot}>
              <dt title={text.pick(item.purpose)}>{text.pick(item.title)}</dt>
              <dd>
                {value === undefined ? (
                  <Unwritten />
                ) : option !== undefined ? (
                  text.pick(option.title)
                ) : item.type === 'boolean' ? (
                  text(value === 1 ? 'yes' : 'no')
                ) : (
                  text.pick(
                    amountText(exactNumber(value), value, parseUnit(item.counted ?? '') ?? {}),
                  )
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </Block>
  );
}

/** What the card says of a field where the value alone would be a row of digits. */
function inWords(field: string, card: HouseholdCard): string | undefined {
  const value = card.values[field];
  if (field === 'areaCode') return placeOf(card);
  return field === 'householdNo' && typeof value === 'string' ? groupedNo(value) : undefined;
}

function placeOf(card: HouseholdCard): string {
  const names = card.path.slice(1).map((at) => shortNameOf(at.name));
  return names.length === 0 ? card.areaCode : names.join(' ');
}
