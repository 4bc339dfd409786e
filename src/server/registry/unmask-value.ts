// Shows one sealed value to somebody who says what for. Who looked, at whose, and the purpose go into
// the audit trail; the value itself goes nowhere but into the answer.

import type { unmaskValue } from '#contract/registry-history.ts';
import type { InputOf } from '#contract/route.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { isSealed } from '#domain/registry/event.ts';
import { noSuchPerson, nothingSealed, personNeeded } from '#domain/registry/refusals.ts';
import type { Context } from '#server/http/context.ts';
import { getHousehold } from './household.store.ts';
import { openField, sealedOf } from './sealing.ts';

export async function unmask(
  context: Context,
  { params, body }: InputOf<typeof unmaskValue>,
): Promise<{ value: string }> {
  const { tx, platform } = context;
  const household = await getHousehold(tx, params.id);
  const { field, person, purpose } = body;
  if (field === 'identity' && person === undefined) refuse(personNeeded);
  const owner =
    field === 'identity' ? household.persons.find((member) => member.id === person) : household;
  if (owner === undefined) return refuse(noSuchPerson);
  const value = owner.values[field];
  const sealed = isSealed(value) ? sealedOf(value) : undefined;
  if (sealed === undefined) return refuse(nothingSealed);

  context.note({
    area: household.area,
    subject: `household:${household.id}`,
    facts: { field, purpose, ...(person === undefined ? {} : { person }) },
  });

  return { value: openField(platform.secrets, field, sealed.sealed) };
}
