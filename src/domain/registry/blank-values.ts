// Values of a form before anything is said: every field is there and has no value, so that all households
// of a file are objects of one layout. Filled name by name from nothing, each would have a layout of its
// own, and reading or copying any of them takes the engine up to ten times as long.
import type { FormField } from './form.ts';

/** Makes records that have every field of a form; none of them is known. */
export function blankValues<Value>(
  fields: readonly Pick<FormField, 'name'>[],
): () => Record<string, Value | undefined> {
  const named = Object.fromEntries(fields.map(({ name }) => [name, null]));
  // Parsed, the record keeps its fields in one place however many they are.
  const blank = JSON.parse(JSON.stringify(named)) as Record<string, Value | undefined>;
  for (const { name } of fields) blank[name] = undefined;
  return () => ({ ...blank });
}
